"""What the tests of faults share: small archives in the real format, and builds of them."""
import hashlib
import json
import pathlib
import subprocess

HEAD = "\n## Papers for {day}\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"
ROW = ("| {name}: A Study of Things (Read more on [arXiv](https://arxiv.org/abs/{id}) or [HuggingFace](https://huggingface.co/papers/{id}))"
       "| Ann Lee{n}, Bo Chen, someone{n} | We introduce {name}, a new model. {name} is trained on Corpus{n} and is evaluated on Bench{n}. "
       "{name} outperforms Rival{n} on Bench{n} with {n}.5% accuracy compared with {n}.25%. |\n")


def write_day(folder, day, first, count, word="Made"):
    folder.mkdir(parents=True, exist_ok=True)
    rows = (ROW.format(name=f"{word}Net-{n}", id=f"{day[2:4]}{day[5:7]}.{n:05d}", n=n) for n in range(first, first + count))
    (folder / f"{day}.md").write_text(HEAD.format(day=day) + "".join(rows), encoding="utf-8")


def export_formats(program):
    listed = subprocess.run([program, "formats", "--json"], capture_output=True, check=True)
    return json.loads(listed.stdout)["exports"]


def hashes(folder):
    """Of every file that is in place; a name that begins with a dot is a file that never came to be."""
    files = [path for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
