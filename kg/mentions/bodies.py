"""Who meets, read from the phrase of a meeting: its body, its organisation, its parties.

"session of the Council of Ministers of the EAC", "EAC Trade Ministers' Meeting":
the body is the part with a body noun, without what it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg import lexicon
from kg.language import expressions as re
from kg.language.patterns import Chunk
from kg.mentions import sessions
from kg.mentions.sessions import Phrase
from kg.model import CountryMention, Document, OrganisationMention, PersonMention

_OWNER = re.compile(r"[OCDP1)]")
_AHEAD = re.compile(r"t?(?:C(?:cC)+c?&C|O'?(?:\([^()]+\))?|C'?(?:&C'?)+|C'?(?![C-])|n')?")
_BEHIND = re.compile(r"[(bw]|(?<=[UjJAGn])o(?=t?[OC])")
_STANDING = re.compile(
    r"\bof\s+the\s+(?P<name>(?:[A-Z][\w'-]*\s+(?:(?:of|for|on|and|the)\s+){0,2}){1,6}?(?:Forum|Platform|Initiative"
    r"|Partnership|Alliance|Process|Union|Community|League|Compact|Pact|Association|Federation|Confederation"
    r"|Organi[sz]ation|Network|Coalition|Movement))(?:\s+\([A-Z]+\))?$"
)
_HOLDERS = frozenset(("heads", "leaders", "representatives", "presidents"))
_COUNTED = frozenset(("two", "three", "four", "five", "six", "both"))
_STATES = re.compile(r"(?:member|countr|state|nation|part)", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|The)\s+")


def chunks_of(phrase: Phrase) -> tuple[Chunk, ...]:
    """Return the chunks before and behind the head of a phrase."""
    names = phrase.hit.chunks("head") if phrase.sign == "O" else ()
    return (*phrase.hit.chunks("pre"), *names, *phrase.hit.chunks("tail"))


def organisation(document: Document, chunks: Sequence[Chunk]) -> tuple[str | None, str | None]:
    """Return the organisation that chunks name and the body that its name adds, or Nones.

    "UN General Assembly" belongs to the UN and adds "General Assembly". A pair
    like "Australia-ASEAN" belongs to neither.
    """
    symbols = "".join(chunk.symbol for chunk in chunks)
    if "O" not in symbols or re.search(r"C-?O|O-?C", symbols):
        return None, None
    known = [c.value for c in chunks if isinstance(c.value, OrganisationMention)]
    named = next((mention for mention in known if mention.key), known[0])
    return _root(document.words(named.start, named.end), named.name)


def described(document: Document, phrase: Phrase) -> str | None:
    """Return the standing body that a numbered meeting is of: "conference of the Lakes Forum"."""
    tail = phrase.hit.chunks("tail")
    if phrase.ordinal is None or not tail:
        return None
    hit = _STANDING.search(document.words(tail[0].start, tail[-1].end))
    return hit["name"] if hit else None


def _root(text: str, name: str) -> tuple[str, str | None]:
    entry = lexicon.organisation(name)
    if entry is None or entry.part_of is None or not is_body(text):
        return name, None
    parent = lexicon.organisation(entry.part_of)
    for form in (parent.name, *parent.forms) if parent else ():
        text = re.sub(rf"(?:\s*of\s+)?(?:the\s+)?\b{re.escape(form)}\b('s)?", "", text)
    return entry.part_of, text.strip() or None


def is_body(text: str) -> bool:
    """Return whether the words of a name hold a word for those who meet: "General Assembly"."""
    return any(sessions.vocabulary().get(word.lower()) == "U" for word in text.split())


def parties(chunks: Sequence[Chunk]) -> tuple[str, ...]:
    """Return the codes and names of two or more parties, or of any persons, in the chunks."""
    values = [chunk.value for chunk in chunks]
    persons = [value.name for value in values if isinstance(value, PersonMention)]
    if persons:
        return tuple(dict.fromkeys(persons))
    codes = [value.code for value in values if isinstance(value, CountryMention)]
    if not codes:
        return ()
    codes += [value.name for value in values if isinstance(value, OrganisationMention)]
    both = tuple(dict.fromkeys(codes))
    return both if len(both) > 1 else ()


def organ(document: Document, chunks: Sequence[Chunk]) -> str | None:
    """Return the body in "the Council of Ministers of the EAC", without its owner, or None."""
    symbols = "".join(chunk.symbol for chunk in chunks)
    ahead = _AHEAD.match(symbols)
    first = ahead.end() if ahead else 0
    last = _states(chunks, symbols, first)
    behind = _BEHIND.search(symbols, first, last)
    chosen = chunks[first : behind.start() if behind else last]
    return _text(document, chosen) if _has_body(chosen) else None


def body(document: Document, phrase: Phrase) -> str | None:
    """Return the organ or the officials that meet, as the phrase names them, or None."""
    if phrase.sign == "O":
        return None
    if phrase.sign == "U":
        return organ(document, (*phrase.hit.chunks("head"), *phrase.hit.chunks("tail")))
    found = (
        _complement(document, phrase) or _attribute(document, phrase) or _general(document, phrase)
    )
    return None if found and is_plain(found) else found


def is_plain(organ: str) -> bool:
    """Return whether words name no organ but whoever came: "the delegations"."""
    return organ.removeprefix("the ").lower() == "delegations"


def _complement(document: Document, phrase: Phrase) -> str | None:
    """The body in "session of the Council of Ministers of the EAC"."""
    chunks = phrase.hit.chunks("tail")
    symbols = "".join(chunk.symbol for chunk in chunks)
    opening = re.match(r"(?:\([^()]+\))?(?:[ip]t?[PD])*[ob]", symbols)
    return organ(document, chunks[opening.end() :]) if opening else None


def _general(document: Document, phrase: Phrase) -> str | None:
    """The body in "12th General Conference" or "FATF Plenary": organ and session in one."""
    before, head = phrase.hit.chunks("pre"), phrase.hit.chunks("head")
    if before and _word(before[-1]) == "general":
        return document.words(before[-1].start, head[0].end)
    plenary = [c for c in (*before[-1:], *head) if sessions.text(c) == "Plenary"]
    return "Plenary" if plenary and any(c.symbol == "O" for c in before) else None


def _states(chunks: Sequence[Chunk], symbols: str, first: int) -> int:
    """Return where "of the member states" begins, or the end; "heads of state" stays whole."""
    for hit in re.finditer(r"(?<=[U)AjJ])o?t?(?=[nx]?G)|(?<=[U)AjJ])(?=G)", symbols[first:]):
        at, word = first + hit.start(), first + hit.end()
        before = _word(chunks[at - 1]) if at else ""
        counted = _word(chunks[word]) in _COUNTED  # "presidents of the two countries"
        word += counted
        if not _STATES.match(_word(chunks[word])) or symbols[at] != "o":
            continue
        if counted or before not in _HOLDERS:
            return at
    return len(chunks)


def _attribute(document: Document, phrase: Phrase) -> str | None:
    """The body in "the EAC Trade Ministers' Meeting"."""
    chunks = list(phrase.hit.chunks("pre"))
    symbols = "".join(chunk.symbol for chunk in chunks)
    first = max((hit.end() for hit in _OWNER.finditer(symbols)), default=0)
    if "f" in symbols:
        first = max(first, symbols.rfind("A") + 1)
    while first < len(chunks) and (symbols[first] in "&-'E" or _is_kind(chunks[first])):
        first += 1
    last = len(chunks)
    while last > first and symbols[last - 1] in "'jJE" and symbols[last - 2] != "o":
        last -= 1
    chosen = chunks[first:last]
    return _text(document, chosen) if _has_body(chosen) else None


def _is_kind(chunk: Chunk) -> bool:
    word = _word(chunk)
    return word in sessions.of_class("modifier") or word in sessions.of_class("coming")


def _has_body(chunks: Sequence[Chunk]) -> bool:
    return any(chunk.symbol == "U" or sessions.text(chunk) == "Conference" for chunk in chunks)


def _word(chunk: Chunk) -> str:
    return sessions.text(chunk).lower()


def _text(document: Document, chunks: Sequence[Chunk]) -> str:
    """Return the words of a run of chunks; a list loses its articles."""
    whole = document.words(chunks[0].start, chunks[-1].end)
    several = any(chunk.symbol == "c" for chunk in chunks)
    return _THE.sub("", whole) if several or chunks[0].symbol == "t" else whole
