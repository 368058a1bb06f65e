"""The Python interface: the verbs of the command as functions, light, typed and documented."""

from __future__ import annotations

import importlib.util
import inspect
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ARTICLE, ROOT, SECOND
from rdflib import Dataset

import kg
from kg.model import Article, Facts, Meeting, Passage, Topic

VERBS = ("read", "extract", "describe", "validate")


@pytest.fixture(scope="module")
def facts() -> Facts:
    return kg.extract(kg.read(str(ARTICLE)))


def test_the_verbs_follow_each_other(facts: Facts, tmp_path: Path) -> None:
    assert isinstance(facts, kg.Facts)
    assert isinstance(facts.article, kg.Article)
    graph = kg.describe(facts)
    assert isinstance(graph, Dataset)
    report = kg.validate(graph)
    assert isinstance(report, kg.Report)
    assert report.conforms
    with kg.Store(tmp_path / "store") as store:
        (change,) = store.put(graph)
        assert change.added == report.statements
        assert [article.id for article in store.articles()] == ["sco-tashkent-2016"]


def test_what_cannot_be_done_raises_one_error() -> None:
    with pytest.raises(kg.KgError, match=r"missing\.txt"):
        kg.read("missing.txt")


def test_no_module_takes_the_name_of_a_verb() -> None:
    verbs = [name for name in kg.__all__ if inspect.isfunction(getattr(kg, name))]
    assert {"read", "extract", "describe", "validate"} <= set(verbs)
    assert [name for name in verbs if importlib.util.find_spec(f"kg.{name}")] == []


def test_everything_that_is_offered_is_there_and_nothing_else() -> None:
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="nonsense"):
        kg.nonsense  # type: ignore[attr-defined]  # noqa: B018  # that is what is tried


@pytest.mark.parametrize("name", [*VERBS, "Store", "Article", "Facts", "Report", "KgError"])
def test_everything_that_is_offered_is_documented(name: str) -> None:
    documented = inspect.getdoc(getattr(kg, name))
    assert documented
    assert len(documented.split()) >= 6
    assert name in (kg.__doc__ or "") or name in ("Article", "Facts", "Report", "KgError")


@pytest.mark.parametrize("name", VERBS)
def test_verbs_say_what_they_take_and_return(name: str) -> None:
    signature = inspect.signature(getattr(kg, name))
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty


def test_the_package_is_marked_as_typed() -> None:
    assert (ROOT / "kg" / "py.typed").is_file()


PROGRAM = """
import kg
facts: kg.Facts = kg.extract(kg.read("x"))
report: kg.Report = kg.validate(kg.describe(facts))
wrong: int = kg.read("x")
"""


def test_a_type_checker_sees_the_verbs(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "program.py"],
        cwd=tmp_path,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert "program.py:5: error" in done.stdout, done.stdout + done.stderr
    assert "Found 1 error" in done.stdout, done.stdout


# --- in a notebook -------------------------------------------------------------------


def test_facts_show_as_tables_with_their_quotes(facts: Facts) -> None:
    shown = facts._repr_html_()
    for caption in ("meetings", "persons", "participants", "instruments", "topics"):
        assert f"<caption>{caption}</caption>" in shown
    assert "<td>N. P. Patrushev</td><td>Secretary of the Security Council, RU</td>" in shown
    assert "eleventh session" in shown


def test_tables_of_no_facts_are_left_out() -> None:
    assert Facts(Article("nothing", "Nothing."))._repr_html_() == "<p>nothing</p>"


def test_what_an_article_says_is_no_markup() -> None:
    script = "<script>alert(1)</script>"
    passage = Passage(0, 9, script)
    facts = Facts(
        Article("a", script, title=script),
        meetings=(
            Meeting(
                *("m1", script, None, None, None, script, script, script, None, None),
                *("held", (passage,), script),
            ),
        ),
        topics=(Topic(script, "m1", (passage,), script), Topic(script, None, (passage,), "r")),
    )
    shown = facts._repr_html_()
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") >= 8


def test_a_long_quote_is_cut_in_a_table(facts: Facts) -> None:
    long = replace(facts.topics[0], evidence=(Passage(0, 400, "very long " * 40),))
    shown = replace(facts, topics=(long,))._repr_html_()
    assert "very long…" in shown
    assert "very long " * 20 not in shown


def test_reports_and_answers_show_as_tables_too(facts: Facts) -> None:
    from kg import queries

    report = kg.validate(kg.describe(facts))
    assert "<table>" in report._repr_html_()
    store = kg.Store.in_memory(kg.describe(kg.extract(Article("valletta", SECOND))))
    assert "<table>" in queries.run(store, "meetings")._repr_html_()
