"""A page becomes text: its article, its metadata, and a map from the one back to the other.

The reading of pages rests on trafilatura, which only an installation with the
extra `html` has; it is given bytes and never fetches.
"""

from __future__ import annotations

import codecs
import importlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.errors import InputError
from kg.reading import content

LARGEST = 8 * 1024 * 1024
"""Bytes of a page; real ones have a few hundred thousand."""
MOST_ELEMENTS = 60_000
DEEPEST = 200
"""Elements within each other; the parser gives up a little later."""
SHORTEST = 80
"""Characters: what is shorter is a menu, not an article."""

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe")
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr"}
)
_MISSING = "reading HTML needs an extra: pip install 'readout-kg[html]'"


@dataclass(frozen=True)
class Page:
    """A page read: `text` is its article, `visible` all that the page shows, blanks folded.

    The rest is what the page's metadata say, None where they do not.
    """

    text: str
    visible: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where in `visible` the words of the text from `start` to `end` stand.

        None where the page shows them otherwise than the text has them.
        """
        lines = self._lines
        number = bisect_right(lines, start, key=lambda line: line[0]) - 1
        if number < 0 or lines[number][2] is None:
            return None
        offset, length, there = lines[number]
        if end > offset + length:
            return None
        before = len(_folded(self.text[offset:start] + "|")) - 1
        first = there + before
        last = first + len(_folded(self.text[start:end]))
        return first, last

    @cached_property
    def _lines(self) -> list[tuple[int, int, Any]]:
        """Lines of the text: offset, length and the offset of the same words in `visible`."""
        found: list[tuple[int, int, Any]] = []
        offset, cursor = 0, 0
        for line in self.text.splitlines(keepends=True):
            words = _folded(line).removeprefix("- ")
            skipped = len(line) - len(line.lstrip("- "))
            there = self.visible.find(words, cursor) if words else -1
            if there >= 0:
                cursor = there + len(words)
            found.append(
                (offset + skipped, len(line.rstrip()) - skipped, there if there >= 0 else None)
            )
            offset += len(line)
        return found


def _folded(text: str) -> str:
    return " ".join(text.split())


def convert(data: bytes, name: str, charset: str | None = None) -> Page:
    """Return the page that `data` holds; `charset` is the one that its server declares.

    Raises InputError, which names the page, where it declares no encoding and
    is not UTF-8, is too large or too deep to be a page, or holds no article.
    """
    if len(data) > LARGEST:
        raise InputError(
            f"{name}: larger than {LARGEST >> 20} MiB, the most that is read of a page"
        )
    tree = _tree(decode(data, name, charset), name)
    visible = _folded("".join(_shown(tree, name)))
    page = _article(tree, name)
    title, text = page.title, _paragraphs(page.text or "")
    if len(text) < SHORTEST:
        raise InputError(f"{name}: the page holds no article, only menus or less")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Page(text, visible, title, page.date, page.sitename, page.url)


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """Return a page as characters, by the encoding that server, mark or page declares."""
    found = _XML.search(data[:1024]) or _META.search(data[:8192])
    declared = charset or (found.group(1).decode("ascii") if found else None)
    if data.startswith(codecs.BOM_UTF8):
        declared = "utf-8-sig"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        declared = "utf-16"
    if declared is None:
        return content.decode(data, name)
    try:
        text = data.decode(declared, "replace")
    except LookupError as error:
        raise InputError(f"{name}: declares the encoding {declared!r}, which is none") from error
    fault = content.text_fault(text)
    if fault is not None:
        raise InputError(f"{name}: {fault}")
    return text


def _tree(markup: str, name: str) -> Any:
    """Return the parsed page; InputError where no page has such a shape."""
    etree, html = _load("lxml.etree", name), _load("lxml.html", name)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", markup).encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"{name}: cannot be parsed as HTML") from error
    depth, count = _measure(etree.iterwalk(tree, events=("start", "end")))
    if depth > DEEPEST or count > MOST_ELEMENTS:
        raise InputError(f"{name}: {count} elements, {depth} deep: too much for a page")
    return tree


def _load(module: str, name: str) -> Any:
    """Return a module of the extra; InputError, for the page `name`, where it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise InputError(f"{name}: {_MISSING}") from error


def _measure(walk: Iterable[tuple[str, Any]]) -> tuple[int, int]:
    """Return how deep the elements of a tree stand in each other, and how many there are."""
    depth = deepest = count = 0
    for event, _ in walk:
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    return deepest, count


def _shown(tree: Any, name: str) -> Iterator[str]:
    """Yield the strings that a page shows, with a blank around each block."""
    walk = _load("lxml.etree", name).iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        edge = "" if element.tag in _INLINE else " "
        if event == "end":
            yield edge
            yield element.tail or ""
        elif element.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            yield edge
            yield element.text or ""


def _article(tree: Any, name: str) -> Any:
    """Return what trafilatura takes for the article of a page, with its metadata."""
    found = _load("trafilatura", name).bare_extraction(
        tree,
        include_comments=False,
        include_images=False,
        include_links=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        raise InputError(f"{name}: the page holds no article, only menus or less")
    return found


def _paragraphs(text: str) -> str:
    """Return the lines of an article with a blank line between paragraphs, none within a list."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        listed = before.startswith("- ") and line.startswith("- ")
        parts += [("\n" if listed else "\n\n") if parts else "", line]
    return "".join(parts)
