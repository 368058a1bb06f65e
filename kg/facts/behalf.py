"""On whose behalf a person speaks where verb or order says so: "N spoke for Chile, N for Peru".

A party behind the verb of the one who acts for it ("N represented Chile"), parties without a
verb after that ("N for Peru"), and as many persons as parties in one order ("Chile and Peru
were represented by N and N"). The capital of a country stands for it where it opens a clause
or closes one of these ("Lima sent N", "N spoke for Lima").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg import lexicon
from kg.language import expressions as re
from kg.model import (
    CountryMention,
    Document,
    Mention,
    OrganisationMention,
    PersonMention,
    PlaceMention,
    Sentence,
)

REACH = 160
"""Characters between a person and the party that the person acts for."""
_ASIDE = r"(?:\s*\([^()]{0,80}\))?(?:\s*,\s+(?!who\b)[^,;.]{2,90},)?\s*,?\s+"
_HELPERS = (
    r"(?:(?:who|also|then|later|likewise|both|has|had|have|will|would|is|are|was|were|to|again"
    r"|himself|herself)\s+)*"
)
_FOR = r"(?:for|on\s+behalf\s+of|in\s+the\s+name\s+of)\s+(?:the\s+)?"
_SPOKE = (
    r"(?:spoke|speaks|speaking|sat|sits|signed|signs|signing|stood|attend(?:ed|s|ing)|acted|acts"
    r"|acting|came|there|present|initialled|voted|replied|answered|negotiated|(?:co-)?chair(?:ed|s)"
    r"|presid(?:ed|es)|(?:took|take|takes|taking)\s+(?:part|the\s+(?:floor|chair))|participat\w+"
    r"|h[eo]ld\s+the\s+(?:chair|pen|gavel)|in\s+the\s+(?:chair|room))"
)
_PREPOSITION = r"(?:for|of|in|on|at|to|about|against|with)"
_SPOKE_FOR = re.compile(
    rf"{_ASIDE}{_HELPERS}{_SPOKE}(?:\s+(?!{_PREPOSITION}\b)[\w'’-]+){{0,6}}?,?\s+{_FOR}"
)
_STANDS_FOR = re.compile(
    rf"{_ASIDE}{_HELPERS}(?:represent(?:ed|s|ing)|stood\s+in\s+for|spoke\s+for)\s+(?:the\s+)?"
)
_LEADS = re.compile(rf"{_ASIDE}{_HELPERS}(?:led|leads|leading|headed|heads|heading)\s+(?:the\s+)?")
_AT_HEAD = re.compile(
    r"\s*,?\s+(?:at\s+the\s+head|as\s+(?:the\s+)?(?:head|leader)|in\s+the\s+lead)\s+of\s+(?:the\s+)?"
    r"(?:delegation|team|mission)\s+(?:of|from)\s+(?:the\s+)?"
)
_ITS_TEAM = re.compile(
    r"(?:'s?)?\s+(?:[\w-]+\s+){0,2}?(?:delegation|team|side|mission|group|one)\b"
)
_NEXT = re.compile(rf"(?:\s*\([^()]{{0,60}}\))?(?:\s*,\s+[^,;.]{{2,90}},)?\s+{_FOR}")
_THE = re.compile(r"\s*,?\s+the\s+")
_ENDS = re.compile(
    r"\s*(?:[,.;:()]|[–—-]\s|\Z)|\s+(?:and|as|in|at|on|while|where|when|but|with|from|to|today"
    r"|yesterday|by|there)\b"
)
_SENT = re.compile(
    r"(?:'s?)?(?:\s+(?:delegations?|sides|teams|missions))?"
    r"(?:\s*,\s+(?:which|who|all|both)\b[^;.]{2,80}?,)?\s+"
    r"(?:(?:was|were|is|are|will\s+be|had|has|have|been|being|took\s+part|participated|attended"
    r"|present|respectively)\s+)*"
    r"(?:(?:represented|led|headed|chaired)\s+(?:respectively\s+)?by|sent|in\s+the\s+persons?\s+of"
    r"|through)\s+(?:(?:their|the)\s+(?:[a-z-]+\s+){0,4}(?:,\s*)?)?"
)
_OF = re.compile(r"\s*,?\s+(?:of|from)\s+(?:the\s+)?")
_ANOTHER = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?[A-Z]")
_JOINED = re.compile(r"\s*(?:,|,?\s*\band)\s*(?:by\s+)?(?:the\s+)?(?:[A-Z][a-z]{1,3}\.\s+)*")
_CLAUSE_OPENS = re.compile(
    r"(?:\A\W*|[.;:,]\s+|\b(?:and|while|from|for)\s+|\bon\s+behalf\s+of\s+)\Z", re.I
)
_HOST = r"(?:of|for|from)\s+the\s+host\s+(?:country|nation|state|government|side)"
_HOST_AHEAD = re.compile(rf"\b{_HOST}(?:\s*,|\s+(?:was|were|is|are|came|spoke))?\s+(?:the\s+)?\Z")
_IN_OFFICE = re.compile(rf"\b{_HOST}\b")
_HOST_BEHIND = re.compile(rf"\s+{_HOST}\b")


@dataclass(slots=True)
class Behalf:
    """For whom persons speak, by where their names begin, and the parties that are used so."""

    parties: dict[int, str] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def give(self, person: PersonMention, party: Mention) -> None:
        self.parties[person.start] = name(party)
        self.used.add(party.start)


def name(party: Mention) -> str:
    """Return the code of a country, the name of an organisation."""
    if isinstance(party, CountryMention):
        return party.code
    assert isinstance(party, OrganisationMention)
    return party.name


def capitals(document: Document, places: Sequence[PlaceMention]) -> Iterator[CountryMention]:
    """Yield the capitals that can stand for their country, as mentions of it: "Lima sent N"."""
    for place in places:
        country = lexicon.country(place.country) if place.country else None
        if country is None or place.name != country.capital:
            continue
        before = document.view[max(0, place.start - 30) : place.start]
        if _CLAUSE_OPENS.search(before):
            yield CountryMention(place.start, place.end, "capital", country.code, "name")


def hosts(document: Document, people: Sequence[PersonMention]) -> frozenset[str]:
    """Return the names of those who speak for the country in which they met: "for the host, N"."""
    if "the host " not in document.view:
        return frozenset()
    return frozenset(person.name for person in people if _for_host(document.view, person))


def _for_host(view: str, person: PersonMention) -> bool:
    start, end = person.span
    return bool(
        _HOST_AHEAD.search(view, max(0, start - 90), start)
        or _IN_OFFICE.search(view, start, end)
        or _HOST_BEHIND.match(view, end)
    )


def find(
    document: Document,
    sentence: Sentence,
    parties: Sequence[Mention],
    people: Sequence[PersonMention],
    every: Sequence[Mention],
) -> Behalf:
    """Return for whom the persons of a sentence speak.

    `parties` are those outside of their names, `every` one those inside too.
    """
    found = Behalf()
    _in_turn(document, parties, people, found)
    _of_each(document, every, people, found)
    _of_all(document, every, people, found)
    at, chained = 0, False
    for person, following in zip(people, [*people[1:], None], strict=True):
        while at < len(parties) and parties[at].start < person.span[1]:
            at += 1
        party = parties[at] if at < len(parties) else None
        limit = following.span[0] if following else sentence.end
        if party is None or party.start > min(limit, person.span[1] + REACH):
            chained = False
            continue
        acts = _acts(document, person, party)
        chained = acts or (chained and _goes_on(document, person, party))
        if chained and person.start not in found.parties:
            found.give(person, party)
    return found


def _acts(document: Document, person: PersonMention, party: Mention) -> bool:
    """Tell whether a person is said to act for the party behind the verb."""
    gap = person.span[1], party.start
    if _AT_HEAD.fullmatch(document.view, *gap):
        return True
    if _LEADS.fullmatch(document.view, *gap):
        return _ITS_TEAM.match(document.view, party.end) is not None
    acting = _SPOKE_FOR.fullmatch(document.view, *gap) or _STANDS_FOR.fullmatch(document.view, *gap)
    return acting is not None and _ENDS.match(document.view, party.end) is not None


def _goes_on(document: Document, person: PersonMention, party: Mention) -> bool:
    """Tell whether a person is set beside a party as those before: "N for Peru"."""
    gap = _NEXT.fullmatch(document.view, person.span[1], party.start)
    if gap is None and isinstance(party, CountryMention) and party.form == "demonym":
        gap = _THE.fullmatch(document.view, person.span[1], party.start)
    return gap is not None and _ENDS.match(document.view, party.end) is not None


def _in_turn(
    document: Document, parties: Sequence[Mention], people: Sequence[PersonMention], found: Behalf
) -> None:
    """Give as many persons as parties to each other where a verb of sending joins the two rows."""
    for run in _rows(document, parties):
        if len(run) < 2:
            continue
        behind = [person for person in people if person.span[0] >= run[-1].end]
        row = next(_rows(document, behind), [])
        if not row or not _SENT.fullmatch(document.view, run[-1].end, _start(row[0])):
            continue
        found.used.update(party.start for party in run)
        if len(row) == len(run):
            for person, party in zip(row, run, strict=True):
                assert isinstance(person, PersonMention)
                found.give(person, party)


def _of_each(
    document: Document, parties: Sequence[Mention], people: Sequence[PersonMention], found: Behalf
) -> None:
    """Give as many persons as parties to each other behind them: "N and N of Peru and Chile"."""
    runs = {run[0].start: run for run in _rows(document, parties) if len(run) > 1}
    for start, run in runs.items():
        ahead = [person for person in people if person.end < start][-len(run) :]
        gaps = [document.view[one.end : other.start] for one, other in pairwise(ahead)]
        if len(ahead) != len(run) or not _OF.fullmatch(document.view, ahead[-1].end, start):
            continue
        if all(_JOINED.fullmatch(gap) for gap in gaps) and not _more(document, people, ahead[0]):
            for person, party in zip(ahead, run, strict=True):
                found.give(person, party)


def _of_all(
    document: Document, parties: Sequence[Mention], people: Sequence[PersonMention], found: Behalf
) -> None:
    """Give those of one plural office the one party behind them: "Ministers N and N of Peru"."""
    for party in parties:
        last = next((p for p in reversed(people) if p.end < party.start), None)
        if last is None or not _OF.fullmatch(document.view, last.end, party.start):
            continue
        group = [p for p in people if p.span[0] == last.span[0]]
        alone = not any(_has_party(person, found) for person in group if person is not last)
        if len(group) > 1 and alone and not _ANOTHER.match(document.view, party.end):
            for person in group:
                found.give(person, party)


def _has_party(person: PersonMention, found: Behalf) -> bool:
    own = person.party or next((office.of for office in person.offices if office.of), None)
    return own is not None or person.start in found.parties


def _more(document: Document, people: Sequence[PersonMention], first: PersonMention) -> bool:
    """Tell whether yet another person stands at the head of a row."""
    before = [person for person in people if person.end < first.start][-1:]
    return any(_JOINED.fullmatch(document.view, p.end, first.start) for p in before)


def _start(mention: Mention) -> int:
    return mention.span[0] if isinstance(mention, PersonMention) else mention.start


def _end(mention: Mention) -> int:
    return mention.span[1] if isinstance(mention, PersonMention) else mention.end


def _rows(document: Document, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions that only commas and "and" join, row by row."""
    row: list[Mention] = list(mentions[:1])
    for one, other in pairwise(mentions):
        end = _end(one)
        start = _start(other) if _start(other) >= end else other.start  # one office for several
        if not _JOINED.fullmatch(document.view, end, start):
            yield row
            row = []
        row.append(other)
    if row:
        yield row
