"""The words of actions ("signed", "adoption of"): those of the vocabulary, and ways of saying them.

A shared leaf: a title ends before such a word, and a deed begins with it. The
words stand in ontology/vocabulary.ttl, the ways ("put their names to") as verb
and pattern in kg/lexicon/action-cues.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import resources, vocabulary
from kg.language import expressions as re
from kg.language.phrases import compile_phrases, lower
from kg.lexicon.tables import rows
from kg.model import Mention

_POSSESSIVE = r"(?:his|her|its|their|the|joint)(?: own)?"


_IRREGULAR = {
    "dealt": ("deal", "dealt", "dealing"),
    "gave": ("give", "given", "giving"),
    "heard": ("hear", "heard", "hearing"),
    "put": ("put", "put", "putting"),
    "took": ("take", "taken", "taking"),
    "went": ("go", "gone", "going"),
    "brought": ("bring", "brought", "bringing"),
    "spoke": ("speak", "spoken", "speaking"),
    "made": ("make", "made", "making"),
}
_OWN = {"object": "", "direct": "direct "}
_VERBS = (*_IRREGULAR, "gone", "given", "met", "found", "dwelt", "was", "were")


_NOUNS = {"issue", "review", "release", "study", "debate", "address", "seal"}
_BEFORE = re.compile(
    r"\b(?:to|will|shall|would|should|could|can|may|must|and|or|not|also|then|\w+ly)\s+$"
)


_ONWARD = re.compile(r"\s+(?:through|on|over|into|from|along|away|between|down)\b")


@dataclass(frozen=True, slots=True)
class Cue(Mention):
    """A word of an action.

    `form` is past ("signed"), base, ing, noun ("adoption of"), ahead ("for
    adoption"), subject ("bears the signatures of") or outcome ("the outcome was").
    `direct` is True where the document must follow: "yielded a statement".
    """

    action: str
    form: str
    direct: bool = False


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Return action and form of each word or phrase that names an action."""
    out: dict[str, tuple[str, str]] = {}
    for entry in vocabulary.concepts("actions"):
        if entry.notation.startswith("to-be-"):
            ahead = (word for word in entry.words if word.startswith(("for ", "await")))
            out.update((word, (entry.notation.removeprefix("to-be-"), "ahead")) for word in ahead)
        elif entry.notation != "referenced":
            for word in entry.words:
                for text, form in _forms(word):
                    out.setdefault(text, (entry.notation, form))
    return out


def _forms(word: str) -> Iterator[tuple[str, str]]:
    """Yield `word` and its other forms; a stem that is no word does no harm."""
    first, gap, rest = word.partition(" ")
    if first in ("bear", "bears"):
        yield word, "subject"
        return
    verbal = first.endswith("ed") or first in _VERBS or " was " in word
    if gap and not verbal:
        yield word, "noun"
        return
    yield word, "past"
    if first in _IRREGULAR:
        for verb, form in zip(_IRREGULAR[first], ("base", "past", "ing"), strict=True):
            yield verb + gap + rest, form
    elif not gap and word.endswith("ed"):
        stem = word[:-2]
        yield from ((stem, "base"), (stem + "e", "base"), (stem + "ing", "ing"))


@cache
def _ways() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return action, form and pattern of each way of saying an action."""
    return tuple((action, form, re.compile(pattern)) for action, form, pattern in _unfolded())


def _unfolded() -> Iterator[tuple[str, str, str]]:
    for action, form, verbs, rest in rows(resources.lexicon("action-cues.tsv")):
        if verbs == "-":
            yield action, form, rest
        for verb in () if verbs == "-" else verbs.split():
            for word, inflected in _inflected(verb, rest):
                own = _OWN[form] + inflected if form in _OWN else form
                yield action, own, word if rest == "-" else f"{word} {rest}"


def _inflected(verb: str, rest: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of "take/took/taken/taking" or "seal"; "is" and the present with a phrase."""
    stem = verb.removesuffix("e")
    base, past, participle, gerund = (
        verb.split("/") if "/" in verb else (verb, stem + "ed", stem + "ed", stem + "ing")
    )
    yield from ((past, "past"), (gerund, "ing"), (base, "base"))
    if participle != past:
        yield participle, "past"
    if base == "be":
        yield from ((word, "past") for word in ("is", "are", "were"))
    elif rest != "-":
        yield _third(base), "past"


def _third(base: str) -> str:
    """Return the third person of a verb: "carries", "passes", "has"."""
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


@cache
def _cues() -> re.Pattern[str]:
    known = sorted(_words(), key=lambda word: (-len(word), word))
    ways = (pattern.replace(" ", r"\s+") for *_, pattern in _unfolded())
    return compile_phrases([*ways, *(_shape(word) for word in known)])


def _shape(word: str) -> str:
    """Return the pattern of a phrase of the list: any possessive, one signature or several."""
    shape = re.escape(word).replace(r"\ ", r"\s+").replace("their", _POSSESSIVE)
    return re.sub(r"\b(name|signature)s\b", r"\1s?", shape)


@lru_cache(maxsize=4)
def cues(view: str) -> tuple[Cue, ...]:
    """Return the words of actions in a view, in the order of the text."""
    text = lower(view)
    hits = _cues().finditer(text)
    return tuple(_cue(hit) for hit in hits if _acts(text, hit))


def _acts(text: str, hit: re.Match[str]) -> bool:
    """Return False for a noun like a verb, but in "to issue", and for what passed through hands."""
    if hit.group() in _NOUNS:
        return bool(_BEFORE.search(text, max(hit.start() - 16, 0), hit.start()))
    return hit.group() != "passed" or not _ONWARD.match(text, hit.end())


def _cue(hit: re.Match[str]) -> Cue:
    text = " ".join(hit.group().split())
    action, form = _meant(text)
    near = form.startswith("direct ")
    return Cue(*hit.span(), "V", action, form.removeprefix("direct "), near)


@lru_cache(maxsize=2048)
def _meant(text: str) -> tuple[str, str]:
    """Return action and form of the words of a cue."""
    if found := _words().get(text):
        return found
    for action, form, way in _ways():
        if way.pattern[0] in ("(", text[0]) and way.fullmatch(text):
            return action, form
    return _words()[_own(text)]


@cache
def _own(text: str) -> str:
    """Return the phrase of the list whose possessive `text` varies."""
    for word in _words():
        if re.fullmatch(_shape(word), text):
            return word
    raise KeyError(text)
