// Compares what graphology reads from GraphML and GEXF with graph.jsonl.

import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const graphology = require('graphology');
const graphml = require('graphology-graphml');
const gexf = require('graphology-gexf');

const folder = process.argv[2];
const nodes = new Map(), edges = new Map();
for (const line of readFileSync(`${folder}/graph.jsonl`, 'utf8').trim().split('\n')) {
  const record = JSON.parse(line);
  if (record.type === 'node') nodes.set(record.id, record);
  else edges.set(`${record.start.id} ${record.label} ${record.end.id}`, record);
}

const samples = new Map(
  existsSync(`${folder}/samples.tsv`) ? readFileSync(`${folder}/samples.tsv`, 'utf8').split('\n').filter((line) => line).map((line) => line.split('\t')) : []);
let faults = 0, allFaults = 0;
function fault(text) {
  ++allFaults;
  if (++faults <= 20) console.log(`  ${text}`);
}
const {version} = JSON.parse(readFileSync(new URL('node_modules/graphology/package.json', import.meta.url)));

const added = (counts, kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
function showCounts(of, counts) {
  const sum = [...counts.values()].reduce((a, b) => a + b, 0);
  console.log(`  ${of} by kind, ${sum}: ${[...counts].sort().map(([kind, n]) => `${kind} ${n}`).join(', ')}`);
}

/** A list is a JSON array in GraphML and an array in GEXF, its items strings. */
function same(found, expected) {
  if (!Array.isArray(expected)) return found === expected;
  const items = Array.isArray(found) ? found : JSON.parse(found);
  return items.length === expected.length && items.every((item, i) => (typeof expected[i] === 'number' ? Number(item) : item) === expected[i]);
}

function compareProperties(reader, name, found, expected) {
  for (const [key, value] of Object.entries(expected)) {
    const what = samples.get(`${name} ${key}`);
    if (what && unseen.delete(`${name} ${key}`)) console.log(`  ${what}: ${Array.isArray(found[key]) ? `[${found[key].join(' | ')}]` : found[key]}  (${name})`);
    if (!same(found[key], value)) fault(`${reader}: ${name} ${key} is ${JSON.stringify(found[key])}, not ${JSON.stringify(value)}`);
  }
}

let unseen;
function compare(reader, graph) {
  faults = 0;
  unseen = new Set(samples.keys());
  const kinds = new Map(), relations = new Map();
  if (graph.order !== nodes.size) fault(`${reader}: ${graph.order} nodes, not ${nodes.size}`);
  if (graph.size !== edges.size) fault(`${reader}: ${graph.size} edges, not ${edges.size}`);
  graph.forEachNode((iri, found) => {
    added(kinds, found.kind);
    const record = nodes.get(iri);
    if (!record) return fault(`${reader}: not in the graph: ${iri}`);
    if (found.kind !== record.labels[0] || found.labels !== ':' + record.labels.join(':')) fault(`${reader}: kind of ${iri}`);
    if (!/^#|^rgb/.test(found.color) || !(found.size >= 4 && found.size <= 100)) fault(`${reader}: looks of ${iri}`);
    compareProperties(reader, iri, found, record.properties);
  });
  graph.forEachEdge((_, found, source, target) => {
    added(relations, found.label);
    const name = `${source} ${found.label} ${target}`;
    const record = edges.get(name);
    if (!record) return fault(`${reader}: not in the graph: ${name}`);
    const weight = record.properties.papers ?? record.properties.claimPaper?.length ?? 1;
    if (found.weight !== weight) fault(`${reader}: weight of ${name} is ${found.weight}`);
    compareProperties(reader, name, found, record.properties);
  });
  for (const place of unseen) fault(`${reader}: did not show the ${samples.get(place)} of ${place}`);
  showCounts('nodes', kinds);
  showCounts('edges', relations);
  const what = `${graph.order} nodes and ${graph.size} edges: kinds, colours, sizes, weights, properties, evidence`;
  console.log(faults ? `FAILED: ${reader} | ${what}, ${faults} faults` : `OK: ${reader} | ${what}`);
}

const {DOMParser} = require('@xmldom/xmldom');
globalThis.DOMParser ??= DOMParser;
compare(`graphology ${version}, GraphML`, graphml.parse(graphology.MultiDirectedGraph, readFileSync(`${folder}/graph.graphml`, 'utf8')));
compare(`graphology ${version}, GEXF`, gexf.parse(graphology.MultiDirectedGraph, readFileSync(`${folder}/graph.gexf`, 'utf8')));
process.exit(allFaults ? 1 : 0);
