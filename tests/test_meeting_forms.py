"""Meetings as they are named in reports: number, organisation, body, and what names no meeting."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting


@pytest.mark.parametrize(
    ("words", "ordinal", "organisation"),
    [
        ("The 12th ECOWAS Summit was held in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("The Twelfth Summit of ECOWAS was held in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("The XII Summit of ECOWAS was held in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("ECOWAS held its 12th summit in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("Lomé hosted the 12th ECOWAS summit on 3 June 2019.", 12, "ECOWAS"),
        ("The 12th ECOWAS summit took place in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("The 12th ECOWAS summit convened in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("The 12th ECOWAS summit opened in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("The 12th ECOWAS summit wound up in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("On 3 June 2019, the 12th ECOWAS summit ended in Lomé.", 12, "ECOWAS"),
        ("Held in Lomé on 3 June 2019 was the 12th ECOWAS summit.", 12, "ECOWAS"),
        ("In Lomé on 3 June 2019, leaders gathered for the 12th ECOWAS summit.", 12, "ECOWAS"),
        ("Leaders attended the 12th ECOWAS summit in Lomé on 3 June 2019.", 12, "ECOWAS"),
        ("The ECOWAS summit was held in Lomé on 3 June 2019.", None, "ECOWAS"),
        ("A summit of ECOWAS leaders was held in Lomé on 3 June 2019.", None, "ECOWAS"),
        (
            "The 21st meeting of the ASEAN Economic Community Council was held in Hanoi.",
            21,
            "ASEAN",
        ),
        ("The 9th OIC Conference of Ministers of Health was held in Jeddah.", 9, "OIC"),
        ("The 3rd ECO Ministerial Meeting on Energy was held in Dushanbe.", 3, "ECO"),
        ("The 7th BIMSTEC Ministerial Meeting was held in Colombo.", 7, "BIMSTEC"),
        ("The second IORA Leaders' Summit was held in Jakarta.", 2, "IORA"),
        ("The 15th extraordinary session of the OIC was held in Istanbul.", 15, "OIC"),
        ("The 40th CARICOM Heads of Government Meeting was held in Castries.", 40, "CARICOM"),
        ("The 28th Arab League summit was held in Amman.", 28, "Arab League"),
        ("The 50th Pacific Islands Forum Leaders Meeting was held in Funafuti.", 50, "PIF"),
        ("The 26th SICA summit was held in Belize City.", 26, "SICA"),
        ("The 33rd AU summit was held in Addis Ababa.", 33, "AU"),
    ],
)
def test_number_and_organisation(words: str, ordinal: int | None, organisation: str) -> None:
    found = meeting(words)
    assert (found.ordinal, found.organisation) == (ordinal, organisation)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "The third session of the Joint Commission between Nepal and Japan was held in Kyoto.",
            "third session of the Joint Commission between Nepal and Japan",
        ),
        (
            "The Third Session of the Nepal-Japan Joint Commission was held in Kyoto.",
            "Third Session of the Nepal-Japan Joint Commission",
        ),
        (
            "The third session of the Nepalese-Japanese Intergovernmental Commission was held in"
            " Kyoto.",
            "third session of the Nepalese-Japanese Intergovernmental Commission",
        ),
        (
            "The 3rd round of Nepal-Japan Foreign Office Consultations was held in Kyoto.",
            "3rd round of Nepal-Japan Foreign Office Consultations",
        ),
        (
            "The Third Foreign Office Consultations between Nepal and Japan were held in Kyoto.",
            "Third Foreign Office Consultations between Nepal and Japan",
        ),
        (
            "The 3rd India-Oman Strategic Dialogue was held in Muscat.",
            "3rd India-Oman Strategic Dialogue",
        ),
        (
            "The first Chile-Ghana Business Forum was held in Accra.",
            "first Chile-Ghana Business Forum",
        ),
        (
            "The fifth meeting of the Council of Ministers of Justice of the CIS was held in"
            " Minsk.",
            "fifth meeting of the Council of Ministers of Justice of the CIS",
        ),
        ("The second Central Asia Summit was held in Bishkek.", "second Central Asia Summit"),
        (
            "The 44th plenary session of the Interparliamentary Assembly was held in Minsk.",
            "44th plenary session of the Interparliamentary Assembly",
        ),
        (
            "The inaugural Lake Chad Governors' Forum was held in Maiduguri.",
            "inaugural Lake Chad Governors' Forum",
        ),
        (
            "An emergency meeting of the Gulf Cooperation Council was held in Riyadh.",
            "emergency meeting of the Gulf Cooperation Council",
        ),
        (
            "An extraordinary session of the Council of Foreign Ministers of the OIC was held in"
            " Jeddah.",
            "extraordinary session of the Council of Foreign Ministers of the OIC",
        ),
        (
            "Talks between Transport Minister Ann Otieno and her Ugandan counterpart Grace Akello"
            " were held in Nairobi.",
            "Talks between Transport Minister Ann Otieno and her Ugandan counterpart Grace Akello",
        ),
        (
            "A meeting between President Ann Otieno and her Ugandan colleague was held in Nairobi.",
            "meeting between President Ann Otieno and her Ugandan colleague",
        ),
    ],
)
def test_the_name_is_taken_whole(words: str, name: str) -> None:
    assert meeting(words).name == name


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            "The fifth meeting of Ministers of Justice of the CIS was held in Minsk.",
            "Ministers of Justice",
        ),
        (
            "The fifth meeting of the Council of Ministers of Justice of the CIS was held in"
            " Minsk.",
            "Council of Ministers of Justice",
        ),
        (
            "The fifth meeting of CIS Ministers of Justice was held in Minsk.",
            "Ministers of Justice",
        ),
        ("The fifth CIS Justice Ministers' Meeting was held in Minsk.", "Justice Ministers"),
        (
            "The fifth session of the SAARC Council of Ministers was held in Malé.",
            "Council of Ministers",
        ),
        ("The fifth summit of Heads of State of IGAD was held in Nairobi.", "Heads of State"),
        (
            "The fifth session of the Peace and Security Council of the AU was held in Kampala.",
            "Peace and Security Council",
        ),
        (
            "The fifth meeting of the EAEU Intergovernmental Council was held in Minsk.",
            "Intergovernmental Council",
        ),
        (
            "The fifth session of the IORA Committee of Senior Officials was held in Durban.",
            "Committee of Senior Officials",
        ),
    ],
)
def test_the_body_is_who_meets(words: str, body: str) -> None:
    assert meeting(words).body == body


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        (
            "Ghanaian President Kofi Boadu met with Fijian Prime Minister Seru Vula in Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu held talks with Fijian Prime Minister Seru Vula in"
            " Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu received Fijian Prime Minister Seru Vula in Accra.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Fijian Prime Minister Seru Vula was received by Ghanaian President Kofi Boadu in"
            " Accra.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Talks between Ghanaian President Kofi Boadu and Fijian Prime Minister Seru Vula were"
            " held in Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu had a meeting with Fijian Prime Minister Seru Vula in"
            " Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu and Fijian Prime Minister Seru Vula met in Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu and Fijian Prime Minister Seru Vula held talks in Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "In Suva, Ghanaian President Kofi Boadu sat down with Fijian Prime Minister Seru Vula.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu conferred with Fijian Prime Minister Seru Vula in Suva.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Fijian Prime Minister Seru Vula paid a courtesy call on Ghanaian President Kofi"
            " Boadu in Accra.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Fijian Prime Minister Seru Vula called on Ghanaian President Kofi Boadu in Accra.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
        (
            "Ghanaian President Kofi Boadu hosted Fijian Prime Minister Seru Vula for talks in"
            " Accra.",
            {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")},
        ),
    ],
)
def test_two_who_meet_are_at_one_meeting(words: str, parties: set[tuple[str, str]]) -> None:
    found = alone(f"News from Suva\n\n{words}")
    assert len(found.meetings) == 1
    assert {(seat.person, seat.party) for seat in found.participants} == parties


@pytest.mark.parametrize(
    "words",
    [
        # not a meeting of parties
        "The ministers met all deadlines.",
        "The project met with approval in Suva.",
        "The rivers meet near Khartoum.",
        "He met his wife in Oslo.",
        "The targets were met in 2018.",
        "Summit Hotel reopened in Nairobi.",
        "Climbers reached the summit of Mount Elgon.",
        "A training session for nurses was praised.",
        "Parliament is in session.",
        "The meeting room was painted.",
        "The conference centre in Suva was repaired.",
        "The conference call dropped.",
        # generic or historical
        "Meetings have been held every year since 2004.",
        "Summits alone do not feed people.",
        "Both sides exchange visits often.",
        "The presidents have met five times.",
        # not a meeting by the guidelines
        "Ghanaian President Kofi Boadu spoke by telephone with Fijian Prime Minister Seru Vula.",
        "Ghanaian President Kofi Boadu wrote to Fijian Prime Minister Seru Vula.",
        "Ghanaian President Kofi Boadu congratulated Fijian Prime Minister Seru Vula on his"
        " victory.",
        "Ghanaian President Kofi Boadu invited Fijian Prime Minister Seru Vula to visit Accra.",
        # not held, not planned
        "The meeting between the presidents was cancelled.",
        "No talks took place.",
        "Ghanaian President Kofi Boadu refused to meet Fijian Prime Minister Seru Vula.",
        "Ghanaian President Kofi Boadu has never met Fijian Prime Minister Seru Vula.",
        "If the two presidents meet, oil will be the subject.",
    ],
)
def test_what_is_no_meeting(words: str) -> None:
    found = alone(f"News from the region\n\nRain fell in the hills all week. {words}")
    assert found.meetings == ()


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (
            "The 5th IGAD summit was held in Nairobi. The summit discussed drought. At the"
            " summit, leaders spoke.",
            1,
        ),
        (
            "The 5th IGAD summit was held in Nairobi. The 6th IGAD summit will be held in Kampala.",
            2,
        ),
        ("The 5th IGAD summit was held in Nairobi. The next summit will be held in Kampala.", 2),
        (
            "The 5th IGAD summit was held in Nairobi. The following summit will take place in"
            " Kampala in 2020.",
            2,
        ),
        (
            "The 5th IGAD summit was held in Nairobi. It was preceded by a meeting of IGAD"
            " ministers of trade.",
            2,
        ),
        (
            "The 5th IGAD summit was held in Nairobi. The Fifth Summit of IGAD was closed by the"
            " host.",
            1,
        ),
        ("The 5th IGAD summit was held in Nairobi. The IGAD leaders' gathering ended at noon.", 1),
        (
            "The 5th IGAD summit was held in Nairobi. On the margins of the summit, Kenyan"
            " President Ann Otieno met Ugandan President Grace Akello.",
            2,
        ),
    ],
)
def test_how_many_meetings_are_told(words: str, count: int) -> None:
    assert len(alone(f"News from Nairobi\n\n{words}").meetings) == count
