// The page's base64 of gzip -> arrays of nodes, edges and claims. exporters/page_data.cpp writes them.

const arrayTypes = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array };
const utf8 = new TextDecoder();
// Marks that turn the direction of writing would let a name overwrite what stands beside it.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

const unpack = async text => {
  const binary = atob(text.trim()), packed = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) packed[i] = binary.charCodeAt(i);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

/// Texts that are decoded when they are asked for: most of the summaries never are.
const lazyTexts = (bytes, sizes) => {
  const starts = new Uint32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = starts[i] + sizes[i];
  const decode = (from, to) => utf8.decode(bytes.subarray(from, to)).replace(turning, '');
  return {
    length: sizes.length,
    at: i => decode(starts[i], starts[i + 1]),
    part: (i, begin, end) => decode(starts[i] + begin, starts[i] + end),
  };
};

const textNames = ['label', 'iri', 'date', 'value', 'unit', 'baseline', 'direction'];
const listingNames = ['listing_paper', 'listing_date', 'listing_title', 'listing_summary'];

export const readGraph = async text => {
  const buffer = await unpack(text), length = new DataView(buffer).getUint32(0, true);
  const graph = JSON.parse(utf8.decode(new Uint8Array(buffer, 4, length)));
  const arrays = {};
  let place = (4 + length + 3) & ~3;
  for (const [name, type, size] of graph.arrays) {
    arrays[name] = new arrayTypes[type](buffer, place, size);
    place = (place + size * arrayTypes[type].BYTES_PER_ELEMENT + 3) & ~3;
  }
  for (const name of textNames) graph[name] = lazyTexts(arrays[name], arrays[name + '_size']);
  if (arrays.claims_of) for (const name of listingNames) graph[name] = lazyTexts(arrays[name], arrays[name + '_size']);
  Object.assign(graph, { a: arrays, nodes: arrays.kinds.length, edges: arrays.source.length });
  index(graph);
  return graph;
};

/// Adds what is looked up often: the first kind and degree of each node, its edges, the confidence and days of each edge.
const index = graph => {
  const { a, nodes, edges } = graph;
  graph.kindNames = graph.kinds.map(kind => kind[0]);
  graph.kind = Uint8Array.from(a.kinds, bits => Math.max(0, 31 - Math.clz32(bits & -bits)));
  graph.labels = Array.from({ length: nodes }, (_, i) => graph.label.at(i));
  graph.drawn = Uint8Array.from(graph.kind, kind => graph.kinds[kind][2]);
  graph.relationOf = edge => graph.relations[a.relation[edge]];
  graph.degree = new Uint32Array(nodes);
  const ends = new Uint32Array(nodes + 1);
  for (let e = 0; e < edges; e++) ends[a.source[e] + 1]++, ends[a.target[e] + 1]++;
  for (let i = 0; i < nodes; i++) ends[i + 1] += ends[i];
  const filled = ends.slice(), around = new Uint32Array(2 * edges);
  for (let e = 0; e < edges; e++) {
    around[filled[a.source[e]]++] = e;
    around[filled[a.target[e]]++] = e;
    if (graph.drawn[a.source[e]] && graph.drawn[a.target[e]]) graph.degree[a.source[e]]++, graph.degree[a.target[e]]++;
  }
  graph.edgesOf = node => around.subarray(ends[node], ends[node + 1]);
  indexClaims(graph);
  indexDays(graph);
};

const indexClaims = graph => {
  const { a, edges, nodes } = graph;
  const starts = new Uint32Array(edges + nodes + 1);
  if (a.claims_of) for (let i = 0; i < edges + nodes; i++) starts[i + 1] = starts[i] + a.claims_of[i];
  const claim = i => ({
    paper: graph.listing_paper.at(a.claim_listing[i]), day: graph.listing_date.at(a.claim_listing[i]), confidence: a.claim_confidence[i],
    sentence: (a.claim_field[i] ? graph.listing_title : graph.listing_summary).part(a.claim_listing[i], a.claim_begin[i], a.claim_end[i]),
  });
  const claims = owner => Array.from({ length: starts[owner + 1] - starts[owner] }, (_, k) => claim(starts[owner] + k))
    .sort((x, y) => y.confidence - x.confidence);
  graph.claimsOfEdge = edge => claims(edge);
  graph.claimsOfNode = node => claims(edges + node);
  graph.confidence = new Float32Array(edges).fill(1);  // what was given, not read, is certain
  for (let e = 0; e < edges; e++) {
    if (starts[e] === starts[e + 1]) continue;
    graph.confidence[e] = 0;
    for (let i = starts[e]; i < starts[e + 1]; i++) graph.confidence[e] = Math.max(graph.confidence[e], a.claim_confidence[i]);
  }
  graph.claimStarts = starts;
};

/// Months of papers and edges, as numbers that can be compared: 12 * year + month. Papers have the day of their first list.
const indexDays = graph => {
  const { a, nodes, edges } = graph;
  const month = day => day ? 12 * +day.slice(0, 4) + +day.slice(5, 7) - 1 : 0;
  graph.paperAt = new Map();
  graph.month = new Uint32Array(nodes);
  for (let i = 0; i < nodes; i++) {
    if (graph.kindNames[graph.kind[i]] !== 'paper') continue;
    graph.paperAt.set(graph.iri.at(i), i);
    graph.month[i] = month(graph.date.at(i));
  }
  const listed = graph.relations.indexOf('listed_in');
  for (let e = 0; e < edges; e++) {
    if (a.relation[e] !== listed) continue;
    const day = month(graph.date.at(a.target[e]) || graph.labels[a.target[e]]), paper = a.source[e];
    if (day && (!graph.month[paper] || day < graph.month[paper])) graph.month[paper] = day;
  }
  const listingMonth = a.claims_of ? Uint32Array.from({ length: graph.listing_date.length }, (_, i) => month(graph.listing_date.at(i))) : [];
  if (a.claims_of) for (let i = 0; i < listingMonth.length; i++) {
    const paper = graph.paperAt.get(graph.listing_paper.at(i));
    if (paper !== undefined && !graph.month[paper]) graph.month[paper] = listingMonth[i];
  }
  graph.edgeMonth = new Uint32Array(edges);
  for (let e = 0; e < edges; e++) {
    const claim = graph.claimStarts[e];
    graph.edgeMonth[e] = graph.month[a.source[e]] || graph.month[a.target[e]]
      || (claim < graph.claimStarts[e + 1] ? listingMonth[a.claim_listing[claim]] : 0);
  }
};

/// The paper's address, only when its IRI is an arXiv id.
export const arxivLink = iri => {
  const id = /^paper\/(\d{4}\.\d{4,5})$/.exec(iri);
  return id ? { id: id[1], address: 'https://arxiv.org/abs/' + id[1] } : null;
};
export const monthName = month => `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`;
