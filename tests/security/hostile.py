"""What the tests of security share: running the program, and inputs that mean harm."""
import json
import subprocess

ROW = ("| {name}: {title} (Read more on [arXiv](https://arxiv.org/abs/{id}) or [HuggingFace](https://huggingface.co/papers/{id}))"
       "| {author}, Bo Chen | We introduce {name}, a new model. {name} is trained on WebText. {name} outperforms SlowNet on MMLU with 7{n}.5% "
       "accuracy compared with 70.25%. {words} |\n")
HEAD = "## Papers for {day}\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"


def run(program, *command, code=0, **words):
    """Standard output and error of a command that must end with `code`."""
    done = subprocess.run([str(program), *map(str, command)], capture_output=True, timeout=300, **words)
    said = done.stderr.decode(errors="replace")
    assert done.returncode == code, f"{' '.join(map(str, command))}: exit {done.returncode}: {said}"
    return done.stdout, done.stderr


def digest(texts, day="2025-03-01"):
    """A digest that has each text as title, as author, in the summary, and as part of a name."""
    return HEAD.format(day=day) + "".join(
        ROW.format(name=f"EvilNet-{n}", title=text, id=f"2503.{n:05d}", author=text.replace(",", " "), n=n % 10, words=text) for n, text in enumerate(texts, 1))


def formats(program):
    return json.loads(run(program, "formats", "--json")[0])["exports"]


def graph_from_elsewhere(texts):
    """A graph.jsonl that no build wrote: every id, name, link, unit and day is what an attacker likes."""
    lines = []

    def node(iri, label, **properties):
        lines.append({"type": "node", "id": iri, "labels": [label], "properties": properties})
        return {"id": iri, "labels": [label]}

    def edge(label, start, end):
        lines.append({"type": "relationship", "id": str(len(lines)), "label": label, "start": start, "end": end, "properties": {}})

    mmlu = node("entity/mmlu", "Benchmark", name="MMLU")
    slow = node("entity/slow", "Method", name="SlowNet")
    ada = node("author/ada", "Author", name="Ada")
    for n, text in enumerate(texts):
        paper = node(f"paper/{text}", "Paper", arxivId=text, title=text, summary=text, date=text, arxivUrl=text, huggingFaceUrl=text, doi=text)
        method = node(f"entity/{text}", "Method", name=text, aliases=[text])
        result = node(f"result/{n}", "Result", value=70 + n, unit=text, raw=text, delta=False)
        edge("LISTED_IN", paper, node(f"digest/{text}", "Digest", date=text))
        edge("AUTHOR", paper, node(f"author/{text}", "Author", name=text))
        edge("AUTHOR", paper, ada)
        edge("REPORTS", paper, result)
        edge("INTRODUCES", paper, method)
        edge("OUTPERFORMS", method, slow)
        edge("OF_METHOD", result, method)
        edge("ON_BENCHMARK", result, mmlu)
    order = [line for line in lines if line["type"] == "node"] + [line for line in lines if line["type"] != "node"]
    return "".join(json.dumps(line) + "\n" for line in order)
