"""The order of the stages, what each hands to the next, and how many inputs are worked through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from conftest import ARTICLE, SECOND
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import batch, pipeline
from kg.errors import EvidenceError, InputError, KgError, StoreError
from kg.facts.evidence import each
from kg.model import Article, Document, Facts, Passage, Topic
from kg.reading import read
from kg.reading.sources import expand

# --- stages --------------------------------------------------------------------------


def test_extraction_is_read_segmented_found_and_assembled() -> None:
    article = read(str(ARTICLE))
    facts = pipeline.extract(article)
    assert facts.article == article
    assert facts.meetings[0].name.startswith("eleventh session of Secretaries of Security")
    assert all(p.quote == article.text[p.start : p.end] for f in each(facts) for p in f.evidence)


def test_build_gives_facts_graph_and_report_of_one_article() -> None:
    article = Article("valletta", SECOND)
    built = pipeline.build(article)
    assert built.facts == pipeline.extract(article)
    assert built.report.conforms
    assert len(built.quads.splitlines()) == built.report.statements
    assert built.quads.splitlines() == sorted(set(built.quads.splitlines()))
    assert all(line.endswith("/graph/valletta> .") for line in built.quads.splitlines())


def test_sources_are_read_by_the_same_stages() -> None:
    (source,) = expand([str(ARTICLE)])
    assert pipeline.extract_source(source) == pipeline.extract(read(str(ARTICLE)))
    assert pipeline.build_source(source).facts == pipeline.extract_source(source)


class Liar:
    """An extractor that makes up what it quotes."""

    name = "liar"
    version = "1"

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    def extract(self, document: Document) -> Facts:
        return Facts(document.article, topics=(Topic("lies", None, (self.passage,), "liar"),))


@pytest.mark.parametrize(
    ("passage", "fault"),
    [
        (Passage(0, 5, "never"), "is not 'never'"),
        (Passage(5, 5, ""), "are not in the text"),
        (Passage(-3, 2, "xx"), "are not in the text"),
        (Passage(0, 10_000, "VALLETTA"), "are not in the text"),
    ],
)
def test_evidence_that_does_not_replay_is_refused(passage: Passage, fault: str) -> None:
    with pytest.raises(EvidenceError, match=fault):
        pipeline.extract(Article("valletta", SECOND), Liar(passage))


def test_evidence_that_replays_is_taken_from_any_extractor() -> None:
    facts = pipeline.extract(Article("valletta", SECOND), Liar(Passage(0, 8, "VALLETTA")))
    assert [topic.name for topic in facts.topics] == ["lies"]


class Stranger(Liar):
    """An extractor that answers for another article."""

    def extract(self, document: Document) -> Facts:
        return Facts(replace(document.article, id="other"))


def test_facts_of_another_article_are_refused() -> None:
    with pytest.raises(EvidenceError, match="facts of another article"):
        pipeline.extract(Article("valletta", SECOND), Stranger(Passage(0, 8, "VALLETTA")))


PIECES = st.sampled_from(
    [
        *("The ", "third ", "session ", "of ", "Foreign Ministers ", "Uzbek ", "side ", "SCO "),
        *("A. B. Karimov", ", ", ". ", "\n\n", "\n", "- ", "1) ", "13-14 April ", "Tashkent "),
        *("signed ", "will be adopted ", "the Minutes ", "in ", "“", "”", "(", ")", "’", "é", "中"),
        *("chaired by ", "President ", "of the Republic of ", "Kazakhstan ", "and ", "N. "),
        *("\u00a0", "\u200b"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_whatever_gives_facts_that_replay(text: str) -> None:
    facts = pipeline.extract(Article("any", text))
    assert all(p.quote == text[p.start : p.end] for f in each(facts) for p in f.evidence)


@settings(max_examples=15, deadline=None)
@given(st.lists(PIECES, min_size=20, max_size=80).map("".join))
def test_any_text_whatever_gives_a_graph_without_violation(text: str) -> None:
    report = pipeline.build(Article("any", text)).report
    assert report.violations == ()


# --- many inputs ---------------------------------------------------------------------


def halve(number: int) -> int:
    if number % 2:
        raise InputError(f"{number} is odd")
    return number // 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_the_order_of_the_inputs(jobs: int) -> None:
    outcomes = list(batch.each(halve, range(40), jobs))
    assert [o.value for o in outcomes] == [None if n % 2 else n // 2 for n in range(40)]
    assert [str(o.error) for o in outcomes if o.error] == [f"{n} is odd" for n in range(1, 40, 2)]


def test_no_more_is_held_than_keeps_the_processes_busy() -> None:
    taken = 0

    def inputs() -> Iterator[int]:
        nonlocal taken
        for number in range(0, 200, 2):
            taken += 1
            yield number

    outcomes = batch.each(halve, inputs(), 2)
    assert next(outcomes).value == 0
    assert taken <= 2 * batch.AHEAD + 1
    assert len(list(outcomes)) == 99


def test_one_process_reads_as_it_goes() -> None:
    endless = (number for number in iter(int, 1))
    assert next(batch.each(halve, endless)).value == 0


def test_an_error_that_is_none_of_ours_is_not_hidden() -> None:
    with pytest.raises(TypeError):
        list(batch.each(halve, ["a word"]))  # type: ignore[list-item]  # that is what is tried


@pytest.mark.parametrize(
    ("error", "code"), [(KgError, 1), (EvidenceError, 1), (InputError, 3), (StoreError, 4)]
)
def test_errors_carry_their_exit_code_across_processes(error: type[KgError], code: int) -> None:
    import pickle

    there_and_back = pickle.loads(pickle.dumps(error("in one line")))
    assert (str(there_and_back), there_and_back.exit_code) == ("in one line", code)
