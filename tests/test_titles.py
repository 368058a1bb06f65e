"""How far the title of a document reaches, and which words are no document at all."""

from __future__ import annotations

import pytest

from kg import document, mentions
from kg.mentions.instruments import period
from kg.model import Article, InstrumentMention

OPENING = "WINDHOEK, 5 May 2020. The ministers met for two days.\n\n"


def find(text: str) -> tuple[InstrumentMention, ...]:
    """Return the documents that a paragraph names."""
    article = Article("a", f"{OPENING}{text}\n", published="2020-05-05")
    return mentions.find(document.segment(article)).instruments


def names(text: str) -> list[str]:
    return [mention.name for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # named
        ("The ministers signed the Treaty of Pelindaba.", ["Treaty of Pelindaba"]),
        ("They recalled the Lomé Charter in full.", ["Lomé Charter"]),
        ("They adopted the 'Suva Declaration' at noon.", ["Suva Declaration"]),
        (
            "The leaders adopted the Bridgetown Declaration on Ocean Governance.",
            ["Bridgetown Declaration on Ocean Governance"],
        ),
        (
            "They uphold the 1979 Convention on Long-Range Air Pollution.",
            ["1979 Convention on Long-Range Air Pollution"],
        ),
        (
            "They named the Treaty on friendship and trade of 1997 as the basis.",
            ["Treaty on friendship and trade of 1997"],
        ),
        ("The Council adopted Resolution No. 5 on water.", ["Resolution No. 5 on water"]),
        (
            "They upheld Security Council resolution 2254 (2015) once more.",
            ["Security Council resolution 2254 (2015)"],
        ),
        # described
        (
            "They signed an agreement on visa-free travel in Lusaka on Monday.",
            ["agreement on visa-free travel"],
        ),
        (
            "Kenya and Chad signed a memorandum of understanding (MoU) on air services.",
            ["memorandum of understanding (MoU) on air services"],
        ),
        ("They signed a protocol on fisheries, the ministry said.", ["protocol on fisheries"]),
        (
            "The two signed an agreement between the governments of Fiji and Tonga on fisheries.",
            ["agreement between the governments of Fiji and Tonga on fisheries"],
        ),
        (
            "They adopted the report of the working group on tuna.",
            ["report of the working group on tuna"],
        ),
        ("The ministers signed the minutes of the session.", ["minutes of the session"]),
        ("They signed a cooperation agreement with Peru.", ["cooperation agreement with Peru"]),
        ("The ministers adopted a joint statement.", ["joint statement"]),
        (
            "A draft agreement on energy cooperation was discussed.",
            ["draft agreement on energy cooperation"],
        ),
        (
            "They signed a treaty on the transfer of prisoners which will enter into force soon.",
            ["treaty on the transfer of prisoners"],
        ),
        (
            "They adopted the decision to establish a joint fund.",
            ["decision to establish a joint fund"],
        ),
        # coordinations inside, and those that start another document
        (
            "They signed a protocol on terrorism, smuggling and piracy.",
            ["protocol on terrorism, smuggling and piracy"],
        ),
        (
            "They signed an agreement on trade and a protocol on customs.",
            ["agreement on trade", "protocol on customs"],
        ),
        ("They signed an agreement on trade and agreed to meet again.", ["agreement on trade"]),
        ("They agreed to conclude a Tax Agreement by 2023.", ["Tax Agreement"]),
        (
            "They signed a declaration of intent on rail, and an amendment to the tax treaty.",
            ["declaration of intent on rail", "amendment to the tax treaty", "tax treaty"],
        ),
        (
            "They approved Decision 922, on the statute of miners.",
            ["Decision 922, on the statute of miners", "statute of miners"],
        ),
        (
            "They adopted a declaration in support of the return of peace.",
            ["declaration in support of the return of peace"],
        ),
        (
            "They recalled the 1982 Convention on Seas (COS) and the 2016 Award.",
            ["1982 Convention on Seas (COS)"],
        ),
        ("They issued the New Zealand–Tonga Statement.", ["New Zealand–Tonga Statement"]),
        ("They signed an agreement on trade and the ministers left.", ["agreement on trade"]),
        (
            "They signed a memorandum on tourism, and Peru will host the next round.",
            ["memorandum on tourism"],
        ),
    ],
)
def test_a_title_reaches_to_its_last_complement(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "They approved the Plan of measures on implementing the Agreement on air rescue.",
            "Plan of measures on implementing the Agreement on air rescue",
            "Agreement on air rescue",
        ),
        (
            "They signed a protocol amending the Convention on the Danube.",
            "protocol amending the Convention on the Danube",
            "Convention on the Danube",
        ),
        (
            "They signed a protocol on the accession of Chad to the Niamey Charter.",
            "protocol on the accession of Chad to the Niamey Charter",
            "Niamey Charter",
        ),
    ],
)
def test_a_title_inside_a_title_is_inner(text: str, outer: str, inner: str) -> None:
    assert [(m.name, m.inner) for m in find(text)] == [(outer, False), (inner, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed agreements on visas, on customs and on tourism.",
            ["agreement on visas", "agreement on customs", "agreement on tourism"],
        ),
        (
            "They signed two protocols on border trade and health care.",
            ["protocol on border trade", "protocol on health care"],
        ),
        (
            "They signed two memorandums of understanding on tourism and dairy.",
            ["memorandum of understanding on tourism", "memorandum of understanding on dairy"],
        ),
        (
            "They signed memoranda of understanding between the two ministries"
            " and between the banks.",
            [
                "memorandum of understanding between the two ministries",
                "memorandum of understanding between the banks",
            ],
        ),
        # a plural that the words do not tell apart stays one
        (
            "They approved work plans on river traffic and flood warning.",
            ["work plans on river traffic and flood warning"],
        ),
    ],
)
def test_a_plural_head_stands_for_each_document(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ten agreements were signed in all.",
        "Twenty-two documents were signed.",
        "Several memorandums were exchanged.",
        "They reached agreement on the matter of the border.",
        "The sides plan to meet and report back.",
        "The parties will deal with smuggling.",
        "She reports that talks go well.",
        "They signed various agreements and memoranda.",
        "They seek a resolution of the conflict by talks.",
        "They have no letter of it.",
        "The Collective Security Treaty Organization has six members.",
    ],
)
def test_general_words_name_no_document(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They signed the Treaty of Pelindaba.", "treaty"),
        ("They signed a pact on cotton.", "agreement"),
        ("They adopted a plan of action on locusts.", "plan"),
        ("They adopted an action plan on locusts.", "plan"),
        ("They approved the Roadmap for Rail Links.", "roadmap"),
        ("They signed an MoU on dairy farming.", "memorandum"),
        ("They adopted a final communiqué on peace.", "communique"),
        ("They approved a programme on youth.", "programme"),
        ("They signed the Vienna Final Act of old.", "other"),
        ("They signed road maps for trade with Oman.", "roadmap"),
        ("They adopted the strategies on water.", "strategy"),
    ],
)
def test_the_head_noun_gives_the_kind(text: str, kind: str) -> None:
    assert [mention.kind for mention in find(text)] == [kind]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Plan for 2016-2020", "2016-2020"),
        ("programme for the year 2015-18", "2015-2018"),
        ("plan of action (2016–2018)", "2016-2018"),
        ("list of activities in 2018 and 2019", "2018-2019"),
        ("budget for 2023/2024", "2023-2024"),
        ("Community Vision 2025", None),
        ("Treaty of 1997", None),
        ("resolution 1540 on arms", None),
    ],
)
def test_the_years_of_a_title_are_its_period(name: str, expected: str | None) -> None:
    assert period(name) == expected


def test_its_implementation_means_the_document_named_before() -> None:
    text = "They approved the Anti-piracy strategy of the bloc and a plan on its implementation."
    assert names(text)[1] == "plan on implementation of the Anti-piracy strategy"


def test_a_line_of_a_list_is_one_title() -> None:
    text = (
        "The following documents were signed:\n\n"
        "- Agreement between Peru and Chile on the exchange of data by customs posts.\n"
        "- Memorandum of Understanding and Cooperation between two academies.\n"
        "- Programme of cultural exchange for 2021–2022;\n"
    )
    assert names(text) == [
        "Agreement between Peru and Chile on the exchange of data by customs posts",
        "Memorandum of Understanding and Cooperation between two academies",
        "Programme of cultural exchange for 2021–2022",
    ]


def test_lines_below_a_plural_head_complete_it() -> None:
    text = (
        "Resolutions were adopted on these items:\n\n"
        "- measures against the desert locust;\n"
        "- the safety of dams.\n"
    )
    assert names(text) == [
        "Resolution on measures against the desert locust",
        "Resolution on safety of dams",
    ]


def test_the_offsets_are_those_of_the_words() -> None:
    text = "They signed an agreement on trade, on Monday."
    (mention,) = find(text)
    assert (OPENING + text)[mention.start : mention.end] == "agreement on trade"


def test_an_endless_sentence_stays_linear() -> None:
    text = "They signed an agreement on trade and " * 2000
    assert len(find(text)) == 2000
