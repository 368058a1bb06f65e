"""A real browser for tests: Debian's Chromium, with all that it asks for and complains of noted.

with chromium() as browser, visit(browser, scripts=False) as page:
    page.goto(...)
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from conftest import need

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

WIDE, NARROW = 1440, 390
"""Widths of windows, in CSS pixels: of a desk, and of a telephone."""

_PATIENCE = 8_000  # milliseconds until something that should be there is missed
_HOME = ("127.0.0.1", "localhost", "::1")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the browser that the machine has; skip, in CI fail, where it has none."""
    need("playwright", "pip install playwright drives a browser")
    need("chromium", "the Debian package chromium is the browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@dataclass
class Notes:
    """What a browser asked for, and what it or a page complained of, in order."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, request: Request) -> None:
        """Note a request."""
        self.asked.append(request.url)

    def hear(self, message: ConsoleMessage) -> None:
        """Note an error or a warning of the console."""
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def close(self, dialog: Dialog) -> None:
        """Note a dialog, which none of our pages opens."""
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @property
    def abroad(self) -> list[str]:
        """The addresses that were asked for and are not on this machine."""
        return [address for address in self.asked if not is_home(address)]


def is_home(address: str) -> bool:
    """Tell whether an address is on this machine: on loopback, in a file, or in itself."""
    parts = urlsplit(address)
    return parts.scheme in ("file", "data", "blob", "about") or parts.hostname in _HOME


@contextmanager
def visit(
    browser: Browser, *, scripts: bool = True, width: int = WIDE, refused: bool = False
) -> Iterator[tuple[Page, Notes]]:
    """Yield a page of a person who has never been here, with the notes; at the end nothing
    was asked of other machines, and nothing complained of but, where `refused`, the status.
    """
    context = browser.new_context(
        java_script_enabled=scripts,
        viewport={"width": width, "height": 900},
        accept_downloads=True,
    )
    context.set_default_timeout(_PATIENCE)
    notes = _listen(context)
    page = context.new_page()
    page.on("dialog", notes.close)
    try:
        yield page, notes
    finally:
        context.close()
    assert notes.abroad == []
    status = "error: Failed to load resource: the server responded with a status of 4"
    assert [each for each in notes.complaints if not (refused and each.startswith(status))] == []


def _listen(context: BrowserContext) -> Notes:
    notes = Notes()
    context.on("request", notes.ask)
    context.on("console", notes.hear)
    context.on("weberror", lambda error: notes.complaints.append(f"fault: {error.error}"))
    return notes


@cache
def axe() -> str:
    """Return axe-core, the checker of accessibility, as a script."""
    need("axe_core_python", "pip install axe-core-python brings the checker of accessibility")
    spec = importlib.util.find_spec("axe_core_python")
    assert spec and spec.origin
    return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")


def faults(page: Page) -> list[str]:
    """Return what axe-core finds on a page: rule, element, and what to do."""
    page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run({ resultTypes: ['violations'] })).violations"
    )
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


def overflow(page: Page) -> list[str]:
    """Return the elements that stick out of the window of a page at the side."""
    found: list[str] = page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          return [...document.querySelectorAll("body *")]
            .filter((each) => each.getBoundingClientRect().right > wide + 1)
            .map((each) => each.outerHTML.slice(0, 160));
        }"""
    )
    return found


def printed(page: Page, folder: Path) -> str:
    """Return the text of a page as it comes out on paper, with single blanks."""
    need("pdftotext", "the Debian package poppler-utils reads what is printed")
    file = folder / "page.pdf"
    page.pdf(path=file, format="A4")
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode("utf-8").split())
