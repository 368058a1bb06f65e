"""Sources as users name them: files, folders, patterns, article tables, addresses, stdin.

    report.txt  report.md  page.html  report.txt.gz     one article a file
    articles.jsonl  articles.jsonl.gz                   one a line: text, url, title, published
    folder/                                             all such files below it
    'reports/2016-*.txt'                                a pattern, for shells that leave it alone
    https://…                                           a page, through kg.reading.fetch
    -                                                   standard input

What cannot be used becomes a Source with its fault, so that a batch goes on.
"""

from __future__ import annotations

import glob
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from kg.errors import InputError
from kg.reading import content

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")
TABLES = (".jsonl", ".ndjson")
ACCEPTED = "a text (.txt, .md), a page (.html), a table (.jsonl), these as .gz, or a folder of them"

_FIELDS = ("text", "url", "title", "published", "publisher", "id")
_ISO = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be read; `name` is what a person calls it.

    `id` is None where it comes from the text itself (standard input). `record`
    is the row of a table of articles, `data` what came on standard input, which
    only the first process can read, or what `pack` read of a file. `fault` says
    why the source cannot be read.
    """

    name: str
    id: str | None
    kind: Literal["file", "stdin", "address", "record"]
    record: dict[str, str] | None = None
    data: bytes = b""
    fault: str | None = None


def expand(sources: Iterable[str]) -> Iterator[Source]:
    """Yield the articles that `sources` name, in their order, those of a folder by name.

    A file that is named twice comes once. Of two different sources with one id
    the second comes with a fault.
    """
    names: dict[str, str] = {}
    for source in sources:
        for found in _one(source):
            taken = names.get(found.id) if found.id is not None else None
            if taken is not None and _same(taken, found):
                continue
            if taken is not None and found.fault is None:
                fault = f"its id {found.id!r} is already that of {taken}: rename one of them"
                found = replace(found, fault=fault)
            elif found.id is not None and found.fault is None:
                names[found.id] = found.name
            yield found


def count(sources: Iterable[str]) -> int:
    """Return about how many articles `sources` name, without reading standard input."""
    return sum(1 for name in sources for _ in ((1,) if name == "-" else _one(name)))


def digest(source: Source) -> str | None:
    """Return a digest of the bytes of a source and of how they are read.

    None for an address, whose bytes are not here, and for what cannot be read.
    """
    if source.fault is not None or source.kind == "address":
        return None
    if source.kind == "record":
        data = json.dumps(source.record, sort_keys=True).encode()
    elif source.kind == "stdin":
        data = source.data
    else:
        try:
            data = source.data or content.load(source.name)
        except InputError:
            return None
    how = f"{source.kind} {_suffix(Path(source.name)) if source.kind == 'file' else ''}\0"
    return hashlib.sha256(how.encode() + data).hexdigest()


def pack(source: Source) -> Source:
    """Return a source with the bytes of its file in it, for a machine that does not have the file.

    One that cannot be read stays as it is: reading it tells why.
    """
    if source.kind != "file" or source.fault is not None:
        return source
    try:
        return replace(source, data=content.load(source.name))
    except InputError:
        return source


def _same(taken: str, found: Source) -> bool:
    """Tell whether two names lead to one file or address."""
    if found.kind != "file":
        return found.kind == "address" and taken == found.name
    return Path(taken).resolve() == Path(found.name).resolve()


def _one(source: str) -> Iterator[Source]:
    path = Path(source)
    if source == "-":
        yield _stdin()
    elif source.lower().startswith(("http://", "https://")):
        yield Source(source, address_id(source), "address")
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield from _file(path)
    elif glob.has_magic(source):
        yield from _pattern(source)
    else:
        yield Source(source, None, "file", fault=f"no such file; accepted: {ACCEPTED}")


def _stdin() -> Source:
    try:
        return Source("standard input", None, "stdin", data=content.load_stdin())
    except InputError as error:
        return Source("standard input", None, "stdin", fault=_without("standard input", error))


def _without(name: str, error: InputError) -> str:
    """Return the message of an error without the name it begins with."""
    return str(error).removeprefix(f"{name}: ")


def _folder(folder: Path) -> Iterator[Source]:
    files = [path for path in sorted(folder.rglob("*")) if _wanted(path, folder)]
    if not files:
        fault = f"the folder holds no article ({', '.join('*' + s for s in SUFFIXES + TABLES)})"
        yield Source(str(folder), None, "file", fault=fault)
    for path in files:
        yield from _file(path)


def _wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and _suffix(path) in SUFFIXES + TABLES and path.is_file()


def _pattern(pattern: str) -> Iterator[Source]:
    found = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207  Path.glob takes no absolute ones
    if not found:
        yield Source(pattern, None, "file", fault="no file matches the pattern")
    for name in found:
        path = Path(name)
        yield from _folder(path) if path.is_dir() else _file(path)


def _file(path: Path) -> Iterator[Source]:
    if _suffix(path) in TABLES:
        yield from _table(path)
    else:
        regular = path.is_file()
        yield Source(str(path), make_id(_stem(path)) if regular else None, "file")


def _suffix(path: Path) -> str:
    """Return the suffix of a path in lower case, the one before where it is ".gz"."""
    return Path(path.stem if path.suffix.lower() == ".gz" else path.name).suffix.lower()


def _stem(path: Path) -> str:
    name = path.stem if path.suffix.lower() == ".gz" else path.name
    return Path(name).stem


# --- tables of articles -------------------------------------------------------------


def _table(path: Path) -> Iterator[Source]:
    """Yield the rows of a JSON Lines file, each read when it is asked for."""
    count = 0
    try:
        for number, line in enumerate(content.lines(path), 1):
            if line.strip():
                count += 1
                yield _record(line, f"{path} line {number}")
    except InputError as error:
        yield Source(str(path), None, "file", fault=_without(str(path), error))
        return
    if not count:
        yield Source(str(path), None, "file", fault="the table is empty")


def _record(line: bytes, name: str) -> Source:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Source(name, None, "record", fault=f"not a JSON object: {error}")
    fault = _row_fault(row)
    if fault is not None:
        return Source(name, None, "record", fault=fault)
    record = {field: row[field] for field in _FIELDS if row.get(field) is not None}
    if "published" in record:
        record["published"] = record["published"][:10]
    return Source(name, _record_id(record), "record", record)


def _row_fault(row: Any) -> str | None:
    """Return why a row is no article, or None."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return 'no article: {"text": …, "url": …, "title": …, "published": …} is accepted'
    odd = [name for name in _FIELDS if not isinstance(row.get(name), str | None)]
    if odd:
        return f"{odd[0]} is no string"
    published = row.get("published")
    if published is not None and not _ISO.match(published[:10]):
        return f"published is {published[:40]!r}: an ISO date (2016-04-15) is accepted"
    return content.text_fault(row["text"])


def _record_id(record: dict[str, str]) -> str:
    if "id" in record:
        return make_id(record["id"])
    return address_id(record["url"]) if "url" in record else text_id(record["text"])


# --- ids ----------------------------------------------------------------------------


def make_id(name: str) -> str:
    """Return `name` as an id: letters, digits, ".", "_" and "-" stay, all else becomes "-".

    A name with no Latin letter or digit is told by its digest.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-._")
    return slug[:120] if slug else f"text-{_digest(name)}"


def address_id(address: str) -> str:
    """Return the id of the article at an address: its last path segment and a digest."""
    parts = [part for part in unquote(_path(address)).split("/") if part]
    words = re.sub(r"\.\w{2,5}$", "", parts[-1]) if parts else ""
    return f"{make_id(words)[:60].strip('-._') if words else 'page'}-{_digest(address)[:8]}"


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def text_id(text: str) -> str:
    """Return the id of an article that is known by its text alone."""
    return f"text-{_digest(text)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
