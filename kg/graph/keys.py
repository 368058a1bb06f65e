"""The keys of the things of an article, by rule: one thing, one key, wherever it is read.

Precision comes first: a key that two articles share says that both speak of one
thing. Where a name alone would not bear that ("joint statement", "working
group") the key carries the article, and identity decisions join what is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from kg import resources
from kg.lexicon.tables import rows, several
from kg.model import Facts, Instrument, Meeting, Participant, Passage, Person
from kg.namespaces import article_key, digest, fold, join, link
from kg.vocabulary import named

FAMILY_FIRST = frozenset({"CN", "HK", "KH", "KP", "KR", "MO", "TW", "VN"})
"""Countries whose names English reports print family name first. Hungarian and
Japanese names are mostly turned round in English."""

_ARTICLES = re.compile(r"\b(?:the|an?)\s+", re.IGNORECASE)
_DRAFT = re.compile(r"^(?:draft|renewed|final)\s+", re.IGNORECASE)
_SUFFIXES = re.compile(r",?\s+(?:Jr|Sr|I{2,3}|IV)\.?$")
_INITIALS = re.compile(r"(?:\w\.?-?){1,3}\.|\w")
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovna|evna|ovych|ivna|uly|kyzy|ogly|oglu)$")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")  # a given name: "Ki-moon", "Jong-un"
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]+\b")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GATHERINGS = re.compile(
    r"\b(session|summit|conference|forum|congress|assembly|round|talks|consultations|dialogue"
    r"|negotiations|plenary|council|commission|committee|meeting|visit)s?\b",
    re.IGNORECASE,
)

Party = tuple[str, str]
"""A kind of thing, country or organisation, and its key."""


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """Return the names and demonyms of each country by its ISO code, the display name first."""
    table = rows(resources.lexicon("countries.tsv"))
    return {row[0]: (row[2], *several(row[3]), *several(row[4])) for row in table}


@cache
def organisations() -> dict[str, str]:
    """Return the name of each organisation of the word list by its names and forms, folded.

    A form of several organisations, or one that counts only beside another, is left out.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows(resources.lexicon("organisations.tsv")):
        for form in (row[0], *several(row[3])):
            if not form.startswith("?"):
                owners[_spell(form)].add(row[0])
    return {form: min(names) for form, names in owners.items() if len(names) == 1}


def party(value: str, facts: Facts, evidence: Iterable[Passage] = ()) -> Party:
    """Return what a party or owner of an office is: `value` is an ISO code or an organisation.

    "AU" is Australia as a code and the African Union as an acronym: it is the
    organisation where the quoted words or a meeting of the article say "AU".
    """
    if value not in countries():
        return "organisation", organisation_key(value)
    if fold(value) in organisations() and _acronym(value, facts, evidence):
        return "organisation", organisation_key(value)
    return "country", value


def owner_key(value: str, facts: Facts, evidence: Iterable[Passage] = ()) -> str:
    """Return the component of a composed key that stands for a party or owner of an office.

    It tells an organisation from a country of the same two letters.
    """
    kind, key = party(value, facts, evidence)
    like_a_code = kind == "organisation" and key.upper() in countries()
    return f"{kind}-{key}" if like_a_code else key


def organisation_key(name: str) -> str:
    """Return the key of an organisation by its name or acronym, of one in the word list its own."""
    bare = _ARTICLES.sub("", name) or name
    return fold(organisations().get(_spell(bare), bare))


def _spell(name: str) -> str:
    return fold(name).replace("organization", "organisation")


def title_key(title: str) -> str:
    """Return an office's title folded, without articles: "Secretary of [the] Security Council"."""
    return fold(_ARTICLES.sub("", title) or title)


def person_key(name: str, owner: str | None = None) -> str:
    """Return party, family name and first initial: "N. P. Patrushev" of RU is ru-patrushev-n."""
    family, given = split_name(name, owner)
    return link(owner and fold(owner), fold(family), fold(given)[:1] if given else None)


def split_name(name: str, country: str | None = None) -> tuple[str, str]:
    """Return family name and given names of a name as printed; the latter may be empty.

    `country` is the ISO code of the party, where that is known: it decides on
    names that are printed family name first.
    """
    words = _SUFFIXES.sub("", name).replace(",", " ").split()
    if len(words) < 2:
        return name, ""
    place = _family_place(words, country)
    given = words[:place] + words[place + 1 :]
    return words[place], " ".join(given)


def _family_place(words: Sequence[str], country: str | None) -> int:
    loud = [
        i for i, word in enumerate(words) if len(word) > 2 and word.isupper() and "." not in word
    ]
    if len(loud) == 1 and len(words) > 1 and not all(_INITIALS.fullmatch(w) for w in words[1:]):
        return loud[0]
    if _INITIALS.fullmatch(words[-1]):
        return next((i for i, word in enumerate(words) if not _INITIALS.fullmatch(word)), 0)
    if _KOREAN.fullmatch(words[-1]):
        return 0
    if len(words) == 3 and _PATRONYMIC.search(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return 0
    if country in FAMILY_FIRST and "-" not in words[0] and not _INITIALS.fullmatch(words[0]):
        return 0
    return len(words) - 1


def owner_of(
    person: Person, participants: Iterable[Participant]
) -> tuple[str | None, tuple[Passage, ...]]:
    """Return the party that a person speaks for, else whose office it is, with its evidence."""
    for row in participants:
        if row.person == person.name and row.party:
            return row.party, row.evidence
    return next(((o.of, o.evidence) for o in person.offices if o.of), (None, ()))


def settle(parts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a key a row: its first part, and further ones where rows that differ would meet."""
    keys = [row[0] for row in parts]
    for level in range(1, max(map(len, parts), default=0)):
        owners: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for key, row in zip(keys, parts, strict=True):
            owners[key].add(row)
        keys = [
            join(key, row[level]) if len(owners[key]) > 1 and level < len(row) else key
            for key, row in zip(keys, parts, strict=True)
        ]
    return tuple(keys)


def persons(facts: Facts) -> tuple[str, ...]:
    """Return the keys of the persons, in their order."""
    return settle([_person_parts(person, facts) for person in facts.persons])


def _person_parts(person: Person, facts: Facts) -> tuple[str, ...]:
    owner, evidence = owner_of(person, facts.participants)
    key = owner_key(owner, facts, evidence) if owner else None
    offices = " ".join(f"{o.title} {o.of}" for o in person.offices)
    return (
        person_key(person.name, key),
        fold(person.name),
        digest(f"{person.name} {offices}"),
        _trace(person.evidence),
    )


def meetings(facts: Facts, people: Sequence[str]) -> dict[str, str]:
    """Return the keys of the meetings by their keys in the facts format."""
    keys = dict(zip((p.name for p in facts.persons), people, strict=True))
    parts = [_meeting_parts(meeting, facts, keys) for meeting in facts.meetings]
    return {m.key: key for m, key in zip(facts.meetings, settle(parts), strict=True)}


def _meeting_parts(meeting: Meeting, facts: Facts, people: dict[str, str]) -> tuple[str, ...]:
    when = f"{meeting.start} {meeting.end} {meeting.place}"
    rest = digest(
        f"{meeting.ordinal} {meeting.organisation} {meeting.body} {meeting.status} {when}"
    )
    return (
        meeting_key(meeting, facts, people),
        fold(meeting.name),
        fold(when),
        rest,
        _trace(meeting.evidence),
    )


def meeting_key(meeting: Meeting, facts: Facts, people: dict[str, str]) -> str:
    """Return organisation, body and ordinal or day; else day, place and persons; else the name.

    A name alone is no key: the article stands before it. `people` gives the keys
    of the article's persons by name.
    """
    organ = fold(meeting.body) if meeting.body else _gathering(meeting.name)
    number = str(meeting.ordinal) if meeting.ordinal else None
    mark = number or _day(meeting.start)
    if meeting.organisation and organ and mark:
        owner = organisation_key(meeting.organisation)
        return link(owner, organ.removeprefix(f"{owner}-"), mark)
    who = _company(meeting, facts, people)
    if _day(meeting.start) and who:
        place = meeting.place and fold(meeting.place)
        return join(meeting.start, place, meeting.body and organ, number, *who)
    return join(article_key(facts.article.id), fold(meeting.name))


def _company(meeting: Meeting, facts: Facts, people: dict[str, str]) -> tuple[str, ...]:
    """Return the persons of a small meeting, sorted; none where it is large or nobody is named."""
    here = [row.person for row in facts.participants if row.meeting == meeting.key]
    met = sorted({people[name] for name in here if name in people})
    return tuple(met) if 2 <= len(met) <= 4 else ()


def _gathering(name: str) -> str | None:
    found = _GATHERINGS.search(name)
    return found[1].casefold() if found else None


def _day(date: str | None) -> str | None:
    return date if date and _DAY.fullmatch(date) else None


def instruments(facts: Facts) -> dict[str, str]:
    """Return the keys of the instruments by their keys in the facts format."""
    parts = [_instrument_parts(instrument, facts) for instrument in facts.instruments]
    return {i.key: key for i, key in zip(facts.instruments, settle(parts), strict=True)}


def _instrument_parts(instrument: Instrument, facts: Facts) -> tuple[str, ...]:
    acts = " ".join(f"{act.action} {act.meeting}" for act in instrument.actions)
    rest = digest(f"{instrument.name} {instrument.period} {acts}")
    return (
        instrument_key(instrument, facts),
        fold(instrument.name),
        rest,
        _trace(instrument.evidence),
    )


def instrument_key(instrument: Instrument, facts: Facts) -> str:
    """Return kind and title, after the article where many a document could have that title."""
    title = _ARTICLES.sub("", _DRAFT.sub("", instrument.name))
    scope = None if is_proper(title) else article_key(facts.article.id)
    kind = None if instrument.kind in fold(title).split("-") else instrument.kind
    return join(scope, link(kind and fold(kind), fold(title)))


def is_proper(title: str) -> bool:
    """Tell whether a title names one document in the world: it has an acronym and more words.

    "SCO Convention on the fight against extremism" does, and "SCO Charter";
    "joint statement" does not, nor "trade agreement with the EU", which does
    not say whose it is.
    """
    kinds = {word for key in named("kinds") for word in key.split("-")}
    acronyms = [word for word in _ACRONYM.findall(title) if fold(word) not in kinds]
    rest = [word for word in fold(title).split("-") if word not in kinds]
    telling = len(rest) >= 3 or "charter" in fold(title).split("-")
    return bool(acronyms) and telling and " with " not in title


def office_key(title: str, owner: str | None, holder: str) -> str:
    """Return owner and title of an office; where the owner is unknown, holder and title."""
    return link(fold(owner), title_key(title)) if owner else join(holder, title_key(title))


def place_key(name: str, country: str | None) -> str:
    """Return country and name of a place."""
    return link(country and fold(country), fold(name))


def _acronym(value: str, facts: Facts, evidence: Iterable[Passage]) -> bool:
    """Tell whether `value` is an organisation here: not where the quotes name the country."""
    quotes = " ".join(passage.quote for passage in evidence)
    if any(name in quotes for name in countries()[value]):
        return False
    printed = re.search(rf"(?<![A-Za-z]){value}(?![A-Za-z])", quotes) or _spelled_out(value, quotes)
    return bool(printed) or any(meeting.organisation == value for meeting in facts.meetings)


def _spelled_out(acronym: str, quotes: str) -> bool:
    """Tell whether the quotes name the organisation by another of its forms: "African Union"."""
    text = f"-{_spell(quotes)}-"
    name = organisations().get(_spell(acronym))
    forms = (form for form, owner in organisations().items() if owner == name)
    return any(f"-{form}-" in text for form in forms)


def _trace(evidence: Iterable[Passage]) -> str:
    return digest(" ".join(f"{passage.start},{passage.end}" for passage in evidence))
