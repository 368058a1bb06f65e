"""The facts format: what is written is read back the same, and what is not in it is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ARTICLE

from kg import codec
from kg.errors import EvidenceError, InputError
from kg.facts.evidence import check, each
from kg.model import Facts
from kg.pipeline import extract
from kg.reading import read

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.json"))

EMPTY: dict[str, Any] = {
    "id": "a", "meetings": [], "persons": [], "participants": [], "instruments": [], "topics": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Facts:
    return extract(read(str(ARTICLE)))


def test_facts_come_back_the_same(facts: Facts) -> None:
    again = codec.decode(json.loads(codec.dumps(facts)), facts.article.text)
    for kind in ("meetings", "persons", "participants", "instruments", "topics"):
        assert getattr(again, kind) == getattr(facts, kind)
        assert getattr(facts, kind)


def test_each_fact_carries_evidence_and_rule(facts: Facts) -> None:
    data = codec.encode(facts)
    rows = [row for kind in list(EMPTY)[1:] for row in data[kind]]
    rows += [office for person in data["persons"] for office in person["offices"]]
    rows += [action for instrument in data["instruments"] for action in instrument["actions"]]
    assert all(row["rule"] and row["evidence"] for row in rows)
    assert {key for row in rows for p in row["evidence"] for key in p} == {"start", "end", "quote"}


def test_the_keys_stand_in_the_order_of_the_format(facts: Facts) -> None:
    assert list(codec.encode(facts))[:3] == ["id", "url", "published"]
    assert list(codec.encode(facts)["meetings"][0])[:4] == [
        "key",
        "name",
        "ordinal",
        "organisation",
    ]


def test_one_line_where_no_indent_is_wanted(facts: Facts) -> None:
    assert "\n" not in codec.dumps(facts, indent=None)


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_gold_is_in_the_format(file: Path) -> None:
    gold = codec.decode(json.loads(file.read_text("utf-8")))
    assert gold.article.id == file.stem
    assert all(fact.rule == "gold" and not fact.evidence for fact in each(gold))
    keys = {meeting.key for meeting in gold.meetings}
    assert {participant.meeting for participant in gold.participants} <= keys


def test_a_topic_may_be_a_plain_text() -> None:
    plain = codec.decode(EMPTY | {"topics": ["salt"]}).topics
    assert plain == codec.decode(EMPTY | {"topics": [{"name": "salt"}]}).topics


@pytest.mark.parametrize(
    "data",
    [
        {},
        {k: v for k, v in EMPTY.items() if k != "topics"},
        EMPTY | {"persons": [{"name": "N"}]},
        EMPTY | {"persons": ["N"]},
        EMPTY | {"meetings": [{"key": "m1", "colour": "red"}]},
        EMPTY | {"topics": [{"name": "salt", "evidence": [{"start": 1}]}]},
        EMPTY | {"topics": None},
        [],
    ],
)
def test_what_is_not_in_the_format_is_refused(data: Any) -> None:
    with pytest.raises(InputError, match="not in the facts format"):
        codec.decode(data)


@pytest.mark.parametrize(
    ("start", "end", "quote", "fault"),
    [
        (0, 4, "salt", None),
        (0, 4, "Salt", "is not 'Salt'"),
        (4, 4, "", "are not in the text"),
        (-1, 4, "salt", "are not in the text"),
        (0, 9999, "salt", "are not in the text"),
        (0, 700, "salt " * 140, "a quote of 700 characters"),
    ],
)
def test_evidence_is_checked(start: int, end: int, quote: str, fault: str | None) -> None:
    passage = {"start": start, "end": end, "quote": quote}
    topics = [{"name": "salt", "rule": "r", "evidence": [passage]}]
    found = codec.decode(EMPTY | {"topics": topics}, "salt " * 200)
    if fault is None:
        assert check(found) is found
    else:
        with pytest.raises(EvidenceError, match=fault):
            check(found)


def test_a_fact_without_evidence_is_refused() -> None:
    with pytest.raises(EvidenceError, match="no evidence"):
        check(codec.decode(EMPTY | {"topics": ["salt"]}, "salt"))
