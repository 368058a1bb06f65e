"""The words of actions in a view: their action, their form, and where they stand."""

from __future__ import annotations

import pytest

from kg.language.cues import cues
from kg.language.phrases import compile_phrases, lower


def told(view: str) -> list[tuple[str, str, str]]:
    """Return words, action and form of each cue of a view."""
    return [(view[c.start : c.end], c.action, c.form) for c in cues(view)]


@pytest.mark.parametrize(
    ("word", "action", "form"),
    [
        ("signed", "signed", "past"),
        ("sign", "signed", "base"),
        ("signing", "signed", "ing"),
        ("adopted", "adopted", "past"),
        ("adopt", "adopted", "base"),
        ("adopting", "adopted", "ing"),
        ("approved", "approved", "past"),
        ("approve", "approved", "base"),
        ("approving", "approved", "ing"),
        ("endorsed", "approved", "past"),
        ("initialled", "approved", "past"),
        ("discussed", "discussed", "past"),
        ("discuss", "discussed", "base"),
        ("discussing", "discussed", "ing"),
        ("considered", "discussed", "past"),
        ("reviewed", "discussed", "past"),
        ("ratified", "ratified", "past"),
        ("proposed", "proposed", "past"),
        ("Signed", "signed", "past"),
        ("SIGNED", "signed", "past"),
        ("signing of", "signed", "noun"),
        ("signature of", "signed", "noun"),
        ("adoption of", "adopted", "noun"),
        ("approval of", "approved", "noun"),
        ("ratification of", "ratified", "noun"),
        ("for adoption", "adopted", "ahead"),
        ("for signature", "signed", "ahead"),
    ],
)
def test_a_word_of_an_action(word: str, action: str, form: str) -> None:
    assert told(f"They said {word} the protocol.") == [(word, action, form)]


@pytest.mark.parametrize(
    "view",
    [
        "",
        "The ministers met in Lomé.",
        "An adopter came.",
        "They resigned in May.",
        "The designed bridge stood.",
        "An un-signed paper lay there.",
        "The signal was red.",
        "A signatory came.",
        "Improved ties were praised.",
        "They were heartened.",
    ],
)
def test_what_only_looks_like_one(view: str) -> None:
    assert told(view) == []


@pytest.mark.parametrize(
    ("view", "actions"),
    [
        ("They discussed a plan and signed a protocol.", ["discussed", "signed"]),
        ("A plan was adopted, a pact ratified.", ["adopted", "ratified"]),
        ("Having approved a plan, they will sign a protocol.", ["approved", "signed"]),
        ("The adoption of a plan and the signing of a protocol.", ["adopted", "signed"]),
        ("They put their signatures to a protocol.", ["signed"]),
        ("They put their names to a protocol.", ["signed"]),
    ],
)
def test_several_in_their_order(view: str, actions: list[str]) -> None:
    assert [cue.action for cue in cues(view)] == actions


@pytest.mark.parametrize(
    "view",
    [
        "They discussed a plan and signed a protocol.",
        "İstanbul'da they signed a protocol.",
        "SIGNED: a protocol",
        "They put\ntheir names to a protocol.",
    ],
)
def test_a_cue_stands_where_its_words_stand(view: str) -> None:
    reach = 0
    for cue in cues(view):
        assert cue.start >= reach
        assert view[cue.start : cue.end].strip() == view[cue.start : cue.end] != ""
        reach = cue.end


@pytest.mark.parametrize("text", ["Abc", "İSTANBUL", "STRASSE", "ẞ", "ΣΑΣ", "ﬁ", "", "𝄞A"])
def test_a_lower_view_keeps_its_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize(
    ("patterns", "text", "found"),
    [
        (["signed", "sign"], "they signed, i sign", ["signed", "sign"]),
        (["take up", "take"], "take up and take", ["take up", "take"]),
        ([r"put\s+on"], "put  on", ["put  on"]),
        (["(?:give|take) note"], "give note, take note", ["give note", "take note"]),
        (["(?:re)?sign"], "resign, sign", ["resign", "sign"]),
        (["on"], "on-site, on", ["on"]),
        (["ab", "cd"], "abcd ab cd", ["ab", "cd"]),
    ],
)
def test_phrases_are_whole_words(patterns: list[str], text: str, found: list[str]) -> None:
    assert compile_phrases(patterns).findall(text) == found


@pytest.mark.parametrize("pattern", ["(?:ab", "(?:ab(?:c)"])
def test_a_broken_phrase_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        compile_phrases([pattern])
