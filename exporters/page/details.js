// One node -> its neighbours in columns, and everything said about it with the sentences.
import { element, mark, counted, clipped } from './dom.js';
import { arxivLink } from './data.js';
import { scoresAround, leaderboard, plainTable } from './boards.js';

const forwards = { author: 'authors', introduces: 'introduces', mentions: 'mentions', addresses: 'addresses', uses: 'builds on',
  trained_on: 'trained on', evaluated_on: 'evaluated on', outperforms: 'outperforms', co_author: 'writes with' };
const backwards = { author: 'papers', introduces: 'introduced in', mentions: 'mentioned in', addresses: 'addressed by', uses: 'used by',
  trained_on: 'used to train', evaluated_on: 'methods evaluated on it', outperforms: 'outperformed by', co_author: 'writes with' };
const order = ['introduces', 'outperforms', 'evaluated_on', 'uses', 'trained_on', 'addresses', 'author', 'co_author', 'mentions'];

/// [{title, forward, links: [{edge, node}]}], most telling relations first.
export const neighbourGroups = (graph, node, filters) => {
  const groups = new Map();
  for (const edge of graph.edgesOf(node)) {
    const forward = graph.a.source[edge] === node, other = forward ? graph.a.target[edge] : graph.a.source[edge];
    const relation = graph.relationOf(edge);
    if (!order.includes(relation) || !filters.allows(edge)) continue;
    const key = relation + forward;
    if (!groups.has(key)) groups.set(key, { relation, forward, title: (forward ? forwards : backwards)[relation], links: [] });
    groups.get(key).links.push({ edge, node: other });
  }
  const rank = group => 2 * order.indexOf(group.relation) + (group.forward ? 0 : 1);
  const sorted = [...groups.values()].sort((x, y) => rank(x) - rank(y));
  for (const group of sorted)
    group.links.sort((x, y) => graph.confidence[y.edge] - graph.confidence[x.edge] || graph.degree[y.node] - graph.degree[x.node] || x.node - y.node);
  return sorted;
};

export class Details {
  constructor(graph, filters, go) {
    Object.assign(this, { graph, filters, go });
  }

  link(node, most = 90) {
    const label = this.graph.labels[node] || '(no name)';
    return element('button', { class: 'link', type: 'button', title: label.length > most ? label : '', onclick: () => this.go(node) }, clipped(label, most));
  }

  /// What points here, the thing, what it points to.
  columns(node) {
    const groups = neighbourGroups(this.graph, node, this.filters), toLeft = group => !group.forward || group.relation === 'author';
    const column = (name, chosen) => element('div', { class: 'column ' + name }, chosen.map(group => this.columnGroup(group)));
    const kind = this.graph.kindNames[this.graph.kind[node]];
    return [column('left', groups.filter(toLeft)),
      element('div', { class: 'column middle' }, element('div', { class: 'subject ' + kind }, mark(kind), element('span', {}, clipped(this.graph.labels[node], 160)))),
      column('right', groups.filter(group => !toLeft(group)))];
  }
  columnGroup(group) {
    const list = element('ul', {});
    const item = ({ node }) => element('li', {}, mark(this.graph.kindNames[this.graph.kind[node]]), this.link(node, 70));
    this.fill(list, group.links, item, 15);
    return element('section', {}, element('h3', {}, group.title + ' ', element('span', { class: 'muted' }, counted(group.links.length))), list);
  }

  /// The first items, and a button for more where there are more.
  fill(list, items, make, step) {
    let shown = 0;
    const more = element('button', { class: 'link more', type: 'button', onclick: () => add(200) });
    const add = count => {
      more.remove();
      list.append(...items.slice(shown, shown + count).map(make));
      shown = Math.min(items.length, shown + count);
      more.textContent = `${counted(items.length - shown)} more`;
      if (shown < items.length) list.append(element('li', {}, more));
    };
    add(step);
  }

  panel(node, close) {
    const { graph } = this, kind = graph.kindNames[graph.kind[node]], arxiv = arxivLink(graph.iri.at(node)), day = graph.date.at(node);
    const kindsOf = graph.kindNames.filter((_, k) => (graph.a.kinds[node] >> k) & 1).join(' and ');
    const head = element('div', { class: 'head' },
      element('button', { class: 'button close', type: 'button', 'aria-label': 'close', onclick: close }, '×'),
      element('div', { class: 'muted' }, mark(kind), ` ${kindsOf}${day ? ' · ' + day : ''} · ${counted(graph.degree[node])} links`),
      element('h2', { id: 'subject', tabindex: '-1' }, graph.labels[node] || '(no name)'),
      arxiv ? element('a', { href: arxiv.address, target: '_blank', rel: 'noopener noreferrer' }, 'arXiv ' + arxiv.id) : null);
    return [head, element('div', { class: 'said' }, this.scores(node, kind), this.summaries(node, kind),
      neighbourGroups(graph, node, this.filters).map(group => this.evidence(node, group)))];
  }

  scores(node, kind) {
    const scores = scoresAround(this.graph, node, this.filters), link = (to, most) => this.link(to, most);
    if (!scores.length) return [];
    if (kind === 'benchmark' || kind === 'dataset')
      return [element('h3', {}, 'Leaderboard'), element('p', { class: 'muted' }, 'As the papers state them; ranked only within one metric and unit.'),
        ...leaderboard(this.graph, scores.map(score => ({ ...score, benchmark: undefined })), link)];
    return [element('h3', {}, 'Results'), plainTable(this.graph, scores, link, counted(scores.length) + ' reported', '')];
  }

  summaries(node, kind) {
    const { graph } = this;
    if (kind !== 'paper' || !graph.a.claims_of) return [];
    const iri = graph.iri.at(node), found = [];
    for (let i = 0; i < graph.listing_paper.length; i++)
      if (graph.listing_paper.at(i) === iri) found.push(element('h3', {}, 'Digest of ' + graph.listing_date.at(i)), element('p', {}, graph.listing_summary.at(i)));
    return found;
  }

  evidence(node, group) {
    const { graph } = this, list = element('ul', { class: 'evidence' });
    const item = ({ edge, node: other }) => {
      const claims = graph.claimsOfEdge(edge), [best] = claims, source = best && graph.paperAt.get(best.paper);
      const isPaper = [node, other].includes(source), joint = group.relation === 'co_author' ? `${graph.a.weight[edge]} papers` : '';
      return element('li', {},
        element('div', { class: 'fact' }, mark(graph.kindNames[graph.kind[other]]), this.link(other, 110),
          element('span', { class: 'muted sure', title: 'confidence' }, best ? Math.round(100 * best.confidence) + '%' : joint)),
        best ? element('blockquote', {}, this.withNames(best.sentence, [graph.labels[node], graph.labels[other]])) : null,
        best && !isPaper ? element('div', { class: 'muted source' }, source === undefined ? best.paper : this.link(source, 60), ' · ' + best.day,
          claims.length > 1 ? ` · said ${claims.length} times` : '') : null);
    };
    this.fill(list, group.links, item, 8);
    return element('section', {}, element('h3', {}, group.title + ' ', element('span', { class: 'muted' }, counted(group.links.length))), list);
  }

  /// The sentence with the names in bold.
  withNames(sentence, names) {
    const parts = [], wanted = names.filter(Boolean).sort((x, y) => y.length - x.length);
    for (let at = 0; at < sentence.length;) {
      let next = sentence.length, hit = '';
      for (const name of wanted) {
        const found = sentence.indexOf(name, at);
        if (found >= 0 && found < next) [next, hit] = [found, name];
      }
      parts.push(sentence.slice(at, next));
      if (hit) parts.push(element('b', {}, hit));
      at = next + hit.length;
    }
    return parts;
  }
}
