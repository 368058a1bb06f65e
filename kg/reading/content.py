"""The bytes of a source and the text in them, within limits.

Text is UTF-8, with or without a byte order mark, and is kept as it is: no line
break and no other character is changed.
"""

from __future__ import annotations

import codecs
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError

LARGEST = 12 * 1024 * 1024
"""Bytes of one article, unpacked: some two million words; more would fill the memory."""
LARGEST_TABLE = 4 * 1024 * 1024 * 1024
"""Bytes of one table of articles, unpacked; it is read line by line."""
STEP = 64 * 1024

_KNOWN = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a packed file (docx, odt, zip)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (codecs.BOM_UTF16_LE, "text in UTF-16"),
    (codecs.BOM_UTF16_BE, "text in UTF-16"),
    (b"\x1f\x8b", "packed twice"),
)


def load(name: str) -> bytes:
    """Return the bytes of the file `name`, unpacked where its name ends in ".gz".

    Raises InputError where it cannot be read or holds more than LARGEST bytes.
    """
    return b"".join(_limited(_parts(Path(name)), name, LARGEST))


def load_stdin() -> bytes:
    """Return what comes on standard input, within the same limit."""
    return b"".join(_limited(_steps(sys.stdin.buffer), "standard input", LARGEST))


def lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a table, none of which may be longer than LARGEST bytes."""
    rest = bytearray()
    for part in _limited(_parts(path), str(path), LARGEST_TABLE):
        first, *others = part.split(b"\n")
        rest += first
        if len(rest) > LARGEST:
            raise InputError(f"{path}: a line has more than {LARGEST >> 20} MiB")
        if others:
            yield bytes(rest)
            yield from others[:-1]
            rest = bytearray(others[-1])
    yield bytes(rest)


def _parts(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from unpack(_steps(file)) if path.suffix.lower() == ".gz" else _steps(file)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except zlib.error as error:
        raise InputError(f"{path}: not a gzip file, or a damaged one") from error


def _steps(file: BinaryIO) -> Iterator[bytes]:
    while part := file.read(STEP):
        yield part


def _limited(parts: Iterator[bytes], name: str, limit: int) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            raise InputError(f"{name}: larger than {limit >> 20} MiB, the most that is read")
        yield part


def unpack(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield gzip data unpacked, STEP bytes at most at a time; zlib.error where it is damaged."""
    gzip = zlib.decompressobj(wbits=31)
    for part in parts:
        waiting = part
        while waiting:
            if gzip.eof:
                gzip = zlib.decompressobj(wbits=31)
            yield gzip.decompress(waiting, STEP)
            waiting = gzip.unused_data if gzip.eof else gzip.unconsumed_tail
    if not gzip.eof:
        raise zlib.error("the end is missing")


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`, which is UTF-8 with or without byte order mark.

    Raises InputError where it is something else, or says nothing.
    """
    for opening, what in _KNOWN:
        if data.startswith(opening):
            raise InputError(f"{name}: {what}; UTF-8 text or HTML is accepted")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start} is not UTF-8; UTF-8 text is accepted"
            ", or HTML that declares its encoding"
        ) from error
    fault = text_fault(text)
    if fault is not None:
        raise InputError(f"{name}: {fault}")
    return text


def text_fault(text: str) -> str | None:
    """Return why a string is no readable text, or None."""
    if not text or text.isspace():
        return "empty"
    if len(text) > LARGEST:
        return f"larger than {LARGEST >> 20} MiB, the most that is read"
    head = text[:4096]
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1b" for char in head)
    if "\x00" in text or controls * 20 > len(head):
        return "bytes that are no text; UTF-8 text or HTML is accepted"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "half a character (a lone surrogate) stands in the text"
    return None
