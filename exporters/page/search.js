// Words -> nodes whose names hold all of them, the best first.

/// Without case and accents.
export const folded = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

export class Search {
  constructor(graph) {
    this.graph = graph;
    this.names = graph.labels.map(folded);
  }

  find(query) {
    const words = folded(query).split(/\s+/).filter(Boolean), whole = words.join(' '), found = [];
    if (!words.length) return found;
    for (let i = 0; i < this.names.length; i++) {
      if (!this.graph.drawn[i]) continue;
      const points = this.points(this.names[i], words, whole);
      if (points > 0) found.push([points + Math.min(20, 2 * Math.log2(1 + this.graph.degree[i])) - this.names[i].length * 0.02, i]);
    }
    return found.sort((x, y) => y[0] - x[0] || x[1] - y[1]).map(pair => pair[1]);
  }

  points(name, words, whole) {
    let points = name === whole ? 80 : name.startsWith(whole) ? 20 : 1;
    for (const word of words) {
      const at = name.indexOf(word);
      if (at < 0) return 0;
      points += at === 0 ? 12 : /[^a-z0-9]/.test(name[at - 1]) ? 8 : 0;
    }
    return points;
  }
}
