#!/usr/bin/env python3
"""Pictures of a page as a reader sees it, for the gallery: pictures.py PAGE FOLDER"""
import pathlib
import sys

from chromium import Chromium


def settled(browser):
    browser.value("new Promise(done => setTimeout(() => requestAnimationFrame(() => done(true)), 300))")


def main():
    page, folder = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    browser = Chromium("chromium", (1280, 800))
    try:
        browser.open(page.as_uri())
        settled(browser)
        browser.picture(folder / "page-map.png")
        browser.press("/")
        browser.type("GSM8K")
        browser.press("Enter")
        settled(browser)
        browser.picture(folder / "page-benchmark.png")
        browser.click_on("#theme")
        settled(browser)
        browser.picture(folder / "page-dark.png")
    finally:
        browser.close()


if __name__ == "__main__":
    main()
