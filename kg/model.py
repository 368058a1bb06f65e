"""The frozen values that travel from stage to stage.

source -read-> Article -segment-> Document -find-> Mentions -assemble-> Facts

The facts carry the names of the facts format word for word, so that gold data,
the output of `kg extract` and golden test files are one shape. All offsets
count Unicode code points of `Article.text`, which is never changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Status = Literal["held", "ongoing", "planned"]
SentenceKind = Literal["title", "body", "item", "noise"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of an article, with their quote."""

    start: int
    end: int
    quote: str


# --- read -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its exact text and what its container or its own lines say of it.

    `published` is an ISO date, whole or partial ("2016-04-15", "2016-04"), or
    None; `place` is the city of the dateline as written.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    place: str | None = None
    language: str = "en"


# --- segment --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text that is read in one go; `noise` states nothing.

    `block` numbers the paragraph or list that the sentence stands in: an item
    of a list and the line that introduces the list share it. `lead` is the end
    of a label or bullet that opens the sentence ("- ", "1) ", a dateline): the
    words proper begin there.
    """

    start: int
    end: int
    kind: SentenceKind
    block: int
    lead: int


class Token(NamedTuple):
    """A word, a number or one punctuation mark; `text` comes from the view.

    A tuple, since an article has hundreds: a frozen dataclass takes twice as long to make.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article made readable without moving a character.

    `view` has the length of the text: markup, line breaks and odd spaces are
    blanks in it, quotation marks are straight, so that a grammar matches the
    view and quotes the text with the same offsets.
    """

    article: Article
    view: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[tuple[Token, ...], ...]  # one row a sentence, noise rows empty

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage of the article's own text from `start` to `end`."""
        return Passage(start, end, self.article.text[start:end])

    def words(self, start: int, end: int) -> str:
        """Return the view from `start` to `end` with its blanks folded to one."""
        return " ".join(self.view[start:end].split())


# --- find -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something, where they stand, and the rule that saw them."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class CountryMention(Mention):
    """A state: `form` is name ("Uzbekistan"), demonym ("Uzbek", also "the Uzbek side")."""

    code: str
    form: Literal["name", "demonym"]


@dataclass(frozen=True, slots=True)
class OrganisationMention(Mention):
    """An organisation or one of its bodies; `name` is the acronym where well known."""

    name: str
    key: str | None = None  # its row in the word list; None for a name only described


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A city or venue, with the country that it plainly implies."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A day, month, year or a range of them: ISO dates, whole or partial.

    `last` is None for one day. `form` tells a day that was resolved against
    the date of publication ("Thursday", "yesterday") from a written date.
    """

    first: str
    last: str | None
    form: Literal["written", "relative"] = "written"


@dataclass(frozen=True, slots=True)
class OfficeMention(Mention):
    """A post: `title` without what it belongs to, `of` a country code or organisation."""

    title: str
    of: str | None


@dataclass(frozen=True, slots=True)
class PersonMention(Mention):
    """A person as named once: `start` to `end` is the name itself.

    `offices` are those that the words around the name give; `party` is the
    country or organisation spoken for; `span` reaches from the first word of
    office or party to the last word of the name: what a fact about this
    mention quotes. `whole` is False for a form that needs an earlier, longer
    one ("Kono", "Foreign Minister Kono" after "Taro Kono").
    """

    name: str
    offices: tuple[OfficeMention, ...] = ()
    party: str | None = None
    span: tuple[int, int] = (0, 0)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class MeetingMention(Mention):
    """A noun phrase or verb that names one gathering ("eleventh session of …", "met").

    `parties` are the codes of countries and organisations, or the names of
    persons, that the phrase itself says took part ("Japan-U.S. Summit Meeting").
    """

    name: str
    head: str
    ordinal: int | None = None
    organisation: str | None = None
    body: str | None = None
    parties: tuple[str, ...] = ()
    definite: bool = False  # "the meeting", "the upcoming summit": points at another mention


@dataclass(frozen=True, slots=True)
class InstrumentMention(Mention):
    """A document named or described; `inner` marks one inside another's title."""

    name: str
    kind: str
    period: str | None = None
    inner: bool = False


@dataclass(frozen=True, slots=True)
class TopicMention(Mention):
    """A subject that a meeting took up, as a short noun phrase."""

    name: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the grammars found, each kind in the order of the text."""

    countries: tuple[CountryMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    instruments: tuple[InstrumentMention, ...] = ()
    topics: tuple[TopicMention, ...] = ()


# --- assemble: the facts format ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Meeting:
    """One gathering; dates are ISO, whole or partial, `end` None when one day."""

    key: str
    name: str
    ordinal: int | None
    organisation: str | None
    body: str | None
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    chair: str | None
    status: Status
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a person holds; `of` is an ISO code or an organisation."""

    title: str
    of: str | None
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """A human being named in the article, with the other forms of the name."""

    name: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, or a party without a named person, that takes part in a meeting."""

    meeting: str
    person: str | None
    party: str | None
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Action:
    """What was done with an instrument, or is to be, and at which meeting."""

    action: str
    meeting: str | None
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document that parties make."""

    key: str
    name: str
    kind: str
    period: str | None
    actions: tuple[Action, ...]
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that a meeting is said to have taken up, or will."""

    name: str
    meeting: str | None
    evidence: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article states, in the shape of the facts format."""

    article: Article
    meetings: tuple[Meeting, ...] = field(default=())
    persons: tuple[Person, ...] = field(default=())
    participants: tuple[Participant, ...] = field(default=())
    instruments: tuple[Instrument, ...] = field(default=())
    topics: tuple[Topic, ...] = field(default=())

    def _repr_html_(self) -> str:
        from kg.notebook import render  # only a notebook asks for tables

        return render(self)


# --- between the kinds of fact ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting together with the mentions that mean it: where in the text it is spoken of."""

    meeting: Meeting
    mentions: tuple[MeetingMention, ...]
