"""A source (path, address, row of a table, standard input) becomes an Article.

What the container says of the article (the page's metadata, the row's fields)
comes first; what it leaves open is taken from the text's own lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.errors import InputError
from kg.model import Article
from kg.reading import content, masthead
from kg.reading.sources import Source, expand, text_id

MARKUP = ("<!doctype html", "<html", "<head", "<body")


def read(source: str | Source) -> Article:
    """Return the one article that a source names.

    Raises InputError, which names the source, where it cannot be read or is
    not one article but several.
    """
    if isinstance(source, str):
        found = list(_first_two(expand([source])))
        if len(found) > 1:
            raise InputError(f"{source}: more than one article; read_each takes them all")
        source = found[0]
    if source.fault is not None:
        raise InputError(f"{source.name}: {source.fault}")
    return _READERS[source.kind](source)


def read_each(sources: Iterable[str]) -> Iterator[tuple[Source, Article | InputError]]:
    """Yield every source with its article, or with the error that says why there is none."""
    for source in expand(sources):
        try:
            yield source, read(source)
        except InputError as error:
            yield source, error


def _first_two(sources: Iterator[Source]) -> Iterator[Source]:
    for _, source in zip(range(2), sources, strict=False):
        yield source


def _read_file(source: Source) -> Article:
    return _from_bytes(source, source.data or content.load(source.name))


def _read_stdin(source: Source) -> Article:
    return _from_bytes(source, source.data)


def _read_address(source: Source) -> Article:
    from kg.reading import fetch  # the network's modules cost every start 40 ms

    answer = fetch.fetch(source.name)
    return _from_bytes(source, answer.body, answer.url, answer.charset)


def _read_record(source: Source) -> Article:
    record = source.record or {}
    return _article(
        source,
        record["text"],
        url=record.get("url"),
        title=record.get("title"),
        published=record.get("published"),
        publisher=record.get("publisher"),
    )


_READERS = {
    "file": _read_file,
    "stdin": _read_stdin,
    "address": _read_address,
    "record": _read_record,
}


def _from_bytes(
    source: Source, data: bytes, url: str | None = None, charset: str | None = None
) -> Article:
    """Read text, or the page that the bytes are where they begin as HTML does."""
    if not _is_page(source.name, data):
        return _article(source, content.decode(data, source.name), url=url)
    from kg.reading import html

    page = html.convert(data, source.name, charset)
    return _article(
        source,
        page.text,
        url=url or page.url,
        title=page.title,
        published=page.published,
        publisher=page.publisher,
    )


def _is_page(name: str, data: bytes) -> bool:
    plain = name.lower().removesuffix(".gz")
    opening = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().decode("ascii", "replace")
    while opening.startswith(("<?xml", "<!--")):
        opening = opening.partition(">")[2].lstrip()
    return plain.endswith((".html", ".htm")) or opening.startswith(MARKUP)


def _article(
    source: Source,
    text: str,
    *,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
) -> Article:
    """Return the article of a text, its gaps filled from the text's own lines."""
    own = masthead.read(text, url)
    return Article(
        id=source.id or text_id(text),
        text=text,
        url=own.url,
        title=title or own.title,
        publisher=publisher or own.publisher,
        published=published or own.published,
        place=own.place,
    )
