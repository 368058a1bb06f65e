"""`python -m bench.screenshots [FOLDER]`: every kind of page as a picture, to be looked at.

The articles of the project and of its tests are built into a store, which is
served; each page is taken as on a desk and as on a telephone, in light and in
dark. Needs Debian's chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from bench.measure import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
PAGES = {
    "home": "/",
    "search": "/search?q=pat",
    "search-empty": "/search",
    "search-in-vain": "/search?q=zzzzzz",
    "names": "/names/person",
    "articles": "/articles",
    "article": "/doc/article/sco-tashkent-2016",
    "article-words": "/doc/article/sco-tashkent-2016#char=585,660",
    "meeting": "/doc/meeting/sco-secretaries-of-security-councils-11",
    "person": "/doc/person/ru-patrushev-n",
    "office": "/doc/office/ru-secretary-of-security-council",
    "country": "/doc/country/RU",
    "organisation": "/doc/organisation/sco",
    "place": "/doc/place/uz-tashkent",
    "instrument": "/doc/instrument/sco-convention-on-fight-against-extremism",
    "topic": "/doc/topic/terrorism",
    "questions": "/questions",
    "question": "/questions/encounters",
    "answer": "/questions/encounters?first_party=KZ&second_party=CN",
    "answer-years": "/questions/topics?words=security",
    "answer-timeline": "/questions/meetings?country=RU",
    "answer-in-vain": "/questions/encounters?first_party=KZ&second_party=JP",
    "sparql": "/sparql",
    "sparql-answer": "/sparql?query=" + quote("SELECT ?x ?y { ?x readout:place ?y } LIMIT 9"),
    "ontology": "/ontology",
    "missing": "/doc/person/nobody",
    "refused": "/sparql?query=SELECT",
}
"""The name of a picture with the address of its page."""


def main(arguments: list[str]) -> int:
    """Take the pictures; those that are wanted can be named behind the folder."""
    from playwright.sync_api import sync_playwright  # tests read PAGES where it is not installed

    folder = Path(arguments[0]) if arguments else ROOT / "out" / "screenshots"
    wanted = arguments[1:] or list(PAGES)
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as place,
        served(Path(place) / "store") as here,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for width, scheme in product(WIDTHS, SCHEMES):
            take(browser, here, folder, width, scheme, wanted)
        browser.close()
    print(f"{len(wanted) * len(WIDTHS) * len(SCHEMES)} pictures in {folder}")
    return 0


def take(
    browser: Browser, here: str, folder: Path, width: int, scheme: str, wanted: list[str]
) -> None:
    """Take the pages at one width in one scheme, and what is offered while one types.

    Each is taken whole; a place of a page as one sees it who comes there.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for name in wanted:
        page.goto(here + PAGES[name])
        whole = "#" not in PAGES[name]
        page.wait_for_timeout(0 if whole else 600)  # a browser scrolls smoothly
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=whole)
        if name == "home":
            page.locator("#q").press_sequentially("pat")
            page.get_by_role("option").first.wait_for()
            page.keyboard.press("ArrowDown")
            page.screenshot(path=folder / f"offered-{width}-{scheme}.png")
    context.close()


@contextmanager
def served(store: Path) -> Iterator[str]:
    """Build a store of our own articles, serve it, and yield the address."""
    sources = (str(ROOT / "articles"), str(ROOT / "tests" / "corpus"))
    command = (sys.executable, "-m", "kg")
    subprocess.run([*command, "build", *sources, "--store", str(store)], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    serving = subprocess.Popen(
        [*command, "serve", "--port", "0", "--store", str(store)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert serving.stdout
        yield serving.stdout.readline().strip().rstrip("/")
    finally:
        serving.terminate()
        serving.communicate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
