#!/usr/bin/env node
// N-Triples and a SPARQL query -> the answer as tab-separated values: ask.mjs GRAPH.nt QUERY.rq
// Before the first use: npm install --prefix examples/sparql
import { readFileSync } from "node:fs";
import { Store } from "oxigraph";
import { prune } from "./prune.mjs";

if (process.argv.length !== 4) {
  console.error("usage: ask.mjs GRAPH.nt QUERY.rq");
  process.exit(2);
}
try {
  const file = readFileSync(process.argv[2]), query = readFileSync(process.argv[3], "utf8");
  const store = new Store();
  store.load(prune(query, file), { format: "application/n-triples", lenient: true, no_transaction: true });
  process.stdout.write(store.query(query, { results_format: "text/tab-separated-values" }));
} catch (error) {
  console.error(`ask.mjs: ${error.message ?? error}`);
  process.exitCode = 1;
}
