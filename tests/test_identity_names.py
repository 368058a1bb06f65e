"""Names against names: pairs that may be one person beside pairs that are two."""

from __future__ import annotations

import pytest

from kg.identity import names
from kg.identity.names import FAMILY, INITIAL, PARTIAL, SAME, SPELLING, compare, parse

Pair = tuple[str, str, float]

ONE: list[Pair] = [
    ("Nikolai Patrushev", "Nikolai Patrushev", SAME),
    ("Nikolai Patrushev", "Nikolay Patrushev", SAME),
    ("Nurlan Yermekbayev", "Nurlan Ermekbaev", SAME),
    ("Yevgeny Sysoyev", "Evgeny Sysoev", SAME),
    ("Evgeniy Sysoev", "Yevgeni Sysoyev", SAME),
    ("Sadyr Japarov", "Sadyr Zhaparov", SAME),
    ("Temir Jumakadyrov", "Temir Dzhumakadyrov", SAME),
    ("Sooronbay Jeenbekov", "Sooronbai Zheenbekov", SAME),
    ("Emomali Rahmon", "Emomali Rakhmon", SAME),
    ("Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev", SAME),
    ("Ilham Aliyev", "Ilham Aliev", SAME),
    ("Rustam Azimov", "Rustam Azimoff", SAME),
    ("Dmitry Medvedev", "Dmitri Medvyedev", SAME),
    ("Natalya Petrova", "Natalia Petrova", SAME),
    ("Ann Meyer-Lund", "ANN MEYER-LUND", SAME),
    ("Jose Ibarra", "José Ibarra", SAME),
    ("Николай Патрушев", "Nikolai Patrushev", SAME),
    ("Пётр Фёдоров", "Pyotr Fyodorov", SAME),
    ("Қасым Тоқаев", "Kasym Tokayev", SAME),
    ("Sheikh Omar bin Hamad Al Sabah", "Omar bin Hamad Al-Sabah", SAME),
    ("Dr. Ana Kovac", "Ana Kovac", SAME),
    ("Rashid Alimov", "Rashid Olimov", SPELLING),
    ("Abdurahim Kakharov", "Abdurakhim Kahhorov", SPELLING),
    ("Gurbanguly Berdimuhamedov", "Kurbanguly Berdymukhammedov", SPELLING),
    ("Shavkat Mirziyoyev", "Shavkat Mirziyaev", SPELLING),
    ("Alexander Lukashenko", "Alyaksandr Lukashenka", SPELLING),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky", SPELLING),
    ("Mohammed Rahimi", "Muhammad Rahimi", SPELLING),
    ("Antony J. Blinken", "Tony Blinken", SPELLING),
    ("Pavel Fedorov", "Pavel Fyodorov", SPELLING),
    ("Xi Jinping", "Jinping Xi", SPELLING),
    ("Abdel Fattah el-Sisi", "Abdel-Fattah Al-Sisi", SPELLING),
    ("Kassym Jomart Tokayev", "Kassym-Jomart Tokayev", SPELLING),
    ("Nikolai Platonovich Patrushev", "Nikolai Patrushev", SPELLING),
    ("Julius Maada Bio", "Maada Bio", PARTIAL),
    ("Luiz Inacio Lula da Silva", "Lula da Silva", PARTIAL),
    ("N. P. Patrushev", "Nikolai Patrushev", INITIAL),
    ("N.P. Patrushev", "Nikolay Platonovich Patrushev", INITIAL),
    ("Patrushev N. P.", "Nikolai Patrushev", INITIAL),
    ("N. B. Yermekbayev", "N. Ermekbaev", INITIAL),
    ("Y. S. Sysoyev", "Evgeny Sysoev", INITIAL),
    ("Zh. Tokaev", "Jomart Tokayev", INITIAL),
    ("A.A. Kahharov", "A. A. Kakharov", INITIAL),
    ("Putin", "Vladimir Putin", FAMILY),
    ("Mr. Lavrov", "S. Lavrov", FAMILY),
]
"""Two forms of one name, and how alike they are at least."""

TWO: list[tuple[str, str]] = [
    ("Serdar Berdimuhamedov", "Gurbanguly Berdimuhamedov"),
    ("Nikolai Patrushev", "Dmitry Patrushev"),
    ("Heydar Aliyev", "Ilham Aliyev"),
    ("N. P. Patrushev", "D. N. Patrushev"),
    ("N. P. Patrushev", "N. V. Patrushev"),
    ("N. P. Patrushev", "Nikolai Ivanovich Patrushev"),
    ("Sergei Ivanov", "Stepan Ivanov"),
    ("Sergei Ivanov", "Sergei Ivanenko"),
    ("Ivan Petrov", "Ivan Petrova"),
    ("Ivan Petrov", "Ivan Petrovsky"),
    ("Ivan Saidov", "Ivan Sadov"),
    ("Wang Wei", "Wong Wei"),
    ("Chen Li", "Chan Li"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Abdel Fattah el-Sisi", "Abdel Nasser Sisi"),
    ("George Bush", "Jeb Bush"),
    ("Rashid Alimov", "Rashid Salimov"),
    ("Rashid Alimov", "Rashid Halimov"),
    ("Timur Karimov", "Temir Karimov"),
    ("Alexander Orlov", "Alexei Orlov"),
    ("Mikhail Orlov", "Maxim Orlov"),
    ("Anton Sobol", "Anton Zobel"),
    ("Maria Lund", "Mario Lund"),
    ("Jan Novak", "Jana Novakova"),
    ("Ivan Kovac", "Ivan Kovacic"),
    ("Omar Hassan", "Omar Hussein"),
    ("Ali Rahman", "Ali Rahmani"),
    ("Peter Maurer", "Peter Mauer"),
    ("Victor Orban", "Victor Urban"),
    ("Askar Mamin", "Askar Memon"),
    ("Nguyen Van Anh", "Nguyen Van Binh"),
    ("E. Sysoev", "Oleg Sysoev"),
    ("Zh. Tokaev", "Kasym Tokayev"),
    ("Putin", "Lavrov"),
]
"""Two names of two persons, however near they look."""


def level(one: str, other: str, country: str | None = None) -> float:
    return compare(parse(one, country), parse(other, country))


@pytest.mark.parametrize(("one", "other", "least"), ONE)
def test_forms_of_one_name_are_alike(one: str, other: str, least: float) -> None:
    assert level(one, other) >= least
    assert level(one, other) == level(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_are_not(one: str, other: str) -> None:
    assert level(one, other) == 0
    assert level(other, one) == 0


@pytest.mark.parametrize(("one", "other", "least"), ONE)
def test_forms_of_one_name_meet_in_a_block(one: str, other: str, least: float) -> None:
    assert set(names.blocks(parse(one))) & set(names.blocks(parse(other)))


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Wang Yi", "Wang Yong", "CN"),
        ("Wang Yi", "Zhang Yi", "CN"),
        ("Li Ke", "Li Keqiang", "CN"),
        ("Kim Jong-un", "Kim Yo-jong", "KP"),
    ],
)
def test_a_country_says_that_the_family_name_comes_first(
    one: str, other: str, country: str
) -> None:
    assert level(one, other, country) == 0
    assert parse(one, country).family == names.sound(one.split()[0])


@pytest.mark.parametrize(
    ("printed", "family", "given"),
    [
        ("N. P. Patrushev", "patruSev", ("n.", "p.")),
        ("N.P. Patrushev", "patruSev", ("n.", "p.")),
        ("Patrushev N.P.", "patruSev", ("n.", "p.")),
        ("Kassym-Jomart Tokayev", "tokaev", ("kasimJomart",)),
        ("Prof. Ana Kovac", "kovak", ("ana",)),
        ("Putin", "putin", ()),
        ("Zh. Tokaev", "tokaev", ("zh.",)),
    ],
)
def test_a_name_has_parts(printed: str, family: str, given: tuple[str, ...]) -> None:
    found = parse(printed)
    assert (found.family.replace("c", "k"), found.given) == (family, given)
    assert found.printed == printed


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Nikolai Patrushev", True),
        ("N. Patrushev", False),
        ("N. Ivan Orlov", True),
        ("Orlov", False),
    ],
)
def test_a_name_is_full_where_a_given_name_is_written_out(printed: str, full: bool) -> None:
    assert parse(printed).full is full


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Патрушев", "Patrushev"),
        ("Щукин", "Shchukin"),
        ("Ёлкин", "Yolkin"),
        ("Nikolai", "Nikolai"),
        ("Žižka", "Žižka"),
    ],
)
def test_cyrillic_letters_are_spelled(text: str, spelled: str) -> None:
    assert names.latin(text) == spelled


@pytest.mark.parametrize("level_", [SAME, SPELLING, PARTIAL, INITIAL, FAMILY])
def test_each_level_has_its_words(level_: float) -> None:
    assert "name" in names.words(level_)
    assert len({names.words(each) for each in (SAME, SPELLING, PARTIAL, INITIAL, FAMILY)}) == 5
