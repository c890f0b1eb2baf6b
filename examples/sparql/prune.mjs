// A SPARQL query and an N-Triples file -> the file without statements that cannot take part in an answer.
//
// A basic graph pattern matches as a whole. So a statement counts only where it matches one of the triple patterns and its subject
// has a statement for each of the pattern's other triples of that subject; and an object counts only where it is one of the few things
// that have a constant name in the same pattern. What is left out is part of no match, so the answer stays the same.
import sparqljs from "sparqljs";

const MANY = 1 << 30;  // the bit of lines that are kept for themselves
const ANYWHERE = ["*", "?", "!"];  // paths that match nodes anywhere, or any predicate

class Patterns {
  triples = [];  // {bit, group, subject, predicates, object}
  #fresh = 0;

  /** Of a parsed query; throws Unbounded when every statement can match. */
  constructor(query) {
    if (query.queryType === "DESCRIBE") throw new Unbounded();
    [query.where, query.variables, query.group, query.having, query.order].forEach((part) => this.#walk(part));
  }

  #walk(part) {
    if (part === null || typeof part !== "object" || part.termType) return;
    if (part.type === "union") return part.patterns.forEach((arm) => this.#walk([arm]));
    let group = {};  // a filter applies to all of its group: triples before and after it are one pattern
    for (const each of Object.values(part)) {
      if (each?.type === "bgp") each.triples.forEach((t) => this.#triple(group, t.subject, t.predicate, t.object));
      else this.#walk(each);
      if (each?.type !== "bgp" && each?.type !== "filter") group = {};
    }
  }

  #triple(group, subject, path, object) {
    if (path.termType === "NamedNode") return this.#add(group, subject, [path.value], object);
    if (path.termType || ANYWHERE.includes(path.pathType)) throw new Unbounded();
    if (path.pathType === "^") return this.#triple(group, object, path.items[0], subject);
    if (path.pathType === "/") return this.#sequence(group, subject, path.items, object);
    const simple = path.pathType === "|" && path.items.every((item) => item.termType === "NamedNode");
    if (simple) return this.#add(group, subject, path.items.map((item) => item.value), object);
    path.items.forEach((item) => this.#triple(null, null, item, null));
  }

  #sequence(group, subject, items, object) {
    const between = items.slice(1).map(() => ({ termType: "Variable", value: ` ${this.#fresh++}` }));
    const nodes = [subject, ...between, object];
    items.forEach((item, i) => this.#triple(group, group && nodes[i], item, group && nodes[i + 1]));
  }

  #add(group, subject, predicates, object) {
    const bit = group && this.triples.length < 30 ? 1 << this.triples.length : MANY;
    this.triples.push({ bit, group, subject, predicates, object });
  }
}

class Unbounded extends Error {}

const isVariable = (term) => ["Variable", "BlankNode"].includes(term?.termType);
const keyOf = (term) => `${term.termType} ${term.value}`;

/** How an N-Triples object that is this constant begins, byte by byte as Latin-1; null when it can be written in several ways. */
function beginningOf(term) {
  let text = null;
  if (term?.termType === "NamedNode") text = `<${term.value}>`;
  if (term?.termType === "Literal" && term.datatype.value.endsWith("#string") && !/["\\\x00-\x1f]/.test(term.value)) text = `"${term.value}"`;
  return text && Buffer.from(text).latin1Slice();
}

/** What a line can match: for each predicate the patterns, with the object that they want. */
function byPredicate(triples) {
  const found = new Map();
  for (const { bit, predicates, object } of triples)
    for (const predicate of predicates) {
      if (!found.has(predicate)) found.set(predicate, []);
      found.get(predicate).push({ bit, object: beginningOf(object) });
    }
  return found;
}

/** The bits that one subject must have together. */
function stars(triples) {
  const found = new Map();
  for (const { bit, group, subject } of triples)
    if (bit !== MANY) {
      if (!found.has(group)) found.set(group, new Map());
      const star = found.get(group);
      star.set(keyOf(subject), star.get(keyOf(subject)) | bit);
    }
  return [...found.values()].flatMap((star) => [...star.values()]);
}

/** Pairs of bits: an object of `user` must be a subject of `namer`, whose own object is constant. */
function pins(triples) {
  const namers = triples.filter((t) => t.bit !== MANY && isVariable(t.subject) && beginningOf(t.object));
  return namers.flatMap((namer) =>
    triples
      .filter((user) => user.group === namer.group && user.bit !== MANY && isVariable(user.object) && keyOf(user.object) === keyOf(namer.subject))
      .map((user) => ({ namer: namer.bit, user: user.bit })));
}

/** The lines that match a pattern, each as five numbers; null when a line is not written plainly, as by digestkg. */
function matchingLines(file, wanted) {
  const lines = [], subjects = new Map();
  for (let at = 0; at < file.length; ) {
    const end = file.indexOf(10, at) + 1, close = file.indexOf(62, at), predicateEnd = file.indexOf(62, close + 3), object = predicateEnd + 2;
    const plain = file[at] === 60 && file[close + 1] === 32 && file[close + 2] === 60 && file[predicateEnd + 1] === 32 && object < end - 3;
    if (!plain || file[end - 2] !== 46 || file[end - 3] !== 32) return null;
    const predicate = file.latin1Slice(close + 3, predicateEnd);
    let bits = predicate.includes("\\") ? undefined : 0;
    for (const pattern of wanted.get(predicate) ?? []) {
      const text = pattern.object && file.latin1Slice(object, end);
      if (text === null || text.startsWith(pattern.object) || text.includes("\\")) bits |= pattern.bit;
    }
    if (bits !== 0) {
      const subject = file.latin1Slice(at, close + 1);
      if (bits === undefined || subject.includes("\\")) return null;
      if (!subjects.has(subject)) subjects.set(subject, subjects.size);
      lines.push(at, end, object, subjects.get(subject), bits);
    }
    at = end;
  }
  return { lines, subjects };
}

/** Takes a user's bit from lines whose object is none of the subjects that its namer matched. */
function applyPins(file, { lines, subjects }, triples) {
  for (const { namer, user } of pins(triples)) {
    const named = new Set();
    for (let i = 0; i < lines.length; i += 5)
      if (lines[i + 4] & namer) named.add(lines[i + 3]);
    for (let i = 0; i < lines.length; i += 5) {
      if ((lines[i + 4] & user) === 0) continue;
      const object = file.latin1Slice(lines[i + 2], lines[i + 1] - 3);
      if (!object.includes("\\") && !named.has(subjects.get(object))) lines[i + 4] &= ~user;
    }
  }
}

/** Of each subject the bits that count: those of complete stars. */
function countingBits({ lines, subjects }, triples) {
  const has = new Int32Array(subjects.size), needs = stars(triples);
  for (let i = 0; i < lines.length; i += 5) has[lines[i + 3]] |= lines[i + 4];
  return has.map((bits) => needs.reduce((counting, need) => ((bits & need) === need ? counting | need : counting), MANY));
}

/** Those lines of `file`, an N-Triples file's bytes, that can take part in an answer to `query`, as an iterable of byte arrays. */
export function prune(query, file) {
  let triples;
  try {
    triples = new Patterns(new sparqljs.Parser().parse(query)).triples;
  } catch (error) {
    if (error instanceof Unbounded) return [file];
    throw error;
  }
  const matching = matchingLines(file, byPredicate(triples));
  if (matching === null) return [file];
  applyPins(file, matching, triples);
  return pieces(file, matching.lines, countingBits(matching, triples));
}

function* pieces(file, lines, counting) {
  let begin = 0, end = 0;
  for (let i = 0; i < lines.length; i += 5) {
    if ((lines[i + 4] & counting[lines[i + 3]]) === 0) continue;
    if (lines[i] !== end) {
      if (begin < end) yield file.subarray(begin, end);
      begin = lines[i];
    }
    end = lines[i + 1];
  }
  if (begin < end) yield file.subarray(begin, end);
}
