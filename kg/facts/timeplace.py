"""When and where a meeting is said to be: the date and the place that its own sentence gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.facts.stages import has_margins
from kg.language import expressions as re
from kg.model import (
    CountryMention,
    DateMention,
    Document,
    MeetingMention,
    Mention,
    PlaceMention,
)

REACH = 220
"""Characters between a meeting and its date or place: beyond, they belong to something else."""

_OTHER_CLAUSE = re.compile(
    r"[;\"]|:(?!\d)|\b(?:who|whose|whom|what|how|while|when|said|told|reported|announced|according|until"
    r"|(?:before|after)(?!\s+(?:on|in)\b)|since|because|although|but|preparations?\s+for|ahead\s+of|to\s+(?:discuss|prepare|review|talk|consider|attend|join|participate|take\s+part))\b"
)
_OTHER_DEED = re.compile(
    r"\b(?:signed|adopted|approved|established|founded|ratified|elected|born|created|launched|prepared\s+by"
    r"|entered\s+into|signing|adoption|establishment)\b"
)
_WHEN_IT_MET = re.compile(
    r"\b(?:when|as)\s+(?:it|they|the\s+\w+)\s+(?:had\s+)?(?:met|sat|convened|gathered|assembled)\b"
)
_OWN_DEED = re.compile(r"\s*(?:has\s+|had\s+)?(?:signed|adopted|approved|endorsed|elected)\b")
_AT_IT = re.compile(r"\b(?:at|during)\s+(?:the\s+|its\s+|their\s+|this\s+)?(?:[\w-]+)?$")
_ASIDE = re.compile(
    r",\s+(?:(?:to|of|at|in|for|from|with|on|by)\s+)?(?:who|whom|which|whose|where|prepared\s+by)\b[^;,]{0,160},(?=\s)"
)
_WHERE = re.compile(
    r"(?:\s+\w+)?(?:,[^,;]{1,40})?,?\s+where\s+(?:(?:the|its|an?|he|she|they|both|will|would|is|was"
    r"|to|also|then|due|had|has|later|first)\s+)*"
)
_THERE = re.compile(
    r"[^.;:,]{0,60}\b(?:fly|flew|travel\w*|go|went|head\w*)\s+to\s+[^.;:,]{1,30},\s+where\s+(?:he|she|they)\s+"
    r"(?:(?:will|would|is|was|are|to|also|then|due)\s+)*"
)
ABOUT = re.compile(  # what is "in" a country without being held there: "the situation in Mali"
    r"\b(?:situations?|conflicts?|cris[ei]s|wars?|peace|stability|security|developments|elections"
    r"|events|violence|roles?|interests?|operations|projects|forces|troops|mission|(?<!his\s)(?<!her\s)office|process"
    r"|settlement|reconciliation|democracy|refugees|rights|investments?|companies|citizens|invested"
    r"|(?<!in\s)progress|fighting|terrorism|people|spending|spent)\s+(?:(?!was\b|were\b|is\b|are\b|held\b|took\b)\w+\s+){0,2}?in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r",\s+(?:set\s+up|established|founded|created|launched|formed|named|based|born|silent|which|who|whose)\b"
    r"[^,;]*\Z"
)
"""What is said of a body between its name and its verb: "the Board, set up in 1994, met"."""
_IN_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,;.]*$")
_BY_VERB = ("met-with", "bodies-met", "acted")
_MET = re.compile(r"\A[^,]*,\s+(?:met|meets?|gathered|convened|sat\s+down|came\s+together)\b")
_DATE_BEHIND = re.compile(r"(?:,\s+[A-Z]\w+)?[,)]\s*(?:on\s+|from\s+)?(?:\d|[A-Z]\w+\s+\d)")
_OPENS_WITH = re.compile(
    r"(?:^|[.\n]\s*|\s{2,})(?:Ahead\s+of|Before|Prior\s+to|After|Following|On\s+the\s+eve\s+of|In\s+preparation\s+for)"
    r"\s+(?:the|its|their)\s+$"
)
_MAIN_CLAUSE = re.compile(
    r",\s+(?!(?:held|which|convened|opened|hosted|on|in|due|scheduled|planned|set|to)\b)"
)
_OPENING = re.compile(r"(?:^|[.\n]\s*|\s{2,})(?:On|In|At)\s+(?:the\s+)?$")
_CLEFT = re.compile(r"(?:,?\s+(?:in|at)\s[^.;:]{1,60}?,?)?,?\s+that\s+(?:the\s+)?")
_CLEFT_HOST = re.compile(
    r"\s+that\s+(?:(?:will|is\s+to|was\s+to|has|had|then|now)\s+)?(?:host|receive|welcome)(?:s|d|ed)?\b[^.;:]*\Z"
)
_WHEN = re.compile(
    r"(?:,[^,;]{1,30})?,?\s+when\s+(?:(?:the\s+)?[\w-]+\s+){1,5}?(?:(?:will|is\s+to|next)\s+)?(?:hold|convene|host|open|have)s?\s+(?:its|their|the)\s+"
)
_RELATIVE = re.compile(
    r"[\s,(]*(?:(?:the\s+)?(?:[\w-]+\s+){0,3}of\s+)?(?:which|that|where)\b(?!\s+of\b)"
)
_FOUNDED = re.compile(
    r"(?:^|[.;,\n]\s+|\s{2,})(?:[Ff]ounded|[Ee]stablished|[Cc]reated|[Ll]aunched|[Bb]orn|[Ff]ormed|[Ss]et\s+up)\s+"
    r"(?:\w+\s+){0,4}?(?:in|on|since)\s+(?:the\s+)?$"
)
_SUBORDINATE = re.compile(r"\b(?:which|that(?!\s+of\b)|where|whereby)\b")
_PREPOSITION = re.compile(
    r"(?:\b(?:leav(?:es?|ing)|left|depart\w*|fl(?:y|ies|ew|ying)|travel\w*|go|goes|went|head\w*)\s+(?:for|to)\s+(?:the\s+)?"
    r"|\b(?:in|at|In|At)\s+(?:the\s+)?(?:(?:nearby|city|capital|town|resort)\s+){0,2}(?:of\s+)?"
    r"|\b[Ii]n\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,2}(?:[a-z]+\s+)?(?:city|capital|town|resort|port|village|suburb)\s+of\s+"
    r"|\b(?:venue|place|seat)\s+[^.;:,]{1,80}\s(?:is|was|will\s+be)\s+|\b(?:at|in)\s+(?:the\s+)?[A-Z][\w'-]*"
    r"(?:\s+[A-Z][\w'-]*){0,5},\s+(?:in\s+)?|\b(?:brought|brings?|bringing|drew|took|takes?)\s+(?:[^.;:,]{1,60}\s+)?to\s+"
    r"|\b(?:in|In|at|At|to)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){0,3}(?:[A-Z][\w-]*'s?\s+)?capital(?:\s+city)?,?\s+(?:of\s+(?:(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3},\s+)?)?"
    r"|\b(?:occup(?:y|ies|ied)|fill(?:s|ed)?)\s+[^.;:,]{1,50}\s(?:of|in)\s+(?:the\s+)?"
    r"|\b(?:[Cc]ame|[Cc]omes?)\s+to\s+(?:the\s+)?|\bchosen?\s+"
    r"|\b(?:visit|trip|tour)\s+to\s+(?:the\s+)?|\b(?:scheduled|planned|set|due)\s+for\s+|\()$"
)
_THAT = re.compile(r"\b(?:which|that)\s+\Z")
_MEANT = re.compile(r"\b(?:scheduled|planned|set|due|meant|foreseen)\s+(?:for|in)\s+(?:the\s+)?\Z")
_UNPLANNED = re.compile(r"\b(?:was|were|has\s+been|had\s+been)\s+(?:held|moved|opened|convened)\b")
_TO = re.compile(r"\b(?:to|in)\s+(?:the\s+)?$")
_TO_HOST = (
    r"(?:(?:is|are|was|were|has\s+been|had\s+been)\s+)?(?:expect(?:s|ed)|plan(?:s|ned)|intend(?:s|ed)|prepar(?:es|ed|ing)"
    r"|due|set|ready|chosen|scheduled|agreed|pledged|promised)\s+to\s+(?:host|receive|welcome)"
)
_HOSTED = re.compile(
    rf"(?:\s+that)?\s+(?:(?:(?:will|had|has|have|is|to|also|again|today|yesterday)\s+){{0,3}}host(?:s|ed)?|{_TO_HOST})"
    r"(?:,?\s+(?:on|in|from)\s[^.;:]{1,50}?,?)?\s+(?:the\s+|its\s+|an?\s+)?"
)
_HOST = re.compile(r"\bhosted\s+by\s+(?:the\s+)?$")
_HOSTING = re.compile(
    r"(?:\s+that\b)?(?:,[^,.;:]{1,60})?,?\s+(?:(?:will|had|has|have|is|was|to|be|been|also|again)\s+){0,3}"
    r"(?:(?:on|in)\s+[\w\s,-]{1,25}?\s+)?(?:(?:named|chosen|picked|designated|selected|due|set|expected|ready)\s+)?(?:to\s+)?"
    r"(?:host(?:s|ed|ing)?|welcom(?:es?|ed)|receives?|(?<=is\s)where|(?<=was\s)where|chosen\s+(?:as|for)"
    r"|(?:to\s+be\s+)?the\s+(?:seat|venue|place|scene|site|setting|host|stage|city|town)\s+(?:of|for|where)"
    r"|(?<=is\s)home\s+to|(?<=was\s)home\s+to|(?<=be\s)home\s+to)\b"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What one mention says of date and place, each with the words it was read from."""

    date: DateMention | None = None
    place: PlaceMention | None = None
    country: CountryMention | None = None

    def marks(self) -> list[Mention]:
        """Return the mentions that the setting rests on."""
        return [m for m in (self.date, self.place, self.country) if m is not None]


def setting(
    document: Document,
    mention: MeetingMention,
    near: Sequence[Mention],
    rivals: Sequence[MeetingMention],
) -> Setting:
    """Return the date and place of a meeting among the mentions of its sentence, `near`.

    `rivals` are the other meetings of the sentence, which have their own.
    """
    view = document.view

    def nearest(kind: type[Mention], fits: Callable[[Mention], bool]) -> Mention | None:
        gaps = (
            (_gap(view, mention, other, rivals), other)
            for other in near
            if isinstance(other, kind) and fits(other)
        )
        free = [(gap, other.start, other) for gap, other in gaps if gap is not None]
        return min(free, key=lambda row: row[:2])[2] if free else None

    unplanned = _UNPLANNED.search(view, mention.end, mention.end + REACH)
    date = nearest(
        DateMention,
        lambda other: (
            (_names(mention, other) or _dates(view, other))
            and not _taken(view, other, rivals)
            and not _is_of_what_is_beside(view, mention, other, rivals)
        ),
    )
    place = nearest(
        PlaceMention,
        lambda other: _stands(view, mention, other) and not (unplanned and _meant(view, other)),
    )
    country = nearest(CountryMention, lambda other: _stands(view, mention, other))
    return Setting(
        date if isinstance(date, DateMention) else None,
        place if isinstance(place, PlaceMention) else None,
        country if isinstance(country, CountryMention) else None,
    )


def _is_of_what_is_beside(
    view: str, mention: MeetingMention, date: Mention, rivals: Sequence[Mention]
) -> bool:
    """Return whether a date is that of what took place on the margins of a meeting.

    "They met today on the margins of the 74th session": today is not the day of the session.
    """
    if not has_margins(view, mention):
        return False
    return date.end <= mention.start and any(rival.start < mention.start for rival in rivals)


def _meant(view: str, other: Mention) -> bool:
    """Return whether a meeting was only meant to be at a place: "planned for Accra, was held"."""
    return _MEANT.search(view, max(0, other.start - 40), other.start) is not None


def _gap(
    view: str, mention: MeetingMention, other: Mention, rivals: Sequence[Mention]
) -> int | None:
    """Return how far a date or place is from a meeting, or None where it is not of it."""
    if mention.start <= other.start and other.end <= mention.end:
        if mention.rule == "bodies-met" and _OF_BODY.search(view, mention.start, other.start):
            return None
        return 60 if mention.rule == "met-with" else 0
    behind = other.start >= mention.end
    start, end = (mention.end, other.start) if behind else (other.end, mention.start)
    if end - start > (REACH if behind or not _opens(view, other) else 4 * REACH):
        return None
    if behind and _goes_with_next(view, start, other, rivals):
        return None
    if not behind and _WHEN.fullmatch(view, start, end) and isinstance(other, DateMention):
        return end - start
    if not behind and (_WHERE.fullmatch(view, start, end) or _THERE.fullmatch(view, start, end)):
        return end - start
    if not behind and _IN_ASIDE.search(view, max(0, other.start - 120), other.start):
        return None
    between = _ASIDE.sub(lambda aside: " " * len(aside.group()), view[start:end])
    if any(start <= r.start < end and not between[r.start - start].isspace() for r in rivals):
        return None
    if not _one_clause(between, behind):
        return None
    if behind and mention.rule not in _BY_VERB and _MET.search(between):
        return None
    if (
        behind
        and _MAIN_CLAUSE.match(between)
        and _OPENS_WITH.search(view, max(0, mention.start - 40), mention.start)
    ):
        return None
    return end - start + (0 if behind else 15)


def _goes_with_next(view: str, start: int, other: Mention, rivals: Sequence[Mention]) -> bool:
    """Return whether a date opens the clause of the next meeting: "..., and on Friday he met N"."""
    following = any(other.end <= rival.start <= other.end + REACH for rival in rivals)
    return following and _begins(view, start, other)


def _begins(view: str, start: int, date: Mention) -> bool:
    """Return whether "and" or a semicolon behind `start` joins a clause that opens with a date."""
    joined = _CONJOINED.search(view, max(start, date.start - 14), date.start)
    return joined is not None and _GOES_ON.match(view, date.end) is not None


def _opens(view: str, other: Mention) -> bool:
    """Return whether a date or place opens its sentence and so holds for all of it."""
    return _OPENING.search(view, max(0, other.start - 16), other.start) is not None


def _one_clause(between: str, behind: bool) -> bool:
    """Return whether the words between a meeting and a date or place keep them together."""
    if behind and (met := _WHEN_IT_MET.search(between)):
        between = between[met.end() :]
    relative = _RELATIVE.match(between) if behind else None
    rest = between[relative.end() :] if relative else between
    if not behind and (_CLEFT.fullmatch(between) or _CLEFT_HOST.match(between)):
        return True
    if _OTHER_CLAUSE.search(rest) or _leaves(rest, behind):
        return False
    if behind:
        own = _OWN_DEED.match(between)
        return _OTHER_DEED.search(between, own.end() if own else 0) is None
    return _OTHER_DEED.search(between) is None or _AT_IT.search(between) is not None


def _taken(view: str, date: Mention, rivals: Sequence[MeetingMention]) -> bool:
    """Return whether a date stands in the name of another meeting, or right behind one.

    Not where a clause of its own begins with it.
    """
    if any(r.rule not in _BY_VERB and r.start <= date.start < r.end for r in rivals):
        return True
    close = [r for r in rivals if 0 <= date.start - r.end <= len(" held on the ")]
    return any(not _begins(view, rival.end, date) for rival in close)


def _leaves(between: str, behind: bool) -> bool:
    """Return whether a relative clause opens between the two and stays open."""
    hit = _SUBORDINATE.search(between)
    if hit is None:
        return False
    return behind or between.count(",", hit.end()) == 0


def _dates(view: str, other: Mention) -> bool:
    """Return whether a date can be of a meeting: "this year" and "since May" cannot."""
    assert isinstance(other, DateMention)
    before = view[max(0, other.start - 12) : other.start]
    if _FOUNDED.search(view, max(0, other.start - 60), other.start):
        return False
    if other.form == "relative" and len(other.first) < 7:
        shifted = other.rule == "date.ago" or before.endswith(("later ", "earlier "))
        named = view.startswith(("next year", "Next year"), other.start)
        return (shifted and not before.endswith(("of ", "from "))) or named
    whole = len(other.first) == 10 and before.endswith("of ")
    if whole and not _OF_MEETING.search(view, max(0, other.start - 60), other.start):
        return False
    if other.last or _FOR_DAYS.match(view, other.end):
        return True
    return not re.search(r"\b(?:since|until|till|before|after|by|from|last)\s+(?:the\s+)?$", before)


def _in_heading(view: str, mention: MeetingMention, other: Mention) -> bool:
    """Return whether a place stands behind a name as in a heading: "12th Forum, Accra, 6 May"."""
    proper = mention.rule in ("numbered", "of-organisation", "named")
    behind = proper and view[mention.end : other.start] in (", ", " - ", " (")
    return behind and _DATE_BEHIND.match(view, other.end) is not None


def _names(mention: MeetingMention, other: Mention) -> bool:
    """Return whether a year is part of a name: "the 2012 summit", "the 2012 Baku summit"."""
    beside = other.start == mention.start or mention.start - other.end == 1
    return other.rule == "date.year" and beside


def _owns(view: str, other: Mention) -> bool:
    """Return whether a country owns what follows: "at Turkey's invitation"."""
    return view.startswith(("'s ", "' "), other.end)


_CONJOINED = re.compile(r"(?:;|,?\s+and)\s+(?:(?:on|in|at)\s+)?\Z")
_GOES_ON = re.compile(r",?\s+(?:he|she|it|they|will|would|the|both|hold|meet|a\b|talks)\b")
_FOR_DAYS = re.compile(r",?\s+(?:and\s+)?(?:for|lasting|over)\s+(?:two|three|four|five)\s+days\b")
_OF_MEETING = re.compile(
    r"\b(?:meetings?|sessions?|summits?|talks|conferences?|consultations|rounds?|dialogues?|forums?|visits?|days?|morning"
    r"|afternoon|evening|night|weekend)\s+of\s+\Z",
    re.IGNORECASE,
)


def _stands(view: str, mention: MeetingMention, other: Mention) -> bool:
    """Return whether a place is one where something is: "in Lima", "Lima hosted", "Lima summit"."""
    if isinstance(other, CountryMention) and (other.form != "name" or _owns(view, other)):
        return False
    inside = mention.start <= other.start and other.end <= mention.end
    if inside and mention.rule not in ("met-with", "bodies-met"):
        return isinstance(other, PlaceMention)
    if ABOUT.search(view, max(0, other.start - 50), other.start):
        return False
    preposition = _TO if mention.head == "visit" else _PREPOSITION
    before = max(0, other.start - REACH)
    if preposition.search(view, before, other.start):
        return True
    if _HOST.search(view, before, other.start):
        return other.start >= mention.end
    if _in_heading(view, mention, other):
        return True
    where = other.end <= mention.start and _WHERE.fullmatch(view, other.end, mention.start)
    if where and (_TO.search(view, before, other.start) or where.group().lstrip().startswith(",")):
        return _TO.search(view, before, other.start) is not None
    if other.start > mention.end and _THAT.search(view, mention.end, other.start):
        return bool(_HOSTING.match(view, other.end, other.end + 120))
    if isinstance(other, CountryMention):
        return _HOSTED.fullmatch(view, other.end, max(other.end, mention.start)) is not None
    return other.end <= mention.start and bool(_HOSTING.match(view, other.end, other.end + 120))
