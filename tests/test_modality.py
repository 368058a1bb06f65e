"""Tense and mood of a clause: what was done, is going on, is planned, wished for or denied."""

from __future__ import annotations

import pytest

from kg.language.modality import happened, modality, sentence_at
from kg.model import Article, Document, Sentence


def read(text: str, kind: str = "body") -> tuple[Document, int, int]:
    """Return a document of one sentence and the offsets of the words between brackets."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    end = text.index("]") - 1
    sentence = Sentence(0, len(plain), kind, 0, 0)  # type: ignore[arg-type]
    return Document(Article("a", plain), plain, (sentence,), ((),)), start, end


def mode(text: str, kind: str = "body") -> str:
    document, start, end = read(text, kind)
    return modality(document, 0, start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers [signed] a protocol in Lusaka.", "done"),
        ("A protocol was [signed] by the ministers of Zambia and Malawi.", "done"),
        ("A protocol will be [signed] by the two ministers.", "planned"),
        ("The protocol is to be [signed] on Monday.", "planned"),
        ("The protocol is expected to be [signed] in June.", "planned"),
        ("They agreed to [sign] a protocol by June.", "planned"),
        ("They will discuss fisheries and [sign] a protocol.", "planned"),
        ("A charter and a plan are to be signed and [adopted] there.", "planned"),
        ("The charter was signed and [adopted] there.", "done"),
        ("They agreed to hold another round and [signed] a protocol.", "done"),
        ("The protocol has not been [signed] yet.", "denied"),
        ("He declined to [sign] the protocol.", "denied"),
        ("The premier did not [attend] the summit.", "denied"),
        ("The premier should [attend] the summit, he said.", "wished"),
        ("They called for a treaty that would be [signed] by all.", "planned"),
        ("The two ministers, who [met] yesterday, will meet again.", "done"),
        ("The two ministers, who met yesterday, will [meet] again.", "planned"),
        ("The plan, which is envisaged to be [adopted] in Lima, covers fish.", "planned"),
        ("The two are to [meet] in Lima.", "planned"),
        ("They would like to [meet] in Lima.", "wished"),
        ("They would [meet] in Lima, the spokeswoman said.", "planned"),
        ("The Chilean president had [received] the guests.", "done"),
    ],
)
def test_a_verb_is_ruled_by_the_nearest_cue_before_it(text: str, expected: str) -> None:
    assert mode(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [third session of the commission] took place in Maseru.", "done"),
        ("The [third session of the commission] will take place in Maseru.", "planned"),
        ("The [third session of the commission] is taking place in Maseru.", "ongoing"),
        ("Maseru hosted the [third session of the commission] on 3 May.", "done"),
        ("Maseru will host the [third session of the commission] on 3 May.", "planned"),
        ("They heard of the [session] that is scheduled to be held in May.", "planned"),
        ("They spoke of the [session], to be held in May.", "planned"),
        ("They prepare the [session], which was postponed until May.", "planned"),
        ("The [session], which was held in May, will be remembered.", "done"),
        ("They discussed preparations for the [fourth session].", "planned"),
        ("They are looking forward to the [fourth session].", "planned"),
        ("They agreed to hold the [fourth session] in Windhoek.", "planned"),
        ("They welcomed the [upcoming summit].", "planned"),
        ("They called for an [international conference] on the lake.", "wished"),
        ("He proposed a [conference] on the lake.", "wished"),
        ("The president hopes for a [meeting] soon.", "wished"),
        ("The [meeting] was cancelled.", "denied"),
        ("No [meeting] took place.", "denied"),
        ("The minister declined to attend the [meeting].", "denied"),
        ("At the [summit] the leaders will sign a charter.", "planned"),
        ("At the [summit] the leaders signed a charter.", "done"),
        ("He met the press, and a [summit] will be held in May.", "planned"),
        ("The [summit] began this morning in Suva.", "ongoing"),
        ("The [extended meeting] is to begin at noon.", "planned"),
        ("[Summit] in Suva", "done"),
    ],
)
def test_a_noun_is_ruled_by_what_is_said_of_it(text: str, expected: str) -> None:
    assert mode(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fijian leaders to [meet] in Suva", "planned"),
        ("Suva to host the [Pacific summit]", "planned"),
        ("Suva hosts the [Pacific summit]", "done"),
        ("Leaders agree to [meet] in Suva", "planned"),
    ],
)
def test_an_infinitive_in_a_heading_is_still_to_come(text: str, expected: str) -> None:
    assert mode(text, "title") == expected


def test_what_is_going_on_has_happened_and_what_is_planned_has_not() -> None:
    told = [happened(m) for m in ("done", "ongoing", "planned", "wished", "denied")]  # type: ignore[arg-type]
    assert told == [True, True, False, False, False]


def test_a_sentence_is_found_by_an_offset_in_it() -> None:
    rows = tuple(Sentence(s, s + 9, "body", 0, s) for s in (0, 10, 20))
    document = Document(Article("a", "x" * 30), "x" * 30, rows, ((),) * 3)
    assert [sentence_at(document, offset) for offset in (0, 9, 10, 25, 29)] == [0, 0, 1, 2, 2]


def test_one_endless_clause_is_read_only_near_the_words() -> None:
    text = "will " + "a " * 400 + "[signed] " + "a " * 400 + "will"
    assert mode(text) == "done"
