"""All printed names of one kind in the order of the alphabet, as the index of a book has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import UsageError
from kg.queries import surroundings
from kg.store import Store
from kg.web.views import links, search
from kg.web.views.kept import kept
from kg.web.views.names import Entry, fold, names

SIZE = 200
"""Names of one page."""

KINDS = {
    "meeting": "Meetings",
    "person": "Persons",
    "office": "Offices",
    "country": "Countries",
    "organisation": "Organisations",
    "place": "Places",
    "instrument": "Documents",
    "topic": "Topics",
}
"""The kinds that are listed, with the heading; articles have a list of their own, by date."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed name and the page of the thing; `name` is what it is called there if another."""

    printed: str
    path: str
    name: str | None
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The names of a page with one first letter; `slug` names it in addresses."""

    letter: str
    lines: tuple[Line, ...]

    @property
    def slug(self) -> str:
        """The letter as a part of an address."""
        return slug(self.letter)


@dataclass(frozen=True, slots=True)
class Letter:
    """A first letter, and how many names to skip for the page on which it begins."""

    letter: str
    skip: int | None

    @property
    def slug(self) -> str:
        """The letter as a part of an address."""
        return slug(self.letter)


@dataclass(frozen=True, slots=True)
class Listing:
    """Names `first` to `last` of `total`."""

    kind: str
    title: str
    groups: tuple[Group, ...]
    letters: tuple[Letter, ...]
    first: int
    last: int
    total: int
    before: int | None
    after: int | None


def listing(store: Store, kind: str, skip: int = 0, size: int = SIZE) -> Listing:
    """Return a page of the names of one kind. Raises UsageError for a kind that is not listed."""
    if kind not in KINDS:
        raise UsageError(f"no list of {kind!r}: there are those of {', '.join(KINDS)}")
    every = _ordered(store, kind)
    last = min(skip + size, len(every))
    return Listing(
        kind=kind,
        title=KINDS[kind],
        groups=_groups(store, every[skip:last]),
        letters=_letters(store, kind, size),
        first=min(skip + 1, last),
        last=last,
        total=len(every),
        before=max(0, skip - size) if skip else None,
        after=last if last < len(every) else None,
    )


@kept(len(KINDS))
def _ordered(store: Store, kind: str) -> tuple[Entry, ...]:
    """Return the names of a kind in a snapshot in the order of the alphabet, each once a thing."""
    mine = {entry for entry in names(store).entries if entry.kind == kind}
    return tuple(sorted(mine, key=_place))


def _place(entry: Entry) -> tuple[bool, str, str, str]:
    """Return what names are sorted by: letters of the Latin alphabet stand before all others."""
    folded = fold(entry.name).strip()
    return not folded[:1].isascii() or not folded, folded, entry.name, entry.iri


@kept(len(KINDS))
def _letters(store: Store, kind: str, size: int) -> tuple[Letter, ...]:
    found: dict[str, int] = {}
    for number, entry in enumerate(_ordered(store, kind)):
        found.setdefault(letter(entry.name), number)
    return tuple(Letter(each, number // size * size or None) for each, number in found.items())


def letter(name: str) -> str:
    """Return under which letter a name stands: "A" to "Z", "0–9", or "other" scripts and signs."""
    first = fold(name).strip()[:1]
    if not first or not first.isascii():
        return "other"
    return "0–9" if first.isdigit() else first.upper()


def slug(letter: str) -> str:
    """Return a letter as a part of an address."""
    return f"letter-{'digits' if letter == '0–9' else letter.lower()}"


def _groups(store: Store, entries: Iterable[Entry]) -> tuple[Group, ...]:
    listed = tuple(entries)
    called = surroundings.names(store, (entry.iri for entry in listed))
    heads = surroundings.names(store, (name.head for name in called.values()))
    owners = search.owners(store, heads)
    found: dict[str, list[Line]] = {}
    for entry in listed:
        head = called[entry.iri].head
        path = links.document(head)
        if path:
            name = heads[head].text if entry.name != heads[head].name else None
            line = Line(entry.name, path, name, owners.get(head, ()))
            found.setdefault(letter(entry.name), []).append(line)
    return tuple(Group(letter, tuple(lines)) for letter, lines in found.items())
