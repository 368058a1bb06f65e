"""Sentences that set a meeting in time and place, turned in many ways."""

from __future__ import annotations

import pytest

from tests.reports import meeting

BODY = "the ninth session of the Council of Ministers of SADC"


@pytest.mark.parametrize(
    ("words", "start", "end", "place", "status"),
    [
        (
            f"The {BODY[4:]} got under way in Lusaka on Monday and will wind up tomorrow.",
            "2019-06-10",
            "2019-06-13",
            "Lusaka",
            "ongoing",
        ),
        (
            f"Lusaka played host on Monday and Tuesday to {BODY}.",
            "2019-06-10",
            "2019-06-11",
            "Lusaka",
            "held",
        ),
        (
            "It was in Lusaka, on 10 June, that the Council of Ministers of SADC held its "
            "ninth session.",
            "2019-06-10",
            None,
            "Lusaka",
            "held",
        ),
        (
            f"The {BODY[4:]} is to be convened in Lusaka in the first week of July.",
            "2019-07",
            None,
            "Lusaka",
            "planned",
        ),
        (
            "In a fortnight's time, on 26 June, the Council of Ministers of SADC will gather "
            "in Lusaka for its ninth session.",
            "2019-06-26",
            None,
            "Lusaka",
            "planned",
        ),
        (
            "The Council of Ministers of SADC, at its ninth session on 10 June in Lusaka, "
            "adopted a protocol on trade.",
            "2019-06-10",
            None,
            "Lusaka",
            "held",
        ),
        (
            f"Zambia's capital was chosen for {BODY}, which took place from Monday to yesterday.",
            "2019-06-10",
            "2019-06-11",
            "Lusaka",
            "held",
        ),
        (
            "On the shores of Lake Victoria, in Entebbe, the Council of Ministers of SADC "
            "met on 10 June for the ninth time.",
            "2019-06-10",
            None,
            "Entebbe",
            "held",
        ),
        (
            f"The doors of {BODY} closed in Lusaka on Tuesday, one day later than planned.",
            "2019-06-11",
            None,
            "Lusaka",
            "held",
        ),
        (
            f"After two days behind closed doors {BODY} ended yesterday in Lusaka.",
            "2019-06-10",
            "2019-06-11",
            "Lusaka",
            "held",
        ),
        (
            f"From Monday until today Lusaka has been the scene of {BODY}.",
            "2019-06-10",
            "2019-06-12",
            "Lusaka",
            "held",
        ),
        (
            f"The Zambian capital Lusaka saw {BODY} open on Monday.",
            "2019-06-10",
            None,
            "Lusaka",
            "held",
        ),
        (
            f"The {BODY[4:]} runs until Friday in Lusaka, Zambia.",
            None,
            "2019-06-14",
            "Lusaka",
            "ongoing",
        ),
        (
            "The Council of Ministers of SADC began its ninth session in Lusaka this "
            "morning; it lasts three days.",
            "2019-06-12",
            "2019-06-14",
            "Lusaka",
            "ongoing",
        ),
        (f"Yesterday saw {BODY} in Lusaka.", "2019-06-11", None, "Lusaka", "held"),
        (
            f"Held on 10 June in Lusaka, {BODY} ended without a text.",
            "2019-06-10",
            None,
            "Lusaka",
            "held",
        ),
        (
            "Meeting in Lusaka on 10 June for their ninth session, the Council of Ministers "
            "of SADC adopted a text.",
            "2019-06-10",
            None,
            "Lusaka",
            "held",
        ),
        (
            "Foreign Minister Ana Paz of Peru received her Chilean counterpart, Luis Rojas, "
            "in Lima on Tuesday.",
            "2019-06-11",
            None,
            "Lima",
            "held",
        ),
        (
            "On Tuesday, Peru's Foreign Minister Ana Paz called on Chilean President Luis "
            "Rojas at La Moneda in Santiago.",
            "2019-06-11",
            None,
            "Santiago",
            "held",
        ),
        (
            "Peru's Foreign Minister Ana Paz flew to Santiago on Tuesday and met President "
            "Luis Rojas of Chile there.",
            "2019-06-11",
            None,
            "Santiago",
            "held",
        ),
        (
            "Peru's Foreign Minister Ana Paz was in Santiago on Tuesday, where she met "
            "President Luis Rojas of Chile.",
            "2019-06-11",
            None,
            "Santiago",
            "held",
        ),
        (
            "During her stay in Santiago on 10-11 June, Peru's Foreign Minister Ana Paz met "
            "President Luis Rojas of Chile.",
            "2019-06-10",
            "2019-06-11",
            "Santiago",
            "held",
        ),
        (
            "Peru's Foreign Minister Ana Paz will meet President Luis Rojas of Chile in "
            "Santiago come Friday.",
            "2019-06-14",
            None,
            "Santiago",
            "planned",
        ),
        (
            "Next month Peru's Foreign Minister Ana Paz will meet President Luis Rojas of "
            "Chile in Santiago.",
            "2019-07",
            None,
            "Santiago",
            "planned",
        ),
        (
            "The fifth Peru-Chile dialogue will be held in Arica before the end of the year.",
            None,
            None,
            "Arica",
            "planned",
        ),
        (
            "The fifth Peru-Chile dialogue will be held in Arica in the second half of 2020.",
            "2020",
            None,
            "Arica",
            "planned",
        ),
        (
            "The fourth Peru-Chile dialogue was held in Arica in the autumn of 2018.",
            "2018",
            None,
            "Arica",
            "held",
        ),
        (
            "The third Peru-Chile dialogue had been held in Tacna, Peru, back in May 2017.",
            "2017-05",
            None,
            "Tacna",
            "held",
        ),
        (
            "Tacna (Peru) hosted the third Peru-Chile dialogue on 3/4 June 2019.",
            "2019-06-03",
            "2019-06-04",
            "Tacna",
            "held",
        ),
        (
            "The third Peru-Chile dialogue brought delegations from both sides to Tacna on "
            "June 3rd and 4th.",
            "2019-06-03",
            "2019-06-04",
            "Tacna",
            "held",
        ),
        (
            "The third Peru-Chile dialogue convened Monday in Tacna, and continues through "
            "Wednesday.",
            "2019-06-10",
            "2019-06-12",
            "Tacna",
            "held",
        ),
    ],
)
def test_a_meeting_in_its_sentence(
    words: str, start: str | None, end: str | None, place: str | None, status: str
) -> None:
    found = meeting(words)
    assert (found.start, found.end, found.place, found.status) == (start, end, place, status)
