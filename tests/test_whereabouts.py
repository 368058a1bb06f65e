"""At which of several meetings of a report those are seated who are named in it."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract

MAIN = "BANJUL, 4 June 2019 - The 5th Gambia River Conference was held in Banjul on Monday. "
TALKS = (
    "BANJUL, 4 June 2019 - Gambian President Omar Jatta received Malian Minister Awa Diallo in"
    " Banjul on Monday. "
)


def seated(words: str) -> dict[str, list[str]]:
    """Return who sits at which meetings of a report, each called by its first word or ordinal."""
    found = extract(Article("a", f"{words}\n", published="2019-06-04"))
    keys = {meeting.key: meeting.name for meeting in found.meetings}
    places: dict[str, list[str]] = {}
    for seat in found.participants:
        places.setdefault(seat.person or seat.party or "", []).append(keys[seat.meeting])
    return places


CONFERENCE = ["5th Gambia River Conference"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "Malian Minister Awa Diallo met Senegalese Minister Ousmane Fall on the sidelines."
            " Guinean Minister Sekou Camara chaired the closing session.",
            "Sekou Camara",
        ),
        (
            "On Sunday the senior officials had met to prepare it. Guinea was represented by"
            " Minister Sekou Camara.",
            "Sekou Camara",
        ),
        (
            "It was preceded by a meeting of experts led by Awa Diallo, head of the Malian Water"
            " Agency. Guinean Minister Sekou Camara closed the conference.",
            "Sekou Camara",
        ),
    ],
)
def test_who_came_to_the_conference(words: str, who: str) -> None:
    assert seated(MAIN + words)[who] == CONFERENCE


def test_who_sat_by_is_not_at_an_earlier_meeting() -> None:
    words = (
        "Jatta recalled that he had met Malian President Modibo Keita in Bamako in March. The"
        " meeting was attended by Trade Minister Lamin Ceesay."
    )
    assert seated(TALKS + words)["Lamin Ceesay"] == ["meeting of Omar Jatta with Awa Diallo"]


def test_who_leads_one_meeting_is_not_at_the_other_of_the_sentence() -> None:
    words = (
        "The conference was preceded by a meeting of experts led by Awa Diallo, head of the"
        " Malian Water Agency."
    )
    assert seated(MAIN + words)["Awa Diallo"] == ["meeting of experts"]


def test_who_will_be_there_is_at_the_meeting_to_come() -> None:
    words = (
        "The next Gambia River Summit will be held in Conakry in July 2019.\n\nThe ministers spoke"
        " of dams. They praised the engineers. Guinean President Sekou Camara will be present in"
        " person."
    )
    assert seated(MAIN + words)["Sekou Camara"] == ["next Gambia River Summit"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Malian President Awa Diallo paid an official visit to the Gambia on 2-3 June 2019.",
         ["official visit to Gambia"]),
        ("Malian President Awa Diallo returned from an official visit to the Gambia on 2-3 June"
         " 2019.", ["official visit to Gambia"]),
        ("The official visit of Malian President Awa Diallo to the Gambia on 2-3 June 2019 is"
         " over.", ["official visit of Malian President Awa Diallo to Gambia"]),
        ("Malian President Awa Diallo heard of the official visit to the Gambia on 2-3 June 2019.",
         None),
    ],
)  # fmt: skip
def test_who_pays_a_visit(words: str, expected: list[str] | None) -> None:
    found = seated(f"BANJUL, 4 June 2019 - {words}").get("Awa Diallo")
    assert (found or [None])[0] == (expected or [None])[0]


def test_a_visit_is_the_meeting_of_a_report_that_tells_of_no_other() -> None:
    words = (
        "Agreements signed during the visit of the President of Mali to the Gambia\n\nBANJUL, 3"
        " June 2019\n\nFor Mali the agreement on ferries was signed by Minister Awa Diallo, for the"
        " Gambia by Minister Lamin Ceesay."
    )
    found = extract(Article("a", f"{words}\n", published="2019-06-04"))
    assert [(m.country, m.status) for m in found.meetings] == [("GM", "held")]
    assert {seat.person for seat in found.participants} == {"Awa Diallo", "Lamin Ceesay"}


@pytest.mark.parametrize(
    "words",
    [
        "Minister hopes for visit to the Gambia\n\nMalian Minister Awa Diallo spoke of trade.",
        "Trade with Mali\n\nMinister Awa Diallo, who was on a visit to Guinea, bought boats.",
    ],
)
def test_a_visit_that_is_wished_or_an_aside_is_no_meeting(words: str) -> None:
    assert extract(Article("a", f"{words}\n", published="2019-06-04")).meetings == ()


PAIR = "BANJUL, 4 June 2019 - Malian Minister Awa Diallo and Gambian Minister Lamin Ceesay"
SESSION = "the fifth session of the Mali-Gambia Joint Commission"


@pytest.mark.parametrize(
    "words",
    [
        "{pair} signed a plan. They attended {session} in Banjul on Monday.",
        "{pair} signed a plan. Both of them had opened {session} in Banjul on Monday.",
        "{pair} signed a plan. The two ministers then co-chaired {session} in Banjul on Monday.",
        "Fish was what {pair} discussed when the two chaired, on 3 June in Banjul, {session}.",
    ],
)
def test_the_two_just_named_are_where_they_chaired(words: str) -> None:
    found = seated(words.format(pair=PAIR, session=SESSION))
    assert set(found) >= {"Awa Diallo", "Lamin Ceesay"}


@pytest.mark.parametrize(
    "words",
    [
        "{pair} stayed at home. The two countries hosted {session} in Banjul on Monday.",
        "{pair} wrote a book with Sekou Camara of Guinea. They attended {session} on Monday.",
        "{pair} spoke. They attended a school in Lyon before {session} of Monday.",
    ],
)
def test_others_than_the_two_just_named(words: str) -> None:
    found = seated(words.format(pair=PAIR, session=SESSION))
    assert not {"Awa Diallo", "Lamin Ceesay"} & set(found)


def test_the_meeting_that_the_title_names_is_the_one_that_the_report_is_about() -> None:
    words = (
        "Gambia River presidents weigh the dams\n\nBANJUL, 4 June 2019 - The Gambia River"
        " Council of Ministers held its 9th session in Banjul on Monday morning, and the Heads of"
        " State their 5th Gambia River Summit in the afternoon.\n\nFour Presidents came: Omar"
        " Jatta (Gambia), Awa Diallo (Mali), Sekou Camara (Guinea) and Ousmane Fall (Senegal)."
    )
    assert seated(words)["Awa Diallo"] == ["5th Gambia River Summit"]


def test_who_accompanied_one_of_two_sits_by_them() -> None:
    words = (
        "BANJUL, 4 June 2019 - Gambian President Omar Jatta and Malian President Awa Diallo held"
        " talks in Banjul on Monday. Accompanying Jatta in the talks were ministers Lamin Ceesay"
        " (Trade) and Isatou Bah (Health)."
    )
    assert {"Lamin Ceesay", "Isatou Bah"} <= set(seated(words))


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Malian Minister Awa Diallo and Gambian Minister Lamin Ceesay signed a plan.", True),
        ("Malian Minister Awa Diallo and Gambian Minister Lamin Ceesay said no.", False),
        ("Malian Minister Awa Diallo signed a plan.", False),
    ],
)
def test_who_signed_before_the_meeting_is_told_of(words: str, there: bool) -> None:
    later = " It closes the 5th Gambia River Conference, which was held in Banjul on Monday."
    assert ("Awa Diallo" in seated(f"BANJUL, 4 June 2019 - {words}{later}")) is there


def test_in_whose_presence_two_met() -> None:
    words = (
        "BANJUL, 4 June 2019 - Gambian Minister Lamin Ceesay met Malian Minister Awa Diallo in the"
        " presence of Guinean Ambassador Sekou Camara."
    )
    assert set(seated(words)) == {"Lamin Ceesay", "Awa Diallo", "Sekou Camara"}


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("These ministers have accepted:", True),
        ("These ministers will come:", True),
        ("These ministers have written books:", False),
    ],
)
def test_who_has_accepted_is_at_the_meeting_to_come(line: str, there: bool) -> None:
    words = (
        "BANJUL, 4 June 2019 - The 5th Gambia River Conference will be held in Banjul on 20 June"
        f" 2019. {line}\n\nMinister of Water of Mali Awa Diallo; Guinea's Minister of Water, Sekou"
        " Camara."
    )
    assert (set(seated(words)) >= {"Awa Diallo", "Sekou Camara"}) is there
