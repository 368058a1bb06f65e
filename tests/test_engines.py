"""Two engines of validation, one report: on every case of the shapes and on damaged graphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, Needs, Run
from rdflib import BNode, Graph, Literal, URIRef
from samples import corpus, seed

from bench.damage import CHANGES, Statements, damage
from kg import commands, validation
from kg.errors import UsageError
from kg.formats import rdf, triples
from kg.formats.triples import Value
from kg.graph.dataset import describe
from kg.graph.statements import state
from kg.model import Facts
from kg.namespaces import term
from kg.validation import ENGINES, fast, findings, judge, referee, validate
from kg.validation.findings import Finding

CASES = sorted((ROOT / "tests" / "shapes").glob("*.ttl"))
DAMAGED = 1_000
"""Damaged graphs that engines have to agree on; small ones, so that they take a quarter minute."""

LONGEST = 190
"""Statements of a graph that is damaged; the benches damage whole articles."""

WEIRD = "ignore:(Parsing|Serializing) weird:UserWarning"
"""What rdflib says of the literals in reports, as that a boolean is none."""

pytestmark = pytest.mark.filterwarnings(WEIRD)

Row = tuple[str, str | None, str]


@pytest.fixture(autouse=True)
def engine(needs: Needs) -> None:
    needs("shifty", "it validates batches: pip install 'readout-kg[fast]'")


def rows(found: Iterable[Finding]) -> list[Row]:
    """Return what engines have to agree on: focus, path and constraint, as often as found."""
    return sorted(((f.focus, f.path, f.component) for f in found), key=str)


def both(statements: Statements) -> tuple[list[Row], list[Row]]:
    """Return what the referee and the fast engine find in the same statements."""
    checked = (*validation._closed(statements), *validation._lists())
    slow = referee.find(rdf.graph(checked), "it")
    return rows(slow), rows(fast.report(triples.ntriples(checked)))


def plain(graph: Graph) -> Statements:
    return tuple((str(s), str(p), findings.plain(o) or "") for s, p, o in sorted(graph))


def case(file: Path) -> Statements:
    return tuple(row for graph in rdf.load(file).graphs() for row in plain(graph))


# --- the cases of the shapes ---------------------------------------------------------------


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_engines_agree_on_a_case(file: Path) -> None:
    slow, quick = both(case(file))
    assert quick == slow


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_has_one_report_by_either_engine(file: Path) -> None:
    graph = rdf.load(file)
    assert validate(graph, "pyshifty") == validate(graph, "pyshacl")


# --- damaged graphs ------------------------------------------------------------------------


def part(facts: Facts) -> Facts:
    """Return a few facts of each kind, with what they refer to."""
    meetings, persons = facts.meetings[:1], facts.persons[:2]
    keys = {None, *(meeting.key for meeting in meetings)}
    names = {None, *(name for person in persons for name in (person.name, *person.aliases))}
    return replace(
        facts,
        meetings=meetings,
        persons=persons,
        participants=tuple(
            row for row in facts.participants if row.meeting in keys and row.person in names
        )[:3],
        instruments=tuple(
            replace(row, actions=tuple(act for act in row.actions if act.meeting in keys))
            for row in facts.instruments[:1]
        ),
        topics=tuple(topic for topic in facts.topics if topic.meeting in keys)[:2],
    )


@cache
def bases() -> tuple[Statements, ...]:
    """Return graphs of all kinds of facts: valid cases, and parts of what articles state."""
    graphs = [case(file) for file in CASES if file.stem.startswith("valid.")]
    graphs += [state(part(facts)) for facts in (seed(), *corpus())]
    return tuple(graph for graph in graphs if len(graph) <= LONGEST)


def test_damage_starts_from_graphs_of_every_kind() -> None:
    classes = {row[2] for graph in bases() for row in graph if row[1].endswith("#type")}
    kinds = ("Meeting", "Person", "Tenure", "Participation", "Instrument", "Act", "AgendaItem")
    assert {term(kind) for kind in kinds} <= classes
    assert len(bases()) >= 15
    for graph in bases():
        assert judge(graph, "it").conforms


@pytest.mark.parametrize("part", range(10))
def test_engines_agree_on_damaged_graphs(part: int) -> None:
    numbers = range(part * DAMAGED // 10, (part + 1) * DAMAGED // 10)
    differing = {}
    for number in numbers:
        slow, quick = both(damage(bases(), number))
        if slow != quick:
            differing[number] = set(slow) ^ set(quick)
    assert differing == {}


def test_damage_meets_every_constraint_and_leaves_some_graphs_whole() -> None:
    found = Counter[str]()
    whole = 0
    for number in range(DAMAGED):
        checked = (*validation._closed(damage(bases(), number)), *validation._lists())
        quick = fast.report(triples.ntriples(checked))
        found.update({row.component for row in quick})
        whole += not quick
    shapes = (ROOT / "ontology" / "shapes.ttl").read_text("utf-8")
    used = set(re.findall(r"sh:(\w+)", re.sub(r"(?m)^#.*", "", shapes)))
    components = {f"{name[0].upper()}{name[1:]}ConstraintComponent" for name in used}
    components |= {"SPARQLConstraintComponent", "QualifiedMinCountConstraintComponent"}
    inner = {"NotConstraintComponent", "HasValueConstraintComponent"}  # only ever inside sh:or
    everyone = {c for c in components if c in COMPONENTS} - inner
    assert everyone == found.keys()
    assert min(found.values()) >= 10
    assert whole >= 50


COMPONENTS = {
    f"{name}ConstraintComponent"
    for name in (
        *("Class", "Datatype", "NodeKind", "MinCount", "MaxCount", "MinInclusive", "MinLength"),
        *("Pattern", "Or", "Not", "HasValue", "QualifiedMinCount", "SPARQL", "LessThan", "In"),
    )
}
"""Constraints of SHACL that shapes.ttl uses or may come to use."""


def test_each_kind_of_damage_changes_something() -> None:
    from random import Random

    for change in CHANGES:
        changed = 0
        for number, graph in enumerate(bases()):
            statements = list(graph)
            change(statements, Random(f"{change.__name__}/{number}"))
            changed += tuple(statements) != graph
        assert changed > len(bases()) / 3, change.__name__


def test_damage_is_the_same_each_time_and_another_by_its_number() -> None:
    assert damage(bases(), 7) == damage(bases(), 7)
    assert len({damage(bases(), number) for number in range(50)}) > 45
    assert damage(bases(), 7) != damage(bases(), 7, seed=2)


@pytest.mark.parametrize("number", range(60))
def test_a_damaged_graph_has_one_report_by_either_engine(number: int) -> None:
    statements = damage(bases(), number)
    assert judge(statements, "it", "pyshifty") == judge(statements, "it", "pyshacl")


# --- offsets: where engines once differed ---------------------------------------------------

INTEGER = triples.XSD + "integer"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (Value("-1", INTEGER), Value("28", INTEGER)),
        (Value("28", INTEGER), Value("0", INTEGER)),
        (Value("9", INTEGER), Value("9", INTEGER)),
        (Value("0", INTEGER), Value("-1", INTEGER)),
        (Value("100000", INTEGER), Value("100028", INTEGER)),
        (Value("two", INTEGER), Value("28", INTEGER)),
        (Value("0", INTEGER), Value("uz", INTEGER)),
        (Value("0", triples.XSD + "boolean"), Value("28", INTEGER)),
        (Value("0"), Value("28")),
        (Value("2016-04-15", triples.XSD + "date"), Value("28", INTEGER)),
        ("https://x.example/nought", Value("28", INTEGER)),
    ],
    ids=lambda value: value.text if isinstance(value, Value) else value,
)
def test_offsets_that_are_none_are_found_by_both(start: str | Value, end: str | Value) -> None:
    offsets = {term("start"): start, term("end"): end}
    whole = case(ROOT / "tests" / "shapes" / "valid.article.ttl")
    changed = tuple((s, p, offsets.get(p, o)) for s, p, o in whole)
    slow, quick = both(changed)
    assert quick == slow
    assert quick


SHAPES = "https://w3id.org/readout/shapes#"


# --- who does the work ----------------------------------------------------------------------


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the referee was asked")

    monkeypatch.setattr(referee, "find", refuse)


def test_a_batch_asks_the_fast_engine_alone_where_nothing_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forbid(monkeypatch)
    statements = state(seed())
    report = judge(statements, "it")
    assert report.conforms
    assert (report.graphs, report.statements) == (1, len(statements))


def test_what_is_thin_is_told_by_the_fast_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = case(ROOT / "tests" / "shapes" / "valid.meeting.ttl")
    dateless = tuple(row for row in whole if "Date" not in row[1])
    told = judge(dateless, "it", "pyshacl")
    forbid(monkeypatch)
    assert judge(dateless, "it") == told
    assert [result.severity for result in told.results] == ["warning"]


def test_shapes_that_tell_nothing_are_not_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    whole = fast.report
    monkeypatch.setattr(
        fast, "report", lambda text, shapes: asked.append(shapes) or whole(text, shapes)
    )
    for facts in corpus():
        text = triples.ntriples((*state(facts), *validation._lists()))
        found = fast.find(text)
        assert found is not None
        assert set(found) == set(whole(text))
    assert [f"{SHAPES}meeting"] in asked
    assert [f"{SHAPES}person"] in asked


def test_what_is_wrong_is_told_by_the_referee(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(referee, "find", lambda graph, name: asked.append(name) or ())
    judge(case(ROOT / "tests" / "shapes" / "invalid.act.ttl"), "graph one")
    assert asked == ["graph one"]


def test_without_the_engine_the_referee_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "is_installed", lambda: False)
    monkeypatch.setattr(fast, "find", lambda _: pytest.fail("it is not there"))
    assert judge(state(corpus()[0]), "it").conforms
    with pytest.raises(UsageError, match=r"readout-kg\[fast\]"):
        judge(state(corpus()[0]), "it", "pyshifty")


def test_the_referee_is_the_default_of_validate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "find", lambda _: pytest.fail("nobody asked for it"))
    assert validate(describe(corpus()[0])).conforms


def test_an_engine_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="pyshacl, pyshifty"):
        validate(Graph(), "jena")


def test_no_statements_conform() -> None:
    assert judge((), "it") == validate(Graph(), "pyshifty")


@pytest.mark.parametrize(
    "triple",
    [
        (BNode("b"), URIRef(term("kind")), Literal("x")),
        (URIRef("https://x.example/not an iri"), URIRef(term("kind")), Literal("x")),
    ],
    ids=["a blank node", "an address with blanks"],
)
def test_what_the_fast_engine_cannot_name_or_read_the_referee_reads(
    triple: tuple[URIRef | BNode, URIRef, Literal],
) -> None:
    graph = Graph()
    with rdf.quiet():
        graph.add(triple)
        graph.add((triple[0], URIRef(findings._TYPE), URIRef(term("Country"))))
        assert validate(graph, "pyshifty") == validate(graph, "pyshacl")


def test_a_text_in_a_language_is_no_plain_text_to_either() -> None:
    graph = Graph().parse(ROOT / "tests" / "shapes" / "valid.article.ttl")
    article = next(graph.subjects(URIRef(term("text"))))
    graph.set((article, URIRef(term("text")), Literal("Talks", lang="en")))
    report = validate(graph, "pyshifty")
    assert report == validate(graph)
    assert not report.conforms


def test_a_list_is_not_opened_by_the_data_for_either() -> None:
    graph = Graph().parse(ROOT / "tests" / "shapes" / "invalid.instrument-kind.ttl")
    opened = (URIRef(term("poem")), URIRef(findings._TYPE), URIRef(term("InstrumentKind")))
    graph.add(opened)
    assert not validate(graph, "pyshifty").conforms
    assert not judge(plain(graph), "it").conforms


# --- the command ----------------------------------------------------------------------------


def test_the_command_offers_the_engines_that_there_are() -> None:
    assert commands.ENGINES == ENGINES


@pytest.mark.parametrize("name", ENGINES)
def test_validate_tells_the_same_by_each_engine(name: str, kg_run: Run) -> None:
    file = ROOT / "tests" / "shapes" / "invalid.meeting-dated.ttl"
    assert kg_run("validate", file, "--engine", name) == kg_run("validate", file)


@pytest.mark.parametrize("name", ENGINES)
def test_build_stores_the_same_by_each_engine(name: str, kg_run: Run, tmp_path: Path) -> None:
    article = ROOT / "articles" / "sco-tashkent-2016.txt"
    built = kg_run("build", article, "--store", tmp_path / name, "--engine", name)
    assert built.code == 0
    exported = kg_run("export", "--store", tmp_path / name, "-f", "nquads")
    kg_run("build", article, "--store", tmp_path / "other")
    assert exported == kg_run("export", "--store", tmp_path / "other", "-f", "nquads")


def test_an_engine_that_is_not_installed_is_told_with_its_remedy(
    kg_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast, "is_installed", lambda: False)
    file = ROOT / "tests" / "shapes" / "valid.article.ttl"
    done = kg_run("validate", file, "--engine", "pyshifty")
    assert done.code == 2
    assert 'pip install "readout-kg[fast]"' in done.err
