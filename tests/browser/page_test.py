#!/usr/bin/env python3
"""The page of `--to html` in a real headless Chromium, from a file: page_test.py PROGRAM EXAMPLES. Exit 77 where there is no Chromium."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from chromium import Chromium

EVIL = "<script>alert(1)</script>"
HOSTILE = f"""# 2025-03-07 digest

| Title | Authors | Summary |
|---|---|---|
| {EVIL}: a scripted title (Read more on [arXiv](https://arxiv.org/abs/2503.00001)) | Ada {EVIL} | We present Scripto, a model that \
reaches 71.5% accuracy on GSM8K, and says {EVIL} and <img src=x onerror=alert(2)> to whoever listens. |
"""


def graph_page(program, folder, *digests):
    """A page of the digests, in a folder of its own."""
    folder.mkdir()
    for command in ([program, "build", *digests, "-o", folder / "kg", "--to", "html"],):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    return folder / "kg" / "graph.html"


def text(browser, identifier):
    return browser.value(f"document.getElementById('{identifier}').textContent")


def shown(browser):
    return [int(word.replace(",", "")) for word in text(browser, "count").split() if word[0].isdigit()]


def finds_and_follows(browser):
    browser.press("/")
    assert browser.value("document.activeElement.id") == "query"
    browser.type("gsm8k")
    browser.press("ArrowDown")
    assert browser.value("document.querySelector('#hits [aria-selected=true]').textContent").startswith("GSM8K")
    browser.press("Enter")
    assert text(browser, "subject") == "GSM8K"
    assert "Leaderboard" in text(browser, "said") and browser.value("document.querySelectorAll('#said table tbody tr').length") > 0
    assert browser.value("document.querySelectorAll('#said blockquote').length") > 0, "no sentence"
    name = browser.value("document.querySelector('#near .left .link').textContent")
    browser.click_on("#near .left .link")
    assert text(browser, "subject") == name and name != "GSM8K"
    browser.value("history.back()")
    browser.until("document.getElementById('subject') && document.getElementById('subject').textContent === 'GSM8K'")
    browser.press("Escape")
    assert not browser.value("document.body.classList.contains('open')")


def filters(browser):
    things, links = shown(browser)
    assert things > 0 and links > 0
    browser.click_on("#kind-paper")
    fewer, fewer_links = shown(browser)
    assert fewer < things and fewer_links < links
    browser.click_on("#kind-paper")
    assert shown(browser) == [things, links]
    browser.value("(() => { const c = document.getElementById('confidence'); c.value = 99; c.dispatchEvent(new Event('input')); })()")
    assert shown(browser)[1] < links and text(browser, "least") == "at least 99%"
    browser.value("(() => { const c = document.getElementById('confidence'); c.value = 0; c.dispatchEvent(new Event('input')); })()")
    assert shown(browser) == [things, links]


def ink(browser):
    """What the canvas shows, as text that can be compared."""
    browser.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    return browser.value("document.getElementById('canvas').toDataURL()")


def keys_and_theme(browser):
    before = ink(browser)
    browser.press("+")
    zoomed = ink(browser)
    assert zoomed != before
    browser.value("document.getElementById('canvas').focus()")
    browser.press("ArrowLeft")
    assert ink(browser) != zoomed
    browser.press("0")
    theme = browser.value("getComputedStyle(document.body).backgroundColor")
    browser.click_on("#theme")
    assert browser.value("getComputedStyle(document.body).backgroundColor") != theme


def stays_text(browser):
    browser.press("/")
    browser.type("script")
    browser.press("Enter")
    assert EVIL in text(browser, "subject"), text(browser, "subject")
    assert browser.value("document.querySelectorAll('body img').length") == 0
    assert browser.value("document.querySelectorAll('script').length") == 2, "the data and the page's own"
    browser.value("(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); })()")
    assert browser.value("window.ran") is None, "the policy lets another script run"


def main():
    program, examples = sys.argv[1:3]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("skipped: there is no chromium")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "2025-03-07.md").write_text(HOSTILE, encoding="utf-8")
        browser = Chromium(chromium)
        try:
            browser.open(graph_page(program, folder / "good", *sorted(pathlib.Path(examples).glob("*.md"))).as_uri())
            for check in (filters, finds_and_follows, keys_and_theme):
                check(browser)
                print(check.__name__, "passes")
            assert browser.faults == [], browser.faults
            browser.open(graph_page(program, folder / "hostile", folder / "2025-03-07.md").as_uri())
            assert browser.faults == [], browser.faults
            stays_text(browser)
            print("stays_text passes")
            assert all("Content Security Policy" in fault for fault in browser.faults), browser.faults
        finally:
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
