"""Documents as reports name them: how far a title reaches, its kind and its years."""

from __future__ import annotations

import pytest

from tests.reports import deeds, facts


@pytest.mark.parametrize(
    ("words", "name"),
    [
        # after a verb
        ("The ministers signed an agreement on shared rivers.", "agreement on shared rivers"),
        ("The ministers signed an Agreement on Shared Rivers.", "Agreement on Shared Rivers"),
        ("The ministers signed the Okavango Charter.", "Okavango Charter"),
        ("The ministers adopted the Gaborone Declaration.", "Gaborone Declaration"),
        (
            "The ministers adopted the Gaborone Declaration on Clean Water.",
            "Gaborone Declaration on Clean Water",
        ),
        ("The ministers adopted a joint communiqué.", "joint communiqué"),
        ("The ministers adopted a final communique.", "final communique"),
        ("The ministers adopted a joint declaration on drought.", "joint declaration on drought"),
        ("The ministers adopted a Plan of Action on drought.", "Plan of Action on drought"),
        ("The ministers adopted a roadmap for dam safety.", "roadmap for dam safety"),
        (
            "The ministers adopted a concept for a joint water fund.",
            "concept for a joint water fund",
        ),
        (
            "The ministers adopted the Regional Strategy for Groundwater.",
            "Regional Strategy for Groundwater",
        ),
        ("The ministers adopted Resolution 14 on groundwater.", "Resolution 14 on groundwater"),
        ("The ministers adopted Decision No. 7.", "Decision No. 7"),
        (
            "The ministers approved the annual report of the Secretariat.",
            "annual report of the Secretariat",
        ),
        (
            "The ministers approved the minutes of the previous meeting.",
            "minutes of the previous meeting",
        ),
        (
            "The ministers signed a memorandum of understanding on early warning.",
            "memorandum of understanding on early warning",
        ),
        (
            "The ministers signed a Memorandum of Understanding on Early Warning.",
            "Memorandum of Understanding on Early Warning",
        ),
        ("The ministers signed an MoU on early warning.", "MoU on early warning"),
        (
            "The ministers signed a memorandum on cooperation in irrigation.",
            "memorandum on cooperation in irrigation",
        ),
        (
            "The ministers signed a letter of intent on solar pumps.",
            "letter of intent on solar pumps",
        ),
        (
            "The ministers signed a framework agreement on solar pumps.",
            "framework agreement on solar pumps",
        ),
        (
            "The ministers signed a five-year cooperation programme.",
            "five-year cooperation programme",
        ),
        (
            "The ministers signed a convention against the theft of water.",
            "convention against the theft of water",
        ),
        ("The ministers signed the Treaty on the Limpopo Basin.", "Treaty on the Limpopo Basin"),
        # where a title ends
        (
            "The ministers signed an agreement on shared rivers on Tuesday.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers in Gaborone.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers during the meeting.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers after the talks.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers, which was drafted in 2018.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers that will last ten years.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers, according to a press release.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers; a dinner followed.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers and left for the airport.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers, and the guests left.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers at a ceremony.",
            "agreement on shared rivers",
        ),
        (
            "The ministers signed an agreement on shared rivers for five years.",
            "agreement on shared rivers for five years",
        ),
        # coordination inside
        (
            "The ministers signed an agreement on trade and investment.",
            "agreement on trade and investment",
        ),
        (
            "The ministers signed an agreement on trade, transit and customs.",
            "agreement on trade, transit and customs",
        ),
        (
            "The ministers signed an agreement on the supply, storage and use of water.",
            "agreement on the supply, storage and use of water",
        ),
        (
            "The ministers signed an agreement between Namibia and Zambia on shared rivers.",
            "agreement between Namibia and Zambia on shared rivers",
        ),
        (
            "The ministers signed the Namibia-Zambia Agreement on Shared Rivers.",
            "Namibia-Zambia Agreement on Shared Rivers",
        ),
        (
            "The ministers signed an agreement between the Government of Namibia and the"
            " Government of Zambia on visas.",
            "agreement between the Government of Namibia and the Government of Zambia on visas",
        ),
        # quoted
        (
            'The ministers signed the "Agreement on Shared Rivers" at noon.',
            "Agreement on Shared Rivers",
        ),
        # drafts
        (
            "The ministers considered a draft agreement on shared rivers.",
            "draft agreement on shared rivers",
        ),
        ("The ministers considered the draft Gaborone Declaration.", "draft Gaborone Declaration"),
    ],
)
def test_a_title_is_taken_whole_and_no_further(words: str, name: str) -> None:
    assert list(deeds(words)) == [name]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "The ministers signed a protocol on visas and a memorandum on sport.",
            ["protocol on visas", "memorandum on sport"],
        ),
        (
            "The ministers signed a protocol on visas, a memorandum on sport and an agreement on"
            " tax.",
            ["protocol on visas", "memorandum on sport", "agreement on tax"],
        ),
        (
            "The ministers signed agreements on visas and on tax.",
            ["agreement on visas", "agreement on tax"],
        ),
        (
            "The following documents were signed:\n- protocol on visas;\n- memorandum on sport.",
            ["protocol on visas", "memorandum on sport"],
        ),
        (
            "The following documents were signed:\n1. Protocol on visas\n2. Memorandum on sport\n",
            ["Protocol on visas", "Memorandum on sport"],
        ),
        (
            "They signed a protocol on visas. They also signed a memorandum on sport.",
            ["protocol on visas", "memorandum on sport"],
        ),
        (
            "Besides the protocol on visas, the ministers signed a memorandum on sport.",
            ["protocol on visas", "memorandum on sport"],
        ),
        (
            "The ministers adopted a final communiqué, and signed a memorandum on sport.",
            ["final communiqué", "memorandum on sport"],
        ),
    ],
)
def test_several_documents_of_one_sentence(words: str, names: list[str]) -> None:
    assert list(deeds(words)) == names


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The ministers signed a convention on dams.", "convention"),
        ("The ministers signed a treaty on dams.", "treaty"),
        ("The ministers signed an agreement on dams.", "agreement"),
        ("The ministers signed an accord on dams.", "agreement"),
        ("The ministers signed a protocol on dams.", "protocol"),
        ("The ministers signed the minutes of the meeting.", "minutes"),
        ("The ministers adopted a declaration on dams.", "declaration"),
        ("The ministers adopted a joint statement on dams.", "statement"),
        ("The ministers adopted a joint press statement.", "statement"),
        ("The ministers adopted a final communiqué.", "communique"),
        ("The ministers signed a memorandum of cooperation on dams.", "memorandum"),
        ("The ministers signed an MoU on dams.", "memorandum"),
        ("The ministers adopted an action plan on dams.", "plan"),
        ("The ministers adopted a work plan on dams.", "plan"),
        ("The ministers adopted a programme of cooperation on dams.", "programme"),
        ("The ministers adopted a strategy on dams.", "strategy"),
        ("The ministers adopted a concept on dams.", "concept"),
        ("The ministers adopted a roadmap on dams.", "roadmap"),
        ("The ministers adopted a road map on dams.", "roadmap"),
        ("The ministers adopted resolution 14 on dams.", "resolution"),
        ("The ministers adopted a decision on dams.", "decision"),
        ("The ministers adopted the report of the experts on dams.", "report"),
        ("The ministers adopted the Charter of Dams.", "charter"),
    ],
)
def test_the_kind_is_told_by_the_head(words: str, kind: str) -> None:
    (document,) = facts(words).instruments
    assert document.kind == kind


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("The ministers adopted the Action Plan for 2020-2025.", "2020-2025"),
        ("The ministers adopted the Action Plan (2020-2025).", "2020-2025"),
        ("The ministers adopted the Action Plan for the years 2020-2025.", "2020-2025"),
        ("The ministers adopted the 2020-2025 Action Plan.", "2020-2025"),
        ("The ministers adopted the Action Plan for the period 2020 to 2025.", "2020-2025"),
        ("The ministers adopted a programme of cooperation for 2020-2022.", "2020-2022"),
        ("The ministers adopted the Action Plan.", None),
        ("The ministers adopted the Action Plan, as in 2018.", None),
    ],
)
def test_the_years_that_a_document_covers(words: str, period: str | None) -> None:
    (document,) = facts(words).instruments
    assert document.period == period


@pytest.mark.parametrize(
    "words",
    [
        "The ministers signed several documents.",
        "Twelve agreements were signed.",
        "A number of bilateral documents were signed after the talks.",
        "The ministers reached agreement on most points.",
        "The ministers are in full agreement on dams.",
        "The ministers made statements to the press.",
        "The ministers took a decision to meet again.",
        "The treatment of water was shown.",
        "The plant treats water from the lake.",
        "The plan is to build a dam.",
        "The ministers plan a new dam.",
        "A list of guests hung at the door.",
        "The rivers have a joint programme of floods and droughts.",
        "The concept of time was lost on them.",
        "The guests signed the visitors' book.",
        "The protocol department seated the guests.",
        "The reports of rain were welcome.",
        "He reported on the work of the year.",
        "Newspapers reported that the dam was full.",
        "A charter flight brought them home.",
        "The strategy worked.",
    ],
)
def test_what_is_no_document(words: str) -> None:
    assert deeds(words) == {}


@pytest.mark.parametrize(
    ("words", "outer", "inner"),
    [
        (
            "The ministers signed a protocol to the Okavango Charter.",
            "protocol to the Okavango Charter",
            "Okavango Charter",
        ),
        (
            "The ministers adopted a report on the implementation of the Gaborone Declaration.",
            "report on the implementation of the Gaborone Declaration",
            "Gaborone Declaration",
        ),
    ],
)
def test_a_title_inside_a_title_is_referenced(words: str, outer: str, inner: str) -> None:
    found = deeds(words)
    assert found.pop(inner) == ["referenced"]
    assert list(found) == [outer]
