"""Names: which runs of words are candidates, and which forms agree."""

from __future__ import annotations

import re

import pytest

from kg.mentions import names, signs
from kg.mentions.names import agree, parts
from kg.mentions.signs import sign
from tests.reading import people_of, read

NAME = re.compile(names.PATTERN)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Minister", "H"),
        ("ministers", "K"),
        ("Foreign", "M"),
        ("foreign", "m"),
        ("Parliament", "B"),
        ("Vice-President", "H"),
        ("Attorney-General", "H"),
        ("Under-Secretary-General", "H"),
        ("Secretaries-General", "K"),
        ("Dr.", "T"),
        ("H.E.", "T"),
        ("HE", "T"),
        ("He", "w"),
        ("Gen.", "T"),
        ("Lord", "E"),
        ("N.", "I"),
        ("V.K.", "I"),
        ("A.", "I"),
        ("K", "I"),
        ("Yu.", "I"),
        ("II", "S"),
        ("bin", "p"),
        ("Bin", "N"),
        ("al-Masri", "N"),
        ("d'Almeida", "N"),
        ("anti-crisis", "w"),
        ("SINGH", "U"),
        ("MP", "z"),
        ("Tokarev", "N"),
        ("Summit", "w"),
        ("Meanwhile", "w"),
        ("former", "x"),
        ("visiting", "q"),
        ("counterpart", "k"),
        ("counterparts", "R"),
        ("of", "o"),
        ("&", "a"),
        ("–", "-"),
        (";", ";"),
    ],
)
def test_sign_of_a_word(word: str, expected: str) -> None:
    assert sign(word) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("General Omar", "TN"),
        ("Secretary General Omar", "HgN"),
        ("Minister General Omar", "HTN"),
        ("General Secretary Omar", "MHN"),
        ("Prince Omar", "TN"),
        ("Crown Prince Omar", "MHN"),
        ("Prince of Omara", "HoN"),
        ("Omar bin Sultan", "NpN"),
        ("Sultan Omar", "HN"),
        ("Omar Sultan of Brunei", "NHoC"),
        ("Assistant Foreign Minister", "MMH"),
        ("Assistant to Omar", "HfN"),
        ("Under Secretary Omar", "MHN"),
        ("under pressure", "fw"),
        ("H. E. Omar", "TTN"),
        ("H. F. Omar", "IIN"),
        ("Kenya's minister", "C'H"),
        ("the ministers' talks", "tK'w"),
    ],
)
def test_line_of_signs(words: str, expected: str) -> None:
    segmented, found = read(words, opening="")
    lines = [line.symbols for _, line in signs.lines(segmented, found)]
    assert lines == [expected]


@pytest.mark.parametrize(
    ("symbols", "name"),
    [
        ("NN", "NN"),
        ("IIN", "IIN"),
        ("NI", "NI"),
        ("UN", "UN"),
        ("NUU", "NUU"),
        ("NpN", "NpN"),
        ("NppN", "NppN"),
        ("NS", "NS"),
        ("N(N)N", "N(N)N"),
        ("TNN", "NN"),
        ("TTN", "N"),
        ("hTNN", "NN"),
        ("T(T)IN", "IN"),
        ("T(w)NN", "NN"),
        ("NN,z", "NN"),
        ("NN(z)", "NN"),
        ("NL", "NL"),
        ("NLw", "N"),
        ("NLoC", "N"),
    ],
)
def test_shape_of_a_name(symbols: str, name: str) -> None:
    match = NAME.match(symbols)
    assert match is not None
    assert match.group("name") == name


@pytest.mark.parametrize("symbols", ["w", "T", "p", "H", "C", "S", "ww", "toC", "T."])
def test_no_name(symbols: str) -> None:
    assert NAME.match(symbols) is None


def test_a_peer_keeps_his_place() -> None:
    match = NAME.match("E(N)NoL")
    assert match is not None
    assert match.group("peer") == "E(N)NoL"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("N. P. Petrov", ("n", "p", "petrov")),
        ("Petrov N.P.", ("petrov", "n", "p")),
        ("Kofi O'Brien", ("kofi", "obrien")),
        ("Kofi O’Brien", ("kofi", "obrien")),
        ("Gitanė Nausėdaitė", ("gitane", "nausedaite")),
        ("Kassym-Jomart", ("kassym", "jomart")),
        ("Lord Ash of Wembley", ("lord", "ash", "wembley")),
    ],
)
def test_parts_of_a_name(name: str, expected: tuple[str, ...]) -> None:
    assert parts(name) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kono", "Taro Kono"),
        ("Taro Kono", "Kono"),
        ("A. Blink", "Antony Blink"),
        ("Antony J. Blink", "Antony Blink"),
        ("N. P. Petrov", "Nikolai Petrov"),
        ("Petrov N.P.", "Nikolai Petrov"),
        ("Li Wei", "LI Wei"),
        ("Sánchez Cerdá", "Pedro Sanchez Cerda"),
        ("Lord Ash", "Lord Ash of Wembley"),
        ("Mirzo Karim Olimovich", "Karim Mirzo"),
    ],
)
def test_forms_of_one_person(one: str, other: str) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fatima Bangura", "Julius Bangura"),
        ("N. Petrov", "D. Petrov"),
        ("Ali bin Salem", "Omar bin Salem"),
        ("N.", "Nikolai Petrov"),
        ("Lord Ash", "Lord Birch"),
        ("Kim", "Park Jun"),
        ("Omar bin Zayed Al Noor", "Zayed Al Noor"),
        ("Al Hassan bin Omar II", "Omar II"),
    ],
)
def test_forms_of_two_persons(one: str, other: str) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Foreign Minister V.K. Rao spoke.", "V.K. Rao"),
        ("Foreign Minister Rao V.K. spoke.", "Rao V.K."),
        ("Foreign Minister YOON Ji-ho spoke.", "YOON Ji-ho"),
        ("Foreign Minister Karel DE WITTE spoke.", "Karel DE WITTE"),
        ("Foreign Minister Hamad bin Jassim Al Noor spoke.", "Hamad bin Jassim Al Noor"),
        ("Foreign Minister Ana María de la Vega spoke.", "Ana María de la Vega"),
        ("Foreign Minister O'Hara spoke.", "O'Hara"),
        ("Foreign Minister Gen (Dr.) S.K. Rao spoke.", "S.K. Rao"),
        ("Foreign Minister Lloyd Boston spoke.", "Lloyd Boston"),
        ("Foreign Minister Prof. Kofi Mensah, MP, spoke.", "Kofi Mensah"),
        ("Prime Minister Sheikh Rahima spoke.", "Sheikh Rahima"),
        ("Prime Minister Sheikh Khalid Al-Amin spoke.", "Khalid Al-Amin"),
        ("King Philip II of Spain spoke.", "Philip II"),
        ("Defence Minister Admiral Jean Dupont's speech was short.", "Jean Dupont"),
    ],
)
def test_extent_of_a_name(words: str, expected: str) -> None:
    assert [name for name, _ in people_of(words)] == [expected]
