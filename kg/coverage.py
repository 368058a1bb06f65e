"""What was not understood: sentences without a fact, names not used, candidates dropped.

This is how a user judges recall: nothing that the text holds is hidden because
no rule read it. A span counts as read when it touches the evidence of a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.evidence import each
from kg.language import expressions as re
from kg.language.modality import modality, sentence_at
from kg.model import Document, Facts, Mention, Mentions, Passage
from kg.spans import Spans

_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]*(?:\s(?:(?:of|and|the|for|on|de|al|bin|da)\s){0,2}[^\W\d_a-z][\w'’-]*)*"
)
"""A run of capitalised words, with the small words that hold such runs together."""

_ARTICLE = re.compile(r"(?:The|An?|This|That|These|Those)\s")

_MOODS = {"denied": "its clause denies it", "wished": "its clause only wishes for it"}

_LACKS = {
    "meeting": "not told as one gathering that is, was or will be",
    "instrument": "not told as one document",
    "person": "a form of a name that no longer form explains",
    "topic": "not told as the subject of a meeting",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that no fact rests on: what they look like, and why nothing came of them."""

    kind: str  # sentence, name, or the kind of the candidate: meeting, instrument, person
    passage: Passage
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an article was read: sentences that bear facts of all that might."""

    article: str
    sentences: int
    silent: tuple[Gap, ...]
    names: tuple[Gap, ...]
    dropped: tuple[Gap, ...]

    @property
    def read(self) -> int:
        """Return the number of sentences that at least one fact rests on."""
        return self.sentences - len(self.silent)


def cover(document: Document, mentions: Mentions, facts: Facts) -> Coverage:
    """Return what of `document` no fact rests on."""
    evidence = Spans((p.start, p.end) for fact in each(facts) for p in fact.evidence)
    said = [s for s in document.sentences if s.kind != "noise"]
    return Coverage(
        article=document.article.id,
        sentences=len(said),
        silent=tuple(
            Gap("sentence", document.passage(s.start, s.end), "no rule found a fact in it")
            for s in said
            if not evidence.touch(s.start, s.end)
        ),
        names=tuple(_names(document, mentions, evidence)),
        dropped=tuple(_dropped(document, mentions, evidence)),
    )


def _names(document: Document, mentions: Mentions, evidence: Spans) -> Iterator[Gap]:
    """Yield capitalised runs inside sentences that no fact quotes; a known kind is named."""
    known = Spans((m.start, m.end) for m in _leaves(mentions))
    for sentence in document.sentences:
        if sentence.kind == "noise":
            continue
        for hit in _NAME.finditer(document.view, sentence.lead, sentence.end):
            article = _ARTICLE.match(document.view, hit.start(), hit.end())
            start, end = article.end() if article else hit.start(), hit.end()
            alone = " " not in document.view[start:end]
            if evidence.touch(start, end) or (alone and start == sentence.lead):
                continue
            seen = known.touch(start, end)
            reason = "known, but no fact needed it" if seen else "no rule knows what it names"
            yield Gap("name", document.passage(start, end), reason)


def _dropped(document: Document, mentions: Mentions, evidence: Spans) -> Iterator[Gap]:
    """Yield the candidates that a grammar saw and from which no fact was made, with the reason."""
    for kind, found in (
        ("meeting", [m for m in mentions.meetings if not m.definite]),
        ("instrument", mentions.instruments),
        ("person", mentions.persons),
        ("topic", mentions.topics),
    ):
        for mention in found:
            if not evidence.touch(mention.start, mention.end):
                reason = _reason(document, kind, mention)
                yield Gap(kind, document.passage(mention.start, mention.end), reason)


def _reason(document: Document, kind: str, mention: Mention) -> str:
    """Say why a candidate became no fact: the mood of its clause, else what its kind lacks."""
    index = sentence_at(document, mention.start)
    mood = modality(document, index, mention.start, mention.end)
    return _MOODS.get(mood) or _LACKS[kind]


def _leaves(mentions: Mentions) -> Iterator[Mention]:
    yield from mentions.countries
    yield from mentions.organisations
    yield from mentions.places
    yield from mentions.dates
    yield from mentions.offices
