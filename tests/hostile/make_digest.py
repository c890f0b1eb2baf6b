#!/usr/bin/env python3
"""Writes a digest that is cruel to every writer: make_digest.py FILE [small]

Names with the characters that some syntax reserves, right-to-left and combining characters, invalid UTF-8, NUL and other control
characters, a row of 1 MB and one with 100,000 authors; `small`: 30 kB and 300 authors, for importers that take minutes."""
import sys

NAMES = ["AmpNet&Co", "LessNet<3", "GreaterNet>3", 'Quote"Net"', "Prime'Net'", "BackNet\\", "Pipe\\|Net", "100%Net", "HashNet#1", "AtNet@k",
         "Brace{Net}", "C++Net", "]]>Net", "</script>Net", "=SUM(Net)", "\u202eNetRTL", "\u05e9\u05dc\u05d5\u05dd-Net", "e\u0301\u0323-Net",
         "\U0001f917Net", "$Net$", "Net;Semi,Comma", "`Net`", "^Net", "\\NNet\\G", "&amp;Net", "%00Net"]


def row(number, title, authors, summary):
    link = f"https://arxiv.org/abs/2501.{number:05d}"
    return (f"| {title} (Read more on [arXiv]({link}) or [HuggingFace](https://huggingface.co/papers/2501.{number:05d}))"
            f"| {authors} | {summary} |\n")


def sentences(name, other):
    return (f"We introduce {name}, a new model for hard cases. {name} is trained on WebText{name}. {name} outperforms {other} on "
            f"MMLU with 71.5% accuracy compared with 70.25%. {name} achieves an FID of 3.17 on CIFAR-10 & a \"quoted\" score <of> 5\\6.")


def main():
    rows = []
    sentences_of_long, authors = (1000, 300) if sys.argv[2:] == ["small"] else (33000, 100000)
    for i, name in enumerate(NAMES):
        other = NAMES[(i + 1) % len(NAMES)]
        rows.append(row(i + 1, f"{name}: A <Title> & \"Quotes\" \\ 'and' {{braces}}", f"{name} Author, O'Neil {name}, a_b@{i}", sentences(name, other)))
    rows.append(row(900, "Long row", "Ann Lee", "LongNet reaches 12.5% on MMLU. " * sentences_of_long))
    rows.append(row(901, "Many authors", ", ".join(f"Author {i}" for i in range(authors)), "ManyNet outperforms FewNet."))
    rows.append(row(902, "No authors", "", sentences("LoneNet", "CrowdNet")))
    text = "## Papers for 2025-01-02\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n" + "".join(rows)
    raw = text.encode("utf-8")
    for i, bad in enumerate([b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x00", b"\x01\x02\x1b[31m\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbf\xbe"]):
        raw += row(910 + i, f"Bad{i} BYTES", "Eve BYTES", f"BadNet{i} BYTES outperforms GoodNet{i} on MMLU with 5{i}.5% accuracy.").encode().replace(b"BYTES", bad)
    with open(sys.argv[1], "wb") as file:
        file.write(raw)


if __name__ == "__main__":
    main()
