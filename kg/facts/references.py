"""A mention of a meeting together with what the words around it say of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.facts.attendance import had_met
from kg.facts.context import Context
from kg.facts.timeplace import REACH, Setting, setting
from kg.language import expressions as re
from kg.language import words
from kg.language.modality import Modality
from kg.model import DateMention, Document, MeetingMention, Mention, Mentions

M = TypeVar("M", bound=Mention)

_COMING = re.compile(
    r"(?:[\w.-]+'s?\s+)?(?:upcoming|coming|forthcoming|next|planned|future|impending)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:[\w.-]+'s?\s+)?(?:last|previous|earlier|past|preceding)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s+on\s+\w[\w\s]{1,18}?)?(?:,|,?\s+and)\s+(?:an?\s+|the\s+)?")
_LEVELS = (
    (
        "officials",
        re.compile(r"\b(?:senior officials|chiefs|experts?|deput(?:y|ies)|vice|working)\b", re.I),
    ),
    (
        "ministers",
        re.compile(r"\b(?:ministers?|ministerial|secretaries|attorneys-general)\b", re.I),
    ),
    ("leaders", re.compile(r"\b(?:summit|heads|presidents|leaders|prime ministers?)\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention with what its own sentence says of it.

    `codes` are its parties, persons by the country or organisation that they
    speak for; `owner` is an organisation that the words around it give; `same`
    tells that it says for what a body met ("met for the ninth session"), `held`
    that the words at once behind it say that it took place or will; `organ` is
    the body of the organisation whose meeting it is by those words; `opens` that
    "a" introduces it, `background` that its year lies before that of the report,
    `aside` that only a relative clause about somebody tells of it, `passing`
    that it is only what somebody chairs or speaks about, `before` that it had
    taken place before what is told ("N had met N in March").
    """

    mention: MeetingMention
    sentence: int
    mode: Modality
    setting: Setting
    title: bool = False
    owner: str | None = None
    codes: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    same: bool = False
    held: bool = False
    organ: str | None = None
    opens: bool = False
    background: bool = False
    aside: bool = False
    passing: bool = False
    before: bool = False

    @property
    def coming(self) -> bool:
        """Return whether the words themselves say that it lies ahead.

        "The next session was held" tells of the one reported.
        """
        past = self.held and self.mode in ("done", "ongoing")
        return _COMING.match(self.mention.name) is not None and not past

    @property
    def past(self) -> bool:
        """Return whether the words themselves say that it is an earlier one."""
        return _PAST.match(self.mention.name) is not None

    @property
    def level(self) -> str | None:
        """Return who meets by rank, officials, ministers or leaders, or None."""
        return level(self.mention.name)

    @property
    def points(self) -> bool:
        """Return whether the mention needs another one to say what it is."""
        return self.mention.rule in ("pointing", "bare", "of-kind", "pronoun")

    @property
    def organisation(self) -> str | None:
        """Return the organisation of the mention, else its owner."""
        return self.mention.organisation or self.owner


def level(name: str) -> str | None:
    """Return the rank of those who meet by a name, or None."""
    if "prime minister" in name.lower():
        return "leaders"
    return next((rank for rank, words in _LEVELS if words.search(name)), None)


def references(document: Document, found: Mentions) -> Iterator[Reference]:
    """Yield the meeting mentions of a document, each with what its sentence says of it."""
    kinds: tuple[Sequence[Mention], ...] = (_free(found), found.places, found.countries)
    settings = sorted((m for kind in kinds for m in kind), key=lambda m: m.start)
    near = words.by_sentence(document, settings)
    told = words.by_sentence(document, list(found.meetings))
    context = Context(document, found)
    for index, row in enumerate(told):
        meetings = [m for m in row if isinstance(m, MeetingMention)]
        chains = _chains(document.view, meetings)
        for mention in meetings:
            around = _around(meetings, mention)
            rivals = [m for m in around if _rival(m, mention) and chains[m] != chains[mention]]
            here = setting(document, mention, _around(near[index], mention), rivals)
            yield _reference(document, context, mention, index, here)


def _free(found: Mentions) -> list[DateMention]:
    """Return the dates without those in the title of a document: "the work plan for 2011"."""
    titles = [m for m in found.instruments if not _holds_any(found.meetings, m)]
    return [date for date in found.dates if not _inside(titles, date)]


def _inside(titles: Sequence[Mention], date: Mention) -> bool:
    at = bisect_left(titles, date.start, key=_start) - 1
    return at >= 0 and date.end <= titles[at].end


def _holds_any(meetings: Sequence[Mention], title: Mention) -> bool:
    at = bisect_left(meetings, title.start, key=_start)
    return at < len(meetings) and meetings[at].end <= title.end


def _around(row: Sequence[M], mention: MeetingMention) -> Sequence[M]:
    """Return the mentions of a row that stand near enough to a meeting to be of it."""
    first = bisect_left(row, mention.start - 4 * REACH, key=_start)
    return row[first : bisect_left(row, mention.end + 2 * REACH, key=_start)]


def _start(mention: Mention) -> int:
    return mention.start


def _reference(
    document: Document, context: Context, mention: MeetingMention, index: int, here: Setting
) -> Reference:
    return Reference(
        mention,
        index,
        context.mode(mention, index),
        here,
        title=document.sentences[index].kind == "title",
        owner=context.owner(mention, index),
        codes=context.codes(mention),
        persons=context.persons(mention),
        same=context.says_for_what(mention),
        held=context.held(mention),
        organ=context.organ(mention, index),
        opens=context.opens(mention),
        background=context.is_background(here),
        aside=context.is_aside(mention),
        passing=context.is_in_passing(mention),
        before=had_met(document, mention),
    )


def _chains(view: str, meetings: Sequence[MeetingMention]) -> dict[MeetingMention, int]:
    """Return the number of the list that each meeting stands in: "the A, the B and the C summit".

    Those of one list share date and place.
    """
    chains: dict[MeetingMention, int] = {}
    end = number = 0
    for mention in meetings:
        number += _JOINED.fullmatch(view, end, mention.start) is None
        chains[mention] = number
        end = max(end, mention.end)
    return chains


def _rival(other: MeetingMention, mention: MeetingMention) -> bool:
    """Return whether another meeting of the sentence may have date and place of its own."""
    if other.rule in ("pointing", "pronoun") or other.head in (
        "visit",
        "dinner",
        "lunch",
        "reception",
    ):
        return False
    return not (other.start < mention.end and mention.start < other.end)
