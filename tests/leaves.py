"""Pages as tests read them: asked of the application in this process, taken apart by a parser."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from starlette.applications import Starlette

from kg.web.app import create_app
from kg.web.site import Site, open_site

VOID = {"meta", "link", "input", "br", "img", "hr"}
EMPTY_SVG = {"circle", "line", "path", "rect"}


@dataclass(slots=True)
class Element:
    """An element: its name, attributes, the text within, and the elements around it."""

    tag: str
    attributes: dict[str, str]
    above: tuple[Element, ...]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def within(self, tag: str) -> bool:
        return any(element.tag == tag for element in self.above)


class Leaf(HTMLParser):
    """A page taken apart; `wrong` lists the tags that are not closed as they were opened."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = text
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{element.tag}> is left open" for element in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()
            if tag not in EMPTY_SVG:
                self.wrong.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1].tag if self.open else 'nothing'}")
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a name with these attributes; class_ means class."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(_has(element, name, value) for name, value in wanted.items())
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} <{tag}> with {attributes}"
        return found[0]

    @property
    def text(self) -> str:
        return self.one("body").text

    @property
    def hrefs(self) -> list[str]:
        return [
            element.attributes["href"] for element in self.all("a") if "href" in element.attributes
        ]


def _has(element: Element, name: str, value: str) -> bool:
    own = element.get(name)
    return own is not None and (value in own.split() if name == "class" else own == value)


def faults(leaf: Leaf) -> list[str]:
    """Return what is against the manners or the safety of every page."""
    return [*leaf.wrong, *_manners(leaf), *_safety(leaf)]


def _manners(leaf: Leaf) -> Iterator[str]:
    if len(leaf.all("h1")) != 1:
        yield f"{len(leaf.all('h1'))} h1"
    for landmark in ("header", "main", "nav", "footer"):
        if not leaf.all(landmark):
            yield f"no <{landmark}>"
    first = leaf.all("a")[0]
    if first.get("href") != "#content" or leaf.one("main").get("id") != "content":
        yield "the first link does not lead to the content"
    ids = [element.attributes["id"] for element in leaf.elements if "id" in element.attributes]
    yield from (f"id {name} twice" for name in sorted({n for n in ids if ids.count(n) > 1}))
    for element in leaf.elements:
        for name in (element.get("aria-labelledby") or "").split():
            if name not in ids:
                yield f"labelled by {name}, which is not there"
        if element.tag in ("input", "select", "textarea") and not leaf.all(
            "label", for_=element.get("id") or "none"
        ):
            yield f"a field without label: {element.attributes}"
        if element.tag == "a" and not (element.text or element.get("aria-label")):
            yield f"a link without words: {element.attributes}"
    yield from (f"no place {ref}" for ref in leaf.hrefs if ref[:1] == "#" and ref[1:] not in ids)
    if leaf.one("html").get("lang") != "en":
        yield "no language"


def _safety(leaf: Leaf) -> Iterator[str]:
    for element in leaf.elements:
        for name, value in element.attributes.items():
            if name == "style" or name.startswith("on"):
                yield f"{name} in <{element.tag}>"
            if name in ("href", "src", "action") and urlsplit(value).scheme not in (
                "",
                "http",
                "https",
            ):
                yield f"{name}={value}"
        if element.tag in ("style", "iframe", "object", "base"):
            yield f"<{element.tag}>"
        if (
            element.tag == "script"
            and element.text
            and element.get("type") != "application/ld+json"
        ):
            yield "a script within the page"
        if element.tag in ("script", "img", "link") and element.get("rel") not in ("canonical",):
            address = element.get("src") or element.get("href") or ""
            if urlsplit(address).netloc:
                yield f"{address} is fetched from elsewhere"


@dataclass(frozen=True, slots=True)
class Desk:
    """The pages of one store, asked in this process; what was taken apart once is kept."""

    site: Site
    app: Starlette
    kept: dict[str, Leaf] = field(default_factory=dict)

    def get(self, path: str, accept: str = "text/html") -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1", headers={"accept": accept}
            ) as client:
                return await client.get(path)

        return asyncio.run(ask())

    def leaf(self, path: str, status: int = 200) -> Leaf:
        if status == 200 and path in self.kept:
            return self.kept[path]
        answer = self.get(path)
        assert answer.status_code == status, f"{path}: {answer.status_code} {answer.text[:200]}"
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        self.kept[path] = Leaf(answer.text)
        return self.kept[path]


@contextlib.contextmanager
def desk(path: Path, base_path: str = "") -> Iterator[Desk]:
    """Yield the pages of the store at `path`."""
    site = open_site(path, base_path=base_path)

    try:
        yield Desk(site, create_app(site))
    finally:
        site.served.close()
