// Ties the parts to the page: controls, keys, and the address that remembers what is shown.
import { byId, element, mark, counted, clipped } from './dom.js';
import { readGraph, monthName } from './data.js';
import { Filters } from './filters.js';
import { Search } from './search.js';
import { GraphMap } from './map.js';
import { Details } from './details.js';

class Page {
  constructor(graph) {
    this.graph = graph;
    this.selected = -1;
    this.filters = new Filters(graph);
    this.search = new Search(graph);
    this.details = new Details(graph, this.filters, node => this.select(node));
    this.theme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    document.title = graph.title;
    byId('title').textContent = graph.title;
    byId('notes').replaceChildren(...graph.notes.map(note => element('p', {}, note)));
    this.map = new GraphMap(byId('canvas'), graph, this.filters, node => this.select(node));
    this.addKinds();
    this.addMonths();
    this.addConfidence();
    this.addSearch();
    this.addKeys();
    this.addButtons();
    this.refilter();
    addEventListener('popstate', () => this.followAddress());
    this.followAddress();
  }

  theme(name) { document.documentElement.dataset.theme = name; }

  refilter() {
    this.filters.apply(this.selected);
    byId('count').textContent = `${counted(this.filters.count())} things and ${counted(this.filters.shownCount)} links shown`;
    this.map.draw();
    if (this.selected >= 0) this.showDetails();
  }

  /// -1 for nothing.
  select(node, remember = true) {
    this.selected = node;
    this.map.selected = node;
    document.body.classList.toggle('open', node >= 0);
    if (remember) history.pushState(null, '', node >= 0 ? '#' + encodeURIComponent(this.graph.iri.at(node)) : location.pathname + location.search);
    this.refilter();
    byId('said').scrollTop = byId('near').scrollTop = 0;
    byId('live').textContent = node >= 0 ? `${this.graph.labels[node]}, ${this.graph.degree[node]} links` : 'the whole map';
    if (node >= 0) byId('subject').focus();
  }
  showDetails() {
    byId('near').replaceChildren(...this.details.columns(this.selected));
    byId('said').replaceChildren(...this.details.panel(this.selected, () => this.select(-1)));
  }
  followAddress() {
    const iri = decodeURIComponent(location.hash.slice(1)), { graph } = this;
    let node = iri ? -1 : graph.focus;
    for (let i = 0; iri && node < 0 && i < graph.nodes; i++) if (graph.iri.at(i) === iri) node = i;
    if (node >= 0 || this.selected >= 0) this.select(node, false);
  }

  addKinds() {
    const counts = this.graph.kindNames.map(() => 0);
    for (const kind of this.graph.kind) ++counts[kind];
    this.graph.kinds.forEach(([name, plural, drawn], kind) => {
      if (!drawn || !counts[kind]) return;
      const box = element('input', { type: 'checkbox', id: 'kind-' + name, onchange: () => { this.filters.kinds[kind] = box.checked; this.refilter(); } });
      box.checked = this.filters.kinds[kind];
      byId('kinds').append(element('label', { class: 'kind' }, box, mark(name), element('span', {}, plural), element('span', { class: 'muted' }, counted(counts[kind]))));
    });
  }

  addMonths() {
    const perMonth = new Map();
    for (const month of this.graph.month) if (month) perMonth.set(month, (perMonth.get(month) || 0) + 1);
    const months = [...perMonth.keys()].sort((x, y) => x - y), most = Math.max(...perMonth.values());
    byId('dates').hidden = months.length < 2;
    if (months.length < 2) return;
    for (const month of months) {
      const bar = element('i', { title: `${monthName(month)}: ${perMonth.get(month)} papers` });
      bar.style.height = Math.max(4, perMonth.get(month) / most * 100) + '%';
      byId('histogram').append(bar);
    }
    const from = byId('from'), to = byId('to'), last = months.length - 1;
    from.max = to.max = to.value = last;
    from.value = 0;
    const set = moved => {
      if (+from.value > +to.value) (moved === from ? to : from).value = moved.value;
      this.filters.from = +from.value === 0 ? 0 : months[+from.value];
      this.filters.to = +to.value === last ? Infinity : months[+to.value];
      byId('months').textContent = `${monthName(months[+from.value])} to ${monthName(months[+to.value])}`;
      [...byId('histogram').children].forEach((bar, k) => bar.classList.toggle('on', k >= +from.value && k <= +to.value));
      this.refilter();
    };
    from.addEventListener('input', () => set(from));
    to.addEventListener('input', () => set(to));
    set(from);
  }

  addConfidence() {
    byId('confidence').addEventListener('input', event => {
      this.filters.confidence = event.target.value / 100;
      byId('least').textContent = +event.target.value ? `at least ${event.target.value}%` : 'any';
      this.refilter();
    });
  }

  addSearch() {
    const field = byId('query'), list = byId('hits'), most = 12;
    let hits = [], chosen = -1;
    const choose = node => { this.select(node); this.map.show(node); };
    const run = () => {
      const found = this.search.find(field.value);
      hits = found.slice(0, most);
      chosen = -1;
      list.replaceChildren(...hits.map((node, k) => element('li', { role: 'option', id: 'hit' + k, 'aria-selected': 'false', onclick: () => choose(node) },
        mark(this.graph.kindNames[this.graph.kind[node]]), element('span', {}, clipped(this.graph.labels[node], 90)),
        element('span', { class: 'muted' }, counted(this.graph.degree[node])))));
      byId('found').textContent = field.value.trim() ? `${counted(found.length)} found${found.length > most ? `, best ${most} shown` : ''}` : '';
      field.setAttribute('aria-expanded', String(hits.length > 0));
      field.removeAttribute('aria-activedescendant');
    };
    const move = step => {
      chosen = (chosen + step + hits.length) % hits.length;
      [...list.children].forEach((row, k) => row.setAttribute('aria-selected', String(k === chosen)));
      field.setAttribute('aria-activedescendant', 'hit' + chosen);
    };
    field.addEventListener('input', run);
    field.addEventListener('keydown', event => {
      if (!hits.length || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
      event.preventDefault();
      if (event.key === 'Enter') choose(hits[Math.max(0, chosen)]);
      else if (chosen < 0 && event.key === 'ArrowUp') move(0);
      else move(event.key === 'ArrowDown' ? 1 : -1);
    });
  }

  addKeys() {
    addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') return this.select(-1);
      if (event.target.id === 'query') return;
      const act = { '/': () => byId('query').focus(), '+': () => this.map.zoom(1.5), '=': () => this.map.zoom(1.5), '-': () => this.map.zoom(1 / 1.5),
        0: () => this.map.fit() }[event.key];
      if (act) act(), event.preventDefault();
    });
  }
  addButtons() {
    byId('in').addEventListener('click', () => this.map.zoom(1.5));
    byId('out').addEventListener('click', () => this.map.zoom(1 / 1.5));
    byId('fit').addEventListener('click', () => this.map.fit());
    byId('theme').addEventListener('click', () => {
      this.theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
      this.map.draw();
    });
  }
}

readGraph(byId('data').textContent).then(graph => {
  new Page(graph);
  document.body.dataset.ready = 'yes';
}).catch(error => {
  byId('count').textContent = 'This page could not start: ' + error.message;
  console.error(error);
});
