// What of the graph is shown: kinds, months and the least confidence.

export class Filters {
  constructor(graph) {
    this.graph = graph;
    // Authors are half of a large graph and hide the rest of it.
    this.kinds = graph.kindNames.map((name, kind) => graph.kinds[kind][2] === 1 && !(name === 'author' && graph.nodes > 3000));
    this.from = 0;
    this.to = Infinity;
    this.confidence = 0;
    this.visible = new Uint8Array(graph.nodes);
    this.shownEdges = new Uint32Array(graph.edges);
    this.shownCount = 0;
  }

  allows(edge) {
    const month = this.graph.edgeMonth[edge];
    return this.graph.confidence[edge] >= this.confidence && (!month || (month >= this.from && month <= this.to));
  }

  /// Papers by their day; other things when a link that is allowed touches them, or when nothing at all does.
  apply(selected) {
    const { graph, visible } = this, { source, target } = graph.a, touched = new Uint8Array(graph.nodes);
    for (let e = 0; e < graph.edges; e++) if (this.allows(e)) touched[source[e]] = touched[target[e]] = 1;
    for (let i = 0; i < graph.nodes; i++) {
      const month = graph.month[i];
      const inTime = month ? month >= this.from && month <= this.to : touched[i] || !graph.edgesOf(i).length;
      visible[i] = graph.drawn[i] && this.kinds[graph.kind[i]] && inTime ? 1 : 0;
    }
    if (selected >= 0) visible[selected] = 1;
    this.shownCount = 0;
    for (let e = 0; e < graph.edges; e++)
      if (visible[source[e]] && visible[target[e]] && this.allows(e)) this.shownEdges[this.shownCount++] = e;
  }

  count() {
    let count = 0;
    for (const shown of this.visible) count += shown;
    return count;
  }
}
