"""Tense and mood of a clause in many wordings: done, going on, planned, wished for or denied."""

from __future__ import annotations

import pytest

from kg.document import segment
from kg.language.modality import happened, modality, sentence_at
from kg.model import Article


def mode(text: str) -> str:
    """Return the mood of the words between brackets, in a paragraph below a title."""
    before = "News from the lake\n\n"
    start = len(before) + text.index("[")
    end = len(before) + text.index("]") - 1
    document = segment(Article("a", before + text.replace("[", "").replace("]", "") + "\n"))
    return modality(document, sentence_at(document, start), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of the two countries [signed] a protocol on Monday.",
        "The ministers of the two countries have [signed] a protocol.",
        "The ministers of the two countries had [signed] a protocol.",
        "A protocol was [signed] by the ministers of the two countries.",
        "A protocol has been [signed] by the ministers of the two countries.",
        "The ministers, who will meet again in May, [signed] a protocol.",
        "The ministers agreed on a date and [signed] a protocol on Monday.",
        "Having [signed] a protocol, the ministers left for the airport.",
        "After the ministers [signed] a protocol, lunch was served to all.",
        "The host said that the ministers [signed] a protocol on Monday.",
        "Not only did they talk; the ministers also [signed] a protocol.",
        "The ministers [signed] a protocol that will enter into force in May.",
        "The ministers [signed] a protocol without delay on Monday.",
        "The ministers [signed] a protocol to end the dispute on the lake.",
    ],
)
def test_done(text: str) -> None:
    assert mode(text) == "done"


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of the two countries will [sign] a protocol.",
        "The ministers of the two countries are to [sign] a protocol.",
        "The ministers of the two countries are set to [sign] a protocol.",
        "The ministers of the two countries are due to [sign] a protocol.",
        "The ministers of the two countries are expected to [sign] a protocol.",
        "The ministers of the two countries are scheduled to [sign] a protocol.",
        "The ministers of the two countries plan to [sign] a protocol.",
        "The ministers of the two countries intend to [sign] a protocol.",
        "The ministers of the two countries agreed to [sign] a protocol.",
        "The ministers of the two countries decided to [sign] a protocol.",
        "The ministers of the two countries are going to [sign] a protocol.",
        "The ministers of the two countries are preparing to [sign] a protocol.",
        "A protocol will be [signed] by the ministers of the two countries.",
        "A protocol is to be [signed] by the ministers of the two countries.",
        "A protocol is expected to be [signed] by the ministers in May.",
        "It is planned that a protocol will be [signed] in May.",
        "The ministers will meet in May and [sign] a protocol.",
        "The ministers will discuss fish and, in the evening, [sign] a protocol.",
        "The host said that the ministers would [sign] a protocol in May.",
        "The ministers, who met on Monday, will [sign] a protocol.",
    ],
)
def test_planned(text: str) -> None:
    assert mode(text) == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of the two countries did not [sign] a protocol.",
        "The ministers of the two countries have not [signed] a protocol.",
        "The ministers of the two countries will not [sign] a protocol.",
        "The ministers of the two countries never [signed] a protocol.",
        "The ministers of the two countries refused to [sign] a protocol.",
        "The ministers of the two countries declined to [sign] a protocol.",
        "The ministers of the two countries failed to [sign] a protocol.",
        "A protocol was not [signed] by the ministers of the two countries.",
        "A protocol was never [signed] by the ministers of the two countries.",
        "The ministers left without [signing] a protocol on Monday.",
        "The ministers could not [sign] a protocol on Monday.",
    ],
)
def test_denied(text: str) -> None:
    assert mode(text) == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of the two countries should [sign] a protocol.",
        "The ministers of the two countries must [sign] a protocol.",
        "The ministers of the two countries would like to [sign] a protocol.",
        "The ministers were urged to [sign] a protocol by the farmers.",
        "The host invited the ministers to [sign] a protocol.",
        "The host proposed to [sign] a protocol on the lake.",
        "The ministers may [sign] a protocol, the host said.",
        "The ministers could [sign] a protocol one day, the host said.",
    ],
)
def test_wished(text: str) -> None:
    assert mode(text) == "wished"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [talks on the lake] were held in Jinja on Monday.", "done"),
        ("The [talks on the lake] have ended in Jinja.", "done"),
        ("Jinja hosted the [talks on the lake] on Monday.", "done"),
        ("The ministers took part in the [talks on the lake] in Jinja.", "done"),
        ("The [talks on the lake] are under way in Jinja.", "ongoing"),
        ("The [talks on the lake] are being held in Jinja.", "ongoing"),
        ("The [talks on the lake] are taking place in Jinja.", "ongoing"),
        ("The [talks on the lake] will be held in Jinja in May.", "planned"),
        ("The [talks on the lake] are to be held in Jinja in May.", "planned"),
        ("The [talks on the lake] are scheduled for May in Jinja.", "planned"),
        ("Jinja will host the [talks on the lake] in May.", "planned"),
        ("The ministers prepare for the [talks on the lake] in Jinja.", "planned"),
        ("The [talks on the lake] were cancelled by the host on Monday.", "denied"),
        ("The [talks on the lake] were called off by the host on Monday.", "denied"),
        ("The [talks on the lake] did not take place on Monday.", "denied"),
        ("The host proposed [talks on the lake] to the ministers.", "wished"),
        ("The farmers called for [talks on the lake] in Jinja.", "wished"),
    ],
)
def test_a_noun(text: str, expected: str) -> None:
    assert mode(text) == expected


@pytest.mark.parametrize(
    ("name", "told"),
    [("done", True), ("ongoing", True), ("planned", False), ("wished", False), ("denied", False)],
)
def test_what_has_happened(name: str, told: bool) -> None:
    assert happened(name) is told  # type: ignore[arg-type]
