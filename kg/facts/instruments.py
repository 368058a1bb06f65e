"""Instruments: which mentions are one document, and what the text says was done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.facts.acts import Act, acts
from kg.language import expressions as re
from kg.model import Action, Document, Gathering, Instrument, InstrumentMention, Mentions

_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|both|said)\s+(?:(?!an?\b)\w+\s+)?|['s]\s)$", re.I
)
_COMPLEMENT = re.compile(r"\s(?:of|on|for|between|among|with|to|concerning|regarding)\s")
_ATTRIBUTES = re.compile(  # of any document; a head of several words counts as one
    r"\b(?:draft|new|final|joint|bilateral|said|signed|outcome|resulting|whole|first|same|framework"
    r"|revised|updated|approved|adopted|landmark|memorandum of|plan of|programme of"
    r"|code of|rules of|action|intergovernmental|international|legal|own|long|short)\s+"
)
_NUMBERED = re.compile(r"\d+/\w|/[A-Z]*\.?\d|\bNo\.? ?\d")
RECENT = 30
"""Documents of one kind that a shorter name is looked up among, the last ones."""

_WEAK = (
    "report",
    "plan",
    "programme",
    "list",
    "decision",
    "statement",
    "concept",
    "strategy",
    "other",
)


@dataclass(slots=True)
class _Group:
    """One document with all mentions of it and all acts upon it."""

    best: InstrumentMention  # the one with the fullest name, the first of equals
    mentions: list[InstrumentMention] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)

    def add(self, mention: InstrumentMention) -> None:
        self.mentions.append(mention)
        self.best = max(self.best, mention, key=lambda m: (m.rule != "bare", len(m.name)))


def assemble(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> tuple[Instrument, ...]:
    """Return the instruments that a document states, in the order of the text.

    A document that is only described counts where something is done with it;
    one with a name of its own is at least `referenced`.
    """
    groups = _groups(document, mentions.instruments)
    holder = {id(m): group for group in groups for m in group.mentions}
    for mention, act in acts(document, mentions, gatherings):
        holder[id(mention)].acts.append(act)
    kept = [group for group in groups if _stands(document, group)]
    return tuple(_instrument(document, f"i{n}", group) for n, group in enumerate(kept, 1))


# --- one document ---------------------------------------------------------------


def _groups(document: Document, mentions: tuple[InstrumentMention, ...]) -> list[_Group]:
    groups: list[_Group] = []
    named: dict[tuple[str, str], _Group] = {}
    kinds: dict[str, list[_Group]] = {}
    for mention in mentions:
        key = (mention.kind, mention.name.lower())
        same = named.get(key) or _earlier(document, mention, kinds.get(mention.kind, []))
        if not same:
            same = _Group(mention)
            groups.append(same)
            kinds.setdefault(mention.kind, []).append(same)
        same.add(mention)
        named[key] = same
    return groups


def _earlier(document: Document, mention: InstrumentMention, kin: list[_Group]) -> _Group | None:
    """Return the group of the same kind that a mention means: a shorter name, "the agreement"."""
    for group in reversed(kin[-RECENT:]):
        if _same(mention.name, group.best.name):
            return group
    if len(kin) == 1 and mention.rule == "title" and _definite(document, mention):
        first = kin[0].best  # "a new charter was signed. The Segou Charter says ..."
        if first.rule == "bare" and not _ATTRIBUTES.sub("", first.name.lower()).count(" "):
            return kin[0]
    if mention.rule == "bare" and kin and _definite(document, mention):
        return next((group for group in reversed(kin[-RECENT:]) if _fits(mention, group)), None)
    return None


def _fits(mention: InstrumentMention, group: _Group) -> bool:
    """Return True where "the agreement" can mean a document: no word of its own speaks against.

    "The work plan" is not the Action Plan, and "the trade agreement" not that on visas.
    """
    own = _ATTRIBUTES.sub("", mention.name.lower()).split()[:-1]
    return set(own) <= set(group.best.name.lower().split())


def _same(name: str, other: str) -> bool:
    a, b = name.lower().split(), other.lower().split()
    short, full = sorted((a, b), key=len)
    if len(short) > 3 and full[: len(short)] == short and full[len(short)] not in ("and", "&"):
        return True  # cut short
    plain = not _COMPLEMENT.search(f" {' '.join(short)} ")
    return plain and len(short) > 1 and set(short) <= set(full)


def _definite(document: Document, mention: InstrumentMention) -> bool:
    return bool(_DEFINITE.search(document.view, max(mention.start - 24, 0), mention.start))


def _stands(document: Document, group: _Group) -> bool:
    """Return True where the text says enough of a document for it to be a fact."""
    told = {act.action for act in group.acts} - {"referenced"}
    if told and not _talk(group, told):
        return True
    if not group.acts:
        return False
    best = group.best
    if best.inner and best.kind == "other":
        return False
    if best.kind == "resolution" and _NUMBERED.search(best.name):
        return True
    if best.rule == "title":
        return best.kind not in ("statement", "communique") or bool(_COMPLEMENT.search(best.name))
    return (
        best.rule == "described"
        and best.kind not in _WEAK
        and (best.inner or _definite(document, best))
    )


def _talk(group: _Group, told: set[str]) -> bool:
    """Return True for plans and ideas that are only talked about: not yet a document."""
    best = group.best
    return (
        told == {"discussed"}
        and best.rule != "title"
        and not best.period
        and best.kind in ("plan", "programme", "strategy", "concept", "list")
    )


# --- the fact ----------------------------------------------------------------------


def _instrument(document: Document, key: str, group: _Group) -> Instrument:
    best = group.best
    return Instrument(
        key=key,
        name=best.name,
        kind=best.kind,
        period=best.period,
        actions=tuple(_actions(document, group)),
        evidence=(document.passage(best.start, min(best.end, best.start + 600)),),
        rule=f"instrument-{best.rule}",
    )


def _actions(document: Document, group: _Group) -> Iterator[Action]:
    """Yield each action once, at the meeting where it is told; what is done needs no reference."""
    told = {act.meeting for act in group.acts if act.action != "referenced"}
    real = [
        act
        for act in group.acts
        if act.action != "referenced" or (act.lasting and act.meeting not in told)
    ]
    seen = set()
    for act in real or group.acts[:1]:
        if (act.action, act.meeting) not in seen:
            seen.add((act.action, act.meeting))
            evidence = tuple(document.passage(*span) for span in act.spans)
            yield Action(act.action, act.meeting, evidence, f"action-{act.rule}")
