"""The known names of a view, with what the text itself says of them.

A text may define a short form of its own ("Republic of Kazakhstan (RK)", "Danube
River Mission (DRM)"): from then on, and before, the short form counts in this
text. A name with its short form in brackets is one mention, and so is a body
with the organisation that it belongs to ("Secretariat of the SCO").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from kg import resources
from kg.language import expressions as re
from kg.lexicon import Organisation, acronyms, organisations
from kg.lexicon.acronyms import Definition
from kg.lexicon.gazetteer import Entry, Found, gazetteer
from kg.lexicon.tables import rows
from kg.model import Document

_WORD = re.compile(r"[A-Z][\w'-]+")
_SMALL = re.compile(r" (?:of|for|on|in|to|against|under) ")
_NATIONAL = re.compile(
    r"(?:National|State|Supreme|Federal|Presidential|House|Ministry|Department|Cabinet)\b|.*\w's? "
    r"|.*\b(?:Joint|Bi-?[Nn]ational|Bilateral|Intergovernmental Commission|Mixed|Working"
    r"|High[- ]Level|Strategic (?:Cooperation|Partnership)|Senior Officials"
    r"|(?:Council|Committee) of Ministers)\b"
)
_GATHERING = re.compile(r"(?:Conference|Dialogue|Meeting|Retreat|Session|Summit|Talks)s?\Z")
_ACRONYM = re.compile(r"(?<![\w(])([A-Z][A-Za-z]*[A-Z]) \(\Z")
LONGEST_ACRONYM = 14
"""Code points before a bracketed full name that are looked at."""
_GAP = re.compile(r" ?\(| |, ")
_OF = re.compile(r" of (?:the )?")
_OWNER = re.compile(r"(?:'s?)? ")


def recognise(document: Document) -> tuple[Found, ...]:
    """Return the known names of a document, not overlapping, in its order, noise left out."""
    found = names(document.view)
    noise = [(s.start, s.end) for s in document.sentences if s.kind == "noise"]
    return tuple(f for f in found if not _inside(noise, f.start)) if noise else found


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


@lru_cache(maxsize=4)
def names(view: str) -> tuple[Found, ...]:
    """Return the known names of a view, not overlapping, in its order."""
    found = list(gazetteer().scan(view))
    learned = _learned(view, found)
    if learned:
        found = _overlaid(found, _occurrences(view, learned))
    return tuple(_whole(view, list(_bracketed(view, _unshortened(view, _settled(found))))))


# --- short forms that the text defines -----------------------------------------------


def _learned(view: str, found: list[Found]) -> dict[str, Entry]:
    """Return the forms that the text defines, with what they name."""
    ends = {f.end: f for f in found}
    learned: dict[str, Entry] = {}
    for definition in acronyms.definitions(view):
        known = ends.get(definition.end)
        if known is not None and known.start <= definition.start:
            learned[definition.acronym] = replace(known.entry, weak=False, demonym=False)
        elif definition.acronym not in learned:
            learned |= _new(view, definition)
    for known in found:
        acronym = _ACRONYM.search(view, max(0, known.start - LONGEST_ACRONYM), known.start)
        full = known.entry.organisation or (acronym and _initials(view, known) == acronym[1])
        if acronym and view[known.end : known.end + 1] == ")" and full:
            learned.setdefault(acronym[1], replace(known.entry, weak=False))
    return {form: entry for form, entry in learned.items() if _names(entry)}


def _initials(view: str, known: Found) -> str:
    """Return the capitals with which the words of a name begin."""
    return "".join(word[0] for word in _WORD.findall(view, known.start, known.end))


def _names(entry: Entry) -> bool:
    """Tell whether an entry can have a short form: a city has none."""
    return bool(entry.countries or entry.organisation)


def _new(view: str, definition: Definition) -> dict[str, Entry]:
    """Return the forms of an organisation that only this text knows, none where it is none.

    Gatherings, organs of one country and commissions of two are none.
    """
    name = " ".join(view[definition.start : definition.end].split())
    head = _WORD.findall(_SMALL.split(name)[0])[-1:]
    kind = heads().get(head[0]) if head else None
    if head and head[0] in _STANDING and _acts(view, definition.acronym):
        kind = "body"
    if kind is None or _NATIONAL.match(name) or _GATHERING.search(name) or not _proper(name):
        return {}
    entry = Entry(organisation=Organisation(definition.acronym, None, None, (name,), ()))
    organ = kind == "organ" and _owned(view, definition)
    return {definition.acronym: entry} if organ else {definition.acronym: entry, name: entry}


_STANDING = frozenset(
    ("Forum", "Initiative", "Compact", "Pact", "Partnership", "Platform", "Process")
)
"""Words for bodies and for what is no body alike."""


def _acts(view: str, acronym: str) -> bool:
    """Tell whether what a name means has officers or members: a forum that meets is none."""
    own = r"(?:'s)?\s+(?:Secretar|Executive|[Mm]ember|Council|Commission|Charter)"
    return re.search(rf"\b{re.escape(acronym)}{own}", view) is not None


def _proper(name: str) -> bool:
    """Tell whether all longer words of a name are capitalised."""
    return all(word[0].isupper() for word in re.findall(r"[\w'-]{4,}", name) if word != "with")


def _owned(view: str, definition: Definition) -> bool:
    """Tell whether an organ is said to be that of something else."""
    return bool(re.match(r"\)? of ", view[definition.last : definition.last + 6]))


@cache
def heads() -> dict[str, str]:
    """Return the head nouns of the names of organisations: "body" or "organ" (that convenes)."""
    return {word: kind for word, kind, *_ in rows(resources.lexicon("organisation-heads.tsv"))}


def _occurrences(view: str, learned: dict[str, Entry]) -> Iterator[Found]:
    """Yield where the text has the learned forms, as whole words."""
    forms = sorted(learned, key=len, reverse=True)
    for hit in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", view):
        yield Found(*hit.span(), learned[hit.group()])


def _overlaid(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Return both in the order of the text: the longer where two overlap, `more` of equals."""
    kept: list[Found] = []
    for one in sorted([*more, *found], key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _settled(found: list[Found]) -> list[Found]:
    """Leave out weak forms that the text does not support, and choose among rival countries."""
    plain = [f.entry for f in found if not f.entry.weak]
    organisations = {entry.organisation.name for entry in plain if entry.organisation}
    codes = {entry.countries[0].code for entry in plain if len(entry.countries) == 1}
    settled = []
    for one in found:
        entry = _chosen(one.entry, codes)
        stranger = entry.organisation and entry.organisation.name not in organisations
        if not (entry.weak and (stranger or entry.countries)):
            settled.append(one if entry is one.entry else replace(one, entry=entry))
    return settled


def _chosen(entry: Entry, codes: set[str]) -> Entry:
    """Return an entry of rival countries with the one that the text names otherwise."""
    if len(entry.countries) < 2:
        return entry
    named = [country for country in entry.countries if country.code in codes]
    if len(named) == 1:
        return replace(entry, countries=tuple(named), weak=False)
    return replace(entry, countries=entry.countries[:1])


def _unshortened(view: str, found: list[Found]) -> list[Found]:
    """Return the names, a short one as the longer one of this text that it may begin.

    In a text of the Commonwealth of Independent States "the Commonwealth" is
    these, where it names the other Commonwealth in no other form.
    """
    forms = {view[f.start : f.end]: f.entry for f in found if f.entry.organisation}
    longer = {form.split(" of ")[0]: entry for form, entry in forms.items() if " of " in form}
    both = {
        form: longer[form]
        for form in forms.keys() & longer.keys()
        if longer[form] != forms[form] and list(forms.values()).count(forms[form]) == 1
    }
    if not both:
        return found
    return [replace(f, entry=both.get(view[f.start : f.end], f.entry)) for f in found]


# --- names that belong together ------------------------------------------------------


def _bracketed(view: str, found: list[Found]) -> Iterator[Found]:
    """Yield the names, one where a name and its short form stand side by side."""
    before: Found | None = None
    for one in found:
        if (
            before
            and _same(before.entry, one.entry)
            and _GAP.fullmatch(view, before.end, one.start)
        ):
            closed = (
                view[before.end : one.start].endswith("(") and view[one.end : one.end + 1] == ")"
            )
            before = Found(before.start, one.end + closed, before.entry)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _same(one: Entry, other: Entry) -> bool:
    """Tell whether two entries name one country or organisation, and nothing else."""
    if one.demonym or other.demonym or one.cities or other.cities:
        return False
    if one.organisation and other.organisation:
        return one.organisation.name == other.organisation.name
    return bool(one.countries) and one.countries == other.countries


@cache
def _bodies() -> dict[str, tuple[tuple[str, Organisation], ...]]:
    """Return the bodies named after their organisation, by its key: "Secretariat" of "SCO"."""
    found: dict[str, tuple[tuple[str, Organisation], ...]] = {}
    for one in organisations().values():
        if one.part_of and one.name.startswith(f"{one.part_of} "):
            rest = one.name.removeprefix(f"{one.part_of} ")
            found[one.part_of] = (*found.get(one.part_of, ()), (rest, one))
    return found


def _whole(view: str, found: list[Found]) -> Iterator[Found]:
    """Yield the names, one where a body stands with the organisation that it belongs to."""
    pending: Found | None = None
    for known in found:
        if pending and known.start < pending.end:
            continue
        one = _grown(view, known, pending.end if pending else 0)
        joined = _joined(view, pending, one) if pending else None
        if pending and not joined:
            yield pending
        pending = joined or one
    if pending:
        yield pending


def _grown(view: str, one: Found, floor: int) -> Found:
    """Return an organisation with the word of a body beside it: "SCO Secretariat"."""
    organisation = one.entry.organisation
    for rest, body in _bodies().get(organisation.name, ()) if organisation else ():
        entry = Entry(organisation=body)
        if re.compile(rf"(?:'s?)? {re.escape(rest)}(?!\w)").match(view, one.end):
            return Found(one.start, view.index(rest, one.end) + len(rest), entry)
        before = re.compile(rf"(?<!\w){re.escape(rest)} of (?:the )?\Z")
        hit = before.search(view, max(floor, one.start - len(rest) - 9), one.start)
        if hit:
            return Found(hit.start(), one.end, entry)
    return one


def _joined(view: str, before: Found, after: Found) -> Found | None:
    """Return a body and its organisation as one: "Regional Structure of the SCO", "SCO's RATS"."""
    one, other = before.entry.organisation, after.entry.organisation
    if one is None or other is None:
        return None
    if one.part_of == other.name and _OF.fullmatch(view, before.end, after.start):
        return Found(before.start, after.end, before.entry)
    if other.part_of == one.name and _OWNER.fullmatch(view, before.end, after.start):
        return Found(before.start, after.end, after.entry)
    return None
