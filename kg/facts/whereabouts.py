"""Which meeting the words around a name tell of: at which one those were who are named there."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from kg import lexicon
from kg.facts import attendance
from kg.facts.hall import MAIN, Hall
from kg.language import expressions as re
from kg.model import Gathering

Far = Literal["before", "main"]
_IT = re.compile(r"\b(?:(?:in|at|of|for)\s+it|there|the\s+latter|that\s+meeting)\b")
AHEAD = 500
"""Characters behind a sentence in which the meeting is told of at which its persons acted."""


def told_of(
    hall: Hall, index: int, offset: int, party: str | None, far: Far = "main"
) -> Gathering | None:
    """Return the meeting that the words around an offset tell of, and that is open to a party.

    That of the sentence, else of the sentence before, else the first of the text; where
    attendance is told as done, one that is still to come is passed over. `far` tells how far
    the words go for it: to the sentence before, or to the text's first.
    """
    sentence = hall.sentence(index)
    coming = is_coming(hall, index, offset)
    here = named(hall, index, offset, party)
    fitting = [g for g in here if (g.meeting.status == "planned") == coming]
    fitting = fitting or (here if coming else [])
    if fitting:
        return _best(hall, fitting)
    opening = hall.opening[index]
    there = before(hall, opening, party) if opening >= 0 else []
    fitting = [g for g in there if (g.meeting.status == "planned") == coming]
    if not fitting and attendance.goes_with_what_comes(hall.document, sentence, offset):
        return None
    fitting = fitting or (there if coming else [])
    if fitting:
        last = _IT.search(hall.document.view, offset, sentence.end) is not None
        return hall.main if hall.main in fitting and not last else fitting[-1]
    if far == "before":
        return None
    told = [g for g in islice(hall.gatherings, MAIN) if g.mentions[0].start < sentence.end]
    ahead = (g for g in told if coming and g.meeting.status == "planned" and is_open(g, party))
    ahead = (g for g in ahead if g is hall.main or not led_to(hall, g))
    if (due := next(ahead, None)) is not None:
        return due
    held = (g for g in told if coming or g.meeting.status != "planned")
    held = (g for g in held if g is hall.main or not led_to(hall, g))
    return next((g for g in held if is_open(g, party)), None)


def is_coming(hall: Hall, index: int, offset: int) -> bool:
    """Tell whether attendance around an offset is still to come, as its line or one above says."""
    sentence, opening = hall.sentence(index), hall.opening[index]
    if attendance.to_come(hall.document, sentence, offset):
        return True
    line = hall.sentence(opening)
    listed = opening >= 0 and (sentence.kind == "item" or hall.document.view[line.end - 1] == ":")
    return listed and attendance.to_come(hall.document, line, line.end)


def told_next(hall: Hall, index: int, party: str | None) -> Gathering | None:
    """Return the meeting that a report is about where it is told of soon after a sentence."""
    main, end = hall.main, hall.sentence(index).end
    if main is None or main.meeting.status == "planned" or not is_open(main, party):
        return None
    return main if end <= main.mentions[0].start <= end + AHEAD else None


def before(hall: Hall, index: int, party: str | None, closed: bool = False) -> list[Gathering]:
    """Return the meetings that the sentence before speaks of, none that had been before them."""
    found = named(hall, index, hall.sentence(index).end, party, closed)
    had = [g for g in found if all(attendance.had_met(hall.document, m) for m in g.mentions)]
    return [g for g in found if g is hall.main or g not in had]


def led_to(hall: Hall, gathering: Gathering) -> bool:
    """Tell whether the text speaks of a meeting only as what others lead to or come from."""
    return all(attendance.background(hall.document, m) for m in gathering.mentions[:MAIN])


def _best(hall: Hall, fitting: list[Gathering]) -> Gathering:
    """Return the main meeting of the text where it is one of several, else the first."""
    main = hall.main
    return main if main is not None and main in fitting else fitting[0]


def named(
    hall: Hall, index: int, offset: int, party: str | None, closed: bool = False
) -> list[Gathering]:
    """Return the meetings open to a party, or `closed` ones too, that a sentence speaks of."""
    return [
        gathering
        for mention in hall.near(index, offset)
        if not attendance.bygone(hall.document, mention)
        and (gathering := hall.meaning.get(mention)) is not None
        and (gathering is hall.main or not attendance.background(hall.document, mention))
        and (closed or is_open(gathering, party))
    ]


def is_open(gathering: Gathering, party: str | None) -> bool:
    """Tell whether a party may have come: not to a meeting that its own words give to others."""
    founding = [mention for mention in gathering.mentions if not mention.definite]
    if not founding or not all(mention.parties for mention in founding):
        return True
    named = {name for mention in founding for name in mention.parties}
    codes = {name for name in named if is_code(name)}
    union = {name for name in named - codes if lexicon.organisation(name) is not None}
    return bool(codes) and (party in codes or not is_code(party) or bool(union))


def is_code(party: str | None) -> bool:
    """Tell the code of a country from the name of an organisation."""
    return party is not None and len(party) == 2 and party.isupper()
