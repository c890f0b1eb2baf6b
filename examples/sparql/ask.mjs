#!/usr/bin/env node
// N-Triples and a SPARQL query -> the answer as tab-separated values: ask.mjs GRAPH.nt QUERY.rq
// Before the first use: npm install --prefix examples/sparql
import { readFileSync } from "node:fs";
import { Store } from "oxigraph";
import sparqljs from "sparqljs";

/** The predicates that a query can match, or null when it may match any: only their statements need to be loaded. */
function predicatesOf(query) {
  const found = new Set();
  let any = query.queryType === "DESCRIBE";
  const path = (p) => {
    if (p.termType === "NamedNode") found.add(p.value);
    else if (p.type !== "path" || ["*", "?", "!"].includes(p.pathType)) any = true;  // they match nodes that stand anywhere
    else p.items.forEach(path);
  };
  const walk = (part) => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (part === null || typeof part !== "object" || part.termType) return;
    if (part.subject && part.predicate && part.object) path(part.predicate);
    else Object.values(part).forEach(walk);
  };
  walk(query.where ?? []);
  walk([query.variables ?? [], query.having ?? [], query.order ?? []]);
  return any ? null : found;
}

/** The lines of an N-Triples file whose predicate is one of `predicates`, as few long pieces. */
function* linesWith(predicates, file) {
  let begin = 0;
  for (let at = 0; at < file.length; ) {
    const end = file.indexOf(10, at) + 1 || file.length;
    const open = file.indexOf(" <", at, "latin1") + 2;
    if (!predicates.has(file.latin1Slice(open, file.indexOf(62, open)))) {
      if (begin < at) yield file.subarray(begin, at);
      begin = end;
    }
    at = end;
  }
  if (begin < file.length) yield file.subarray(begin);
}

if (process.argv.length !== 4) {
  console.error("usage: ask.mjs GRAPH.nt QUERY.rq");
  process.exit(2);
}
try {
  const file = readFileSync(process.argv[2]), query = readFileSync(process.argv[3], "utf8");
  const predicates = predicatesOf(new sparqljs.Parser().parse(query));
  const store = new Store();
  store.load(predicates ? linesWith(predicates, file) : file, { format: "application/n-triples", lenient: true, no_transaction: true });
  process.stdout.write(store.query(query, { results_format: "text/tab-separated-values" }));
} catch (error) {
  console.error(`ask.mjs: ${error.message ?? error}`);
  process.exitCode = 1;
}
