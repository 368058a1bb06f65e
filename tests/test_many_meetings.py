"""Several meetings in one report: whose seat, chair and day each one has; and meetings implied."""

from __future__ import annotations

import pytest

from tests.reports import alone

GHANA = "Ghanaian Foreign Minister Kofi Boadu"
FIJI = "Fijian President Seru Vula"


def seats(words: str) -> dict[str | None, set[str]]:
    """Return who sat at the meeting of each month of start, by family names."""
    found = alone(words)
    starts = {m.key: m.start for m in found.meetings}
    out: dict[str | None, set[str]] = {start: set() for start in starts.values()}
    for one in found.participants:
        if one.person:
            out[starts[one.meeting]].add(one.person.split()[-1])
    return out


def test_who_is_present_sits_at_the_meeting_reported_not_at_the_last_one_named() -> None:
    found = seats(
        "The ECOWAS trade ministers met in Lomé on 3 June, in the hall where the ECOWAS Parliament"
        " goes on with its session until Friday.\n\nPresent: Togolese Trade Minister Ama Boadu and"
        " Ghanaian Trade Minister Yaw Mensah.\n"
    )
    assert found["2019-06-03"] == {"Boadu", "Mensah"}


def test_who_took_part_in_it_sits_at_the_one_named_last() -> None:
    found = seats(
        "The fifth ECOWAS summit, held in Lomé on 5 June, was preceded by a meeting of the ECOWAS"
        " trade ministers on 3 June. Togolese Trade Minister Ama Boadu took part in it.\n"
    )
    assert found["2019-06-03"] == {"Boadu"}
    assert found["2019-06-05"] == set()


def test_an_earlier_meeting_gains_no_speaker_of_this_one() -> None:
    found = seats(
        "The fifth ECOWAS summit was held in Lomé on 5 June 2019. Togolese Trade Minister Ama Boadu"
        " spoke of barriers, of which three have gone since the Council's last meeting, in Accra in"
        " February 2019.\n"
    )
    assert found == {"2019-06-05": {"Boadu"}, "2019-02": set()}


def test_who_is_told_of_before_a_meeting_of_two_still_sits_at_the_first() -> None:
    found = seats(
        "The fifth ECOWAS summit was held in Lomé on 5 June. Presiding was Togolese President Faure"
        " Ayité. Ghanaian President Kofi Boadu told the leaders that dams matter.\n\nOn 6 June Kofi"
        " Boadu met Malian President Omar Keita.\n"
    )
    assert found["2019-06-05"] == {"Ayité", "Boadu"}
    assert found["2019-06-06"] == {"Boadu", "Keita"}


def test_chairs_are_those_of_the_meeting_reported() -> None:
    found = alone(
        "The Joint Commission of Nepal and India, silent since its second meeting, met in Kathmandu"
        " on 3 June for the third time. Nepalese Minister Gyan Kunwar and Indian Minister Vijay"
        " Iyer were co-chairs.\n"
    ).meetings
    chaired = {m.ordinal: m.chair for m in found}
    assert chaired[3] == "Gyan Kunwar and Vijay Iyer"
    assert chaired.get(2) is None


@pytest.mark.parametrize(
    "words",
    [
        "Sitting in was Togolese Minister Ama Boadu.",
        "Speaking for the hosts was Togolese Minister Ama Boadu.",
        "At the far end of the table was Togolese Minister Ama Boadu.",
        "For Togo there came Minister Ama Boadu.",
        "Togolese Minister Ama Boadu spoke for the hosts, Yaw Mensah for the guests.",
    ],
)
def test_a_fronted_side_or_participle_seats_its_subject(words: str) -> None:
    found = seats(f"The fifth ECOWAS summit was held in Lomé on 5 June. {words}\n")
    assert "Boadu" in found["2019-06-05"]


@pytest.mark.parametrize(
    "words",
    [
        "With the President on the trip is Togolese Minister Ama Boadu.",
        "Togolese Minister Ama Boadu was substituted by her deputy.",
        "Togolese Minister Ama Boadu was replaced by her deputy.",
        "The hosts spoke of Togolese Minister Ama Boadu.",
        "The summit followed an appeal by Togolese Minister Ama Boadu.",
    ],
)
def test_who_is_elsewhere_or_only_credited_has_no_seat(words: str) -> None:
    found = seats(f"The fifth ECOWAS summit was held in Lomé on 5 June. {words}\n")
    assert "Boadu" not in found["2019-06-05"]


def test_a_line_of_credits_seats_nobody() -> None:
    found = seats(
        "The fifth ECOWAS summit was held in Lomé on 5 June 2019.\n\nTOGO NEWS (TG - author: Ama"
        " Boadu, editor: Yaw Mensah)\n"
    )
    assert found == {"2019-06-05": set()}


@pytest.mark.parametrize(
    "words",
    [
        f"{GHANA} and {FIJI} discussed trade in Suva on 3 June.",
        f"{GHANA} discussed trade with {FIJI} in Suva on 3 June.",
        f"{GHANA} and {FIJI} exchanged views on trade in Suva on 3 June.",
        f"{GHANA} came to Suva, where {FIJI} lives. On 3 June the two leaders discussed trade.",
    ],
)
def test_who_discussed_something_met_where_nothing_else_is_told(words: str) -> None:
    found = alone(words)
    assert len(found.meetings) == 1
    assert {one.person for one in found.participants} == {"Kofi Boadu", "Seru Vula"}


@pytest.mark.parametrize(
    "words",
    [
        f"{GHANA} and {FIJI} discussed trade by telephone on 3 June.",
        f"{GHANA} discussed the book of {FIJI} on 3 June.",
        f"{GHANA} and Ghanaian President Yaw Mensah discussed trade on 3 June.",
        f"{GHANA} and {FIJI} discussed trade in letters of 3 June; a message followed.",
        "Farmers and traders discussed prices on 3 June.",
    ],
)
def test_no_meeting_is_implied_by_other_words(words: str) -> None:
    assert alone(words).meetings == ()


def test_where_a_session_is_told_of_discussing_is_no_meeting_of_two() -> None:
    found = alone(
        f"The fifth ECOWAS summit was held in Lomé on 5 June. {GHANA} and {FIJI} discussed trade."
    ).meetings
    assert len(found) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The minister met with {other} there.",
        "In the morning the Ghanaian minister, together with an aide, made a courtesy call on"
        " {other}.",
        "The foreign minister was received by {other}.",
    ],
)
def test_an_office_means_who_was_named_by_it(words: str) -> None:
    found = alone(f"{GHANA} came to Suva on 3 June. {words.format(other=FIJI)}\n")
    assert [m.name for m in found.meetings] == ["meeting of Kofi Boadu with Seru Vula"]


@pytest.mark.parametrize(
    "words",
    [
        "The finance minister met with {other} there.",
        "The minister of another country met with {other} there.",
        "The minister's brother met with {other} there.",
    ],
)
def test_an_office_of_others_does_not(words: str) -> None:
    found = alone(f"{GHANA} came to Suva on 3 June. {words.format(other=FIJI)}\n")
    assert not any(one.person == "Kofi Boadu" for one in found.participants)


@pytest.mark.parametrize(
    "phrase",
    [
        "the Council meeting",
        "the sixth meeting of the Council",
        "the meeting of the Council",
        "the meeting",
        "the session",
    ],
)
def test_a_body_called_for_short_is_the_one_known(phrase: str) -> None:
    found = alone(
        "The sixth meeting of the Water Council of Ministers of SADC was held in Gaborone on 11"
        f" June 2019. Zambian Minister Chanda Mulenga took part in {phrase}."
    )
    assert [m.ordinal for m in found.meetings] == [6]
    assert [one.person for one in found.participants] == ["Chanda Mulenga"]


@pytest.mark.parametrize("phrase", ["the Commission meeting", "the fifth meeting of the Council"])
def test_another_body_or_number_is_another_meeting(phrase: str) -> None:
    found = alone(
        "The sixth meeting of the Water Council of Ministers of SADC was held in Gaborone on 11"
        f" June 2019. Zambian Minister Chanda Mulenga took part in {phrase} in May."
    )
    assert len(found.meetings) == 2


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} received a gift for {fiji}.",
        "{ghana} received the book of {fiji} on Tuesday.",
        "{ghana} met the expectations of {fiji}.",
        "{ghana} saw the portrait of {fiji} on Tuesday.",
    ],
)
def test_a_thing_is_received_and_nobody_met(words: str) -> None:
    assert alone(f"{words.format(ghana=GHANA, fiji=FIJI)} It rained.").meetings == ()


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} received a visit from {fiji} on Tuesday.",
        "{ghana} received the foreign minister of Fiji, Seru Vula, on Tuesday.",
        "{ghana} met the visiting head of the Fijian delegation, Seru Vula, on Tuesday.",
    ],
)
def test_somebody_is_received(words: str) -> None:
    found = alone(f"{words.format(ghana=GHANA, fiji=FIJI)} It rained.").meetings
    assert [m.name for m in found] == ["meeting of Kofi Boadu with Seru Vula"]


def test_a_heading_of_a_body_is_of_no_summit_to_come() -> None:
    found = alone(
        "Statement by the Lake Council meeting in Foreign Ministers' session\n\nLOMÉ, 1 June 2019 -"
        " ECOWAS Foreign Ministers met in Lomé on 31 May and 1 June. Ministers discussed"
        " preparations for the Accra Summit in July.\n"
    )
    assert [(m.name, m.place, m.status) for m in found.meetings] == [
        ("Foreign Ministers' session", "Lomé", "held"),
        ("Accra Summit", "Accra", "planned"),
    ]


@pytest.mark.parametrize("said", ["announced", "said", "told reporters"])
def test_who_only_tells_of_a_meeting_to_come_has_no_seat(said: str) -> None:
    found = alone(
        f"LOMÉ, 1 June 2019 - {GHANA} {said} that the Ghana-Fiji Joint Commission will hold its"
        " next session in Suva in May 2020.\n"
    )
    assert [m.status for m in found.meetings] == ["planned"]
    assert [one.person for one in found.participants if one.person] == []
