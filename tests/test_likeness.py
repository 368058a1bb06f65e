"""Likeness of names: what counts as the same, and what must not."""

from __future__ import annotations

import pytest

from kg.evaluation.likeness import align, close, equal, fold, overlap, same_person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("  The  São-Paulo Process ", "the sao paulo process"),
        ("N. P. Orlov", "n p orlov"),
        ("", ""),
        ("外交部", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Plan of measures", "the plan of measures", 1.0),
        ("Ministers of Defence", "Minister of Defence", 1.0),
        ("Committee of Secretaries", "Secretary Committee", 1.0),
        ("joint statement", "joint declaration", 0.5),
        ("of the", "of the", 0.0),
        ("", "anything", 0.0),
        (None, None, 0.0),
        ("Congress", "Congres", 0.0),  # a double s is no plural
    ],
)
def test_overlap(one: str | None, other: str | None, expected: float) -> None:
    assert overlap(one, other) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("of the", "Of The", True),
        (None, None, True),
        ("Council of Ministers", "Council of Foreign Ministers", True),
        ("Council of Ministers", "Assembly of Judges", False),
        ("KZ", "KG", False),
    ],
)
def test_close(one: str | None, other: str | None, expected: bool) -> None:
    assert close(one, other) is expected


def test_equal_ignores_case_and_accents_only() -> None:
    assert equal("Bogotá", "bogota")
    assert not equal("Bogotá", "Bogotá D.C.")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("N. P. Orlov", "Nikolai Orlov", True),
        ("Orlov", "Nikolai Orlov", True),
        ("ORLOV Nikolai", "Nikolai Orlov", True),
        ("Nikolai Orlov", "Dmitry Orlov", False),
        ("N. Orlov", "D. Orlov", False),
        ("N. P. Orlov", "N. P. Petrov", False),
        ("", "Orlov", False),
        (None, None, False),
    ],
)
def test_same_person(one: str | None, other: str | None, expected: bool) -> None:
    assert same_person(one, other) is expected


def test_align_takes_best_pairs_first_and_each_once() -> None:
    near = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.7, ("b", "y"): 0.1}
    pairs = align(["a", "b"], ["x", "y"], lambda g, f: near[g, f], 0.5)
    assert pairs == {0: 0}


def test_align_prefers_the_earlier_of_equals() -> None:
    assert align(["a", "a"], ["a", "a"], lambda g, f: 1.0, 1.0) == {0: 0, 1: 1}


def test_align_of_nothing() -> None:
    assert align([], ["x"], lambda g, f: 1.0, 0.5) == {}
