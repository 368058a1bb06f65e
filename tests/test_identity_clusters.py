"""Clusters: transitive, blocked by negatives, the same in any order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.clusters import Decision, cluster, weigh

Profiles = dict[str, frozenset[str]]


def profiles(*units: str) -> Profiles:
    """Return profiles that hold the unit itself, so that a blend holds all."""
    return {unit: frozenset({unit}) for unit in units}


def yes(one: str, other: str, score: float = 0.9, by: str | None = None) -> Decision:
    return Decision(one, other, "positive", score, ("alike",), by)


def no(one: str, other: str) -> Decision:
    return Decision(one, other, "negative", 1.0, (), "Ann")


def blend(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return one | other


def agree(one: frozenset[str], other: frozenset[str]) -> str | None:
    return None


def quarrel(one: frozenset[str], other: frozenset[str]) -> str | None:
    """Units with an "x" and with a "y" cannot be one."""
    both = one | other
    sides = {unit[0] for unit in both if unit[0] in "xy"}
    return "x and y differ" if len(sides) > 1 else None


@pytest.mark.parametrize(
    ("decisions", "clusters"),
    [
        ([], ["a", "b", "c", "d"]),
        ([yes("a", "b")], ["ab", "c", "d"]),
        ([yes("a", "b"), yes("b", "c")], ["abc", "d"]),
        ([yes("a", "b"), yes("c", "d"), yes("b", "c")], ["abcd"]),
        ([no("a", "b")], ["a", "b", "c", "d"]),
        ([yes("a", "b"), no("a", "b")], ["a", "b", "c", "d"]),
        ([yes("a", "b"), yes("b", "c", 0.8), no("a", "c")], ["ab", "c", "d"]),
        ([yes("a", "b", 0.7), yes("b", "c", 0.8), no("a", "c")], ["a", "bc", "d"]),
        ([yes("a", "b"), yes("c", "d"), yes("b", "c", 0.7), no("a", "d")], ["ab", "cd"]),
    ],
)
def test_decisions_make_clusters(decisions: list[Decision], clusters: list[str]) -> None:
    for ordered in permutations(decisions):
        found = cluster(profiles(*"abcd"), ordered, agree, blend)
        assert ["".join(units) for units in found.clusters] == clusters


def test_a_refused_join_says_whom_it_would_put_together() -> None:
    decisions = [yes("a", "b"), yes("b", "c", 0.8), no("a", "c")]
    [refusal] = cluster(profiles(*"abc"), decisions, agree, blend).refused
    assert refusal.decision == yes("b", "c", 0.8)
    assert refusal.reason == "it would put a and c together"


def test_a_contradiction_stops_the_machine_and_not_a_person() -> None:
    units = profiles("x1", "y1", "m")
    chain = [yes("m", "x1"), yes("m", "y1", 0.8)]
    assert cluster(units, chain, quarrel, blend).clusters == (("m", "x1"), ("y1",))
    forced = [yes("m", "x1"), yes("m", "y1", 1.0, "Ann")]
    assert cluster(units, forced, quarrel, blend).clusters == (("m", "y1"), ("x1",))
    both = [yes("m", "x1", 1.0, "Ann"), yes("m", "y1", 1.0, "Ann")]
    assert cluster(units, both, quarrel, blend).clusters == (("m", "x1", "y1"),)


@pytest.mark.parametrize(
    ("scores", "judged"),
    [
        ((0.9, 0.9), ("unsure", "unsure")),
        ((0.9, 0.85), ("unsure", "unsure")),
        ((0.95, 0.7), ("positive", "unsure")),
    ],
)
def test_two_candidates_as_likely_leave_it_open(
    scores: tuple[float, float], judged: tuple[str, str]
) -> None:
    decisions = (yes("m", "x1", scores[0]), yes("m", "y1", scores[1]))
    weighed = weigh(decisions, lambda one, other: {one[0], other[0]} == {"x", "y"})
    assert tuple(d.judgement for d in weighed) == judged


def test_two_candidates_that_may_be_one_are_no_rivals() -> None:
    decisions = (yes("m", "x1"), yes("m", "x2"))
    assert weigh(decisions, lambda one, other: False) == decisions


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans()),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_no_order_matters_and_no_negative_is_broken(
    pairs: list[tuple[str, str, bool]], chance: object
) -> None:
    decisions = [
        yes(min(a, b), max(a, b), 0.5 + ord(a) / 1000) if good else no(min(a, b), max(a, b))
        for a, b, good in pairs
        if a != b
    ]
    shuffled = list(decisions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    found = cluster(profiles(*"abcdef"), decisions, agree, blend)
    assert found.clusters == cluster(profiles(*"abcdef"), shuffled, agree, blend).clusters
    place = {unit: units for units in found.clusters for unit in units}
    assert all(place[d.one] != place[d.other] for d in decisions if d.judgement == "negative")
    assert sorted("".join(map("".join, found.clusters))) == list("abcdef")
