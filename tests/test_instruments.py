"""Which mentions are one document, and which are enough for a fact."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article, Instrument

OPENING = (
    "LIMA, 5 May 2020. The third session of the Andean Council of Foreign Ministers was held on"
    " 4 May 2020 in Lima.\n\n"
)


def assemble(text: str) -> tuple[Instrument, ...]:
    article = Article("a", f"{OPENING}{text}\n", published="2020-05-05")
    return pipeline.extract(article).instruments


def names(text: str) -> list[str]:
    return [instrument.name for instrument in assemble(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the same name again, a shorter one, a pointing one
        (
            "They signed the Cusco Declaration. The Cusco Declaration calls for peace.",
            ["Cusco Declaration"],
        ),
        (
            "They signed the Treaty on the Lake Basin. The treaty will enter into force soon.",
            ["Treaty on the Lake Basin"],
        ),
        (
            "A joint declaration was signed. The Joint Declaration on the Amazon names goals.",
            ["Joint Declaration on the Amazon"],
        ),
        ("They adopted a joint statement. The joint statement is short.", ["joint statement"]),
        # documents of one kind that differ
        (
            "They signed a protocol on copper and a protocol on copper and tin.",
            ["protocol on copper", "protocol on copper and tin"],
        ),
        (
            "They signed the Cusco Declaration and the Quito Declaration.",
            ["Cusco Declaration", "Quito Declaration"],
        ),
    ],
)
def test_mentions_of_one_document_are_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name of its own is enough
        ("They hold to the Cartagena Agreement.", ["Cartagena Agreement"]),
        ("The principles of the Helsinki Final Act stand.", ["Helsinki Final Act"]),
        ("They build on the agreement on air services.", ["agreement on air services"]),
        # what is only described counts where something is done with it
        ("They approved a report on mining.", ["report on mining"]),
        ("They adopted the list of experts.", ["list of experts"]),
        ("In a joint communique the ministers call for peace.", ["joint communique"]),
        # and not otherwise
        ("There is a report on mining in the press.", []),
        ("A plan for the coast is being talked of.", []),
        ("In a statement, the ministry said so.", []),
        ("The programme of the visit was full.", []),
        ("An agreement is near, he said.", []),
        ("The list of guests was long.", []),
        ("He was guided by a charter of old.", []),
    ],
)
def test_a_document_needs_a_name_or_a_deed(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_heading_names_a_document_only_where_it_tells_a_deed() -> None:
    heading = "Cusco Declaration signed, Amazon Charter on everyone's lips\n\n"
    article = Article("a", heading + OPENING + "More in the evening.\n", published="2020-05-05")
    assert [i.name for i in pipeline.extract(article).instruments] == ["Cusco Declaration"]


def test_the_inner_title_is_referenced() -> None:
    found = assemble("They adopted the Plan of measures on implementing the Agreement on potash.")
    told = {i.name: [a.action for a in i.actions] for i in found}
    assert told == {
        "Plan of measures on implementing the Agreement on potash": ["adopted"],
        "Agreement on potash": ["referenced"],
    }


def test_the_period_is_that_of_the_outer_title() -> None:
    found = assemble(
        "They adopted the Plan of measures on implementing the Agreement on potash for 2021-2024."
    )
    assert [i.period for i in found] == ["2021-2024", None]


def test_keys_follow_the_text() -> None:
    found = assemble("They signed an agreement on trade, a treaty on borders and a pact on tin.")
    assert [(i.key, i.kind) for i in found] == [
        ("i1", "agreement"),
        ("i2", "treaty"),
        ("i3", "agreement"),
    ]


def test_each_document_quotes_its_title() -> None:
    (found,) = assemble("They signed an agreement on trade in Lima.")
    assert [passage.quote for passage in found.evidence] == ["agreement on trade"]
    assert found.rule == "instrument-described"


def test_a_text_without_documents_has_none() -> None:
    assert assemble("They spoke of copper.") == ()


def test_without_a_meeting_a_document_is_told_of_none() -> None:
    article = Article("a", "Peru and Chile signed a treaty on copper.\n")
    (found,) = pipeline.extract(article).instruments
    assert [(a.action, a.meeting) for a in found.actions] == [("signed", None)]
