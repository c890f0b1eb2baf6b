"""Inputs that are cruel to a reader, each in a size of choice: name -> (size, file name, text of that size, commands)."""
import archive

ONE = "| Case (Read more on [arXiv](https://arxiv.org/abs/2503.00001))| {authors} | {summary} |\n"
EXTRACT = [["extract", "-j", "1", "{input}"]]
BUILD = [["build", "-j", "1", "{input}", "-o", "{work}/kg", "--to", "turtle,ntriples,graphml,gexf,dot,csv,neo4j,cypher,jsonld,sqlite,html"]]


def digest(*rows):
    return archive.HEAD.format(day="2025-03-01") + "".join(rows)


def summary(text):
    return digest(ONE.format(authors="Ann Lee", summary=text))


def per_word(make):
    return lambda n: summary("".join(make(i) for i in range(n)))


def record(number, day="2025-03-01", title="T", text="x", authors='["Ada"]'):
    return f'{{"id":"2503.{number:05d}","date":"{day}","title":"{title}","summary":"{text}","authors":{authors}}}\n'


def day_of(number):
    return f"{1900 + number // 336:04d}-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"


def feed(entries):
    return '<feed xmlns="http://www.w3.org/2005/Atom">' + entries + "</feed>"


def graph_of_claims(n):
    """One edge with n claims, one name with n aliases."""
    import json
    node = {"type": "node", "id": "entity/a", "labels": ["Method"], "properties": {"name": "A", "aliases": [f"A{i}" for i in range(n)]}}
    other = {"type": "node", "id": "entity/b", "labels": ["Method"], "properties": {"name": "B"}}
    lists = {"claimPaper": ["paper/2503.00001"] * n, "claimDate": [day_of(i) for i in range(n)], "claimField": ["summary"] * n, "claimBegin": list(range(n)),
             "claimEnd": [i + 1 for i in range(n)], "claimSentence": ["x"] * n, "claimRule": ["r"] * n, "claimConfidence": [0.5] * n}
    edge = {"type": "relationship", "id": "1", "label": "OUTPERFORMS", "start": {"id": "entity/a", "labels": ["Method"]},
            "end": {"id": "entity/b", "labels": ["Method"]}, "properties": lists}
    return "".join(json.dumps(line) + "\n" for line in (node, other, edge))


CASES = {
    # One entry, and what its text may do to the reading of prose. Within the first 8,192 words, past which nothing is read, names and numbers
    # of one entry are compared with each other, so that some of these grow faster than the text; scripts/linear shows which.
    "words past the first 8,192": (9000, "c.md", per_word(lambda i: f"word{i % 97} "), EXTRACT),
    "words of one sentence": (3000, "c.md", per_word(lambda i: f"word{i % 97} "), EXTRACT),
    "one word": (200000, "c.md", lambda n: summary("a" * n), EXTRACT),
    "parentheses that open": (3000, "c.md", lambda n: summary("(" * n), EXTRACT),
    "parentheses within each other": (1500, "c.md", lambda n: summary("(a " * n + ")" * n), EXTRACT),
    "brackets within each other": (1500, "c.md", lambda n: summary("[" * n + "a" + "]" * n), EXTRACT),
    "long forms with acronyms": (600, "c.md", per_word(lambda i: f"Deep Fast Net{i} (DFN{i}) "), EXTRACT),
    "quotes": (1500, "c.md", per_word(lambda i: '"a" '), EXTRACT),
    "bold marks": (1500, "c.md", per_word(lambda i: "**a** "), EXTRACT),
    "numbers": (1500, "c.md", per_word(lambda i: f"7{i % 10}.5% "), EXTRACT),
    "numbers of one sentence with names": (600, "c.md", per_word(lambda i: f"Net{i} reaches 7{i % 10}.5% on Bench{i}, "), EXTRACT),
    "a list with respectively": (600, "c.md", lambda n: summary(", ".join(f"Net{i}" for i in range(n)) + " reach " + ", ".join(f"{i}.5%" for i in range(n))
                                                               + " on MMLU, respectively."), EXTRACT),
    "one name again and again": (3000, "c.md", per_word(lambda i: "LoRA "), EXTRACT),
    "names that outperform": (700, "c.md", per_word(lambda i: f"Net{i} outperforms Base{i} and "), EXTRACT),
    "short sentences": (2000, "c.md", per_word(lambda i: "It works. "), EXTRACT),
    "hyphens of one name": (30000, "c.md", lambda n: summary("A-" * n + "Net"), EXTRACT),
    "mathematics": (20000, "c.md", lambda n: summary("a$^" * n), EXTRACT),
    "commas of one number": (20000, "c.md", lambda n: summary("1,000" + ",000" * n), EXTRACT),
    "a title with colons": (1500, "c.md", lambda n: digest(ONE.replace("Case", "A: " * n).format(authors="A", summary="A: " * n)), EXTRACT),
    # The shape of Markdown, JSON and Atom.
    "links of one row": (5000, "c.md", per_word(lambda i: "[a](https://arxiv.org/abs/2503.00001) "), EXTRACT),
    "links that are none": (20000, "c.md", per_word(lambda i: "[a](b"), EXTRACT),
    "pipes of one row": (100000, "c.md", lambda n: summary("|" * n), EXTRACT),
    "backslashes of one row": (100000, "c.md", lambda n: summary("\\" * n + "|"), EXTRACT),
    "escaped pipes": (100000, "c.md", lambda n: summary("\\|" * n), EXTRACT),
    "lines of one row": (20000, "c.md", lambda n: summary("word\n" * n), EXTRACT),
    "rows that do not end": (4000, "c.md", lambda n: digest("| a\n" * n, "\n", ONE.format(authors="A", summary="x")), EXTRACT),
    "rows that do not end, apart": (4000, "c.md", lambda n: digest(ONE.format(authors="A", summary="x"), "| a\n\nb\n" * n), EXTRACT),
    "headings": (20000, "c.md", lambda n: "# Papers for 2025-03-01 a\n" * n + summary("x"), EXTRACT),
    "authors": (5000, "c.md", lambda n: digest(ONE.format(authors=", ".join(f"Ann Lee{i}" for i in range(n)), summary="x")), EXTRACT),
    "authors with bad bytes": (4000, "c.md", lambda n: digest(ONE.format(authors=", ".join(f"Ann\udcff Lee{i}" for i in range(n)), summary="x")), EXTRACT),
    "authors of JSON with bad bytes": (4000, "c.jsonl", lambda n: record(1, authors="[" + ",".join(['"A\\u0001"'] * n) + "]"), EXTRACT),
    "faults of one line": (2000, "c.atom", lambda n: feed("<entry><id>none</id></entry>" * n + "<entry><id>2503.00001</id><published>2025-03-01</published><title>T</title></entry>"),
                           EXTRACT),
    "faults of lines": (2000, "c.jsonl", lambda n: "{}\n" * n + record(1), EXTRACT),
    "bad bytes": (100000, "c.md", lambda n: summary("\udcff" * n), EXTRACT),
    "bytes that only go on": (100000, "c.md", lambda n: summary("\udc80" * n), EXTRACT),
    "combining marks": (20000, "c.md", lambda n: summary("e" + "\u0301\u0323" * n), EXTRACT),
    "white space": (200000, "c.md", lambda n: summary("a" + " \t" * n + "b"), EXTRACT),
    "escapes of JSON": (50000, "c.jsonl", lambda n: record(1, text="\\u0041" * n), EXTRACT),
    "lists of JSON": (20000, "c.jsonl", lambda n: record(1, authors="[" + "[],\"a\"," * n + '"b"]') + record(2), EXTRACT),
    "elements of a feed": (10000, "c.atom", lambda n: feed("<a/>" * n + "<entry><id>2503.00001</id><published>2025-03-01</published><title>T</title></entry>"), EXTRACT),
    # Many entries, and what resolution and the graph do with them.
    "papers on one name": (300, "c.jsonl", lambda n: "".join(record(i, text="We introduce HubNet. HubNet outperforms SlowNet on MMLU with 71.5% accuracy.") for i in range(n)), BUILD),
    "papers that introduce one name": (300, "c.jsonl", lambda n: "".join(record(i, title=f"Hub: Thing {i}", text=f"We introduce Hub (Helpful Universal Base{i}), a new model {i}.")
                                                                         for i in range(n)), BUILD),
    "spellings of one name": (300, "c.jsonl", lambda n: "".join(record(i, text="We use " + "".join(c.upper() if i >> k & 1 else c for k, c in enumerate("hubnetwork")) + "-7B.")
                                                                for i in range(n)), BUILD),
    "days of one paper": (300, "c.jsonl", lambda n: "".join(record(1, day=day_of(i), text=f"We introduce HubNet{i}.") for i in range(n)), BUILD),
    "names of many papers": (300, "c.jsonl", lambda n: "".join(record(i, text=f"We introduce Hub{i}Net. Hub{i}Net outperforms Hub{i + 1}Net on MMLU with 7{i % 10}.5% accuracy.")
                                                               for i in range(n)), BUILD),
    "authors of many papers": (300, "c.jsonl", lambda n: "".join(record(i, authors=f'["Ann Lee{i}","Ann Lee{i + 1}"]') for i in range(n)), BUILD),
    "results of one benchmark": (300, "c.jsonl", lambda n: "".join(record(i, text=f"We introduce Hub{i}Net. Hub{i}Net reaches {i % 100}.{i % 7}% accuracy on MMLU.")
                                                                  for i in range(n)), BUILD + [["leaderboard", "{work}/kg", "MMLU"]]),
    "claims of one edge": (2000, "graph.jsonl", graph_of_claims, [["stats", "{input}"], ["export", "{input}", "--to", "turtle"], ["show", "{input}", "A"]]),
}
