"""Independent readers agree: PyLD, rapper, serdi and rdflib read what is written here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import samples
from conftest import Needs
from rdflib import Graph
from rdflib.compare import isomorphic

from kg import export
from kg.formats import jsonld
from kg.store import Store

RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml"}
SERDI = {"turtle": "turtle", "trig": "trig", "ntriples": "ntriples", "nquads": "nquads"}
RDFLIB = {"turtle": "turtle", "jsonld": "json-ld", "ntriples": "nt", "rdfxml": "xml"}
pytestmark = [  # rdflib's parsers warn of rdflib's own code
    pytest.mark.filterwarnings("ignore:Dataset\\.:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
THING = "person:ru-patrushev-n"


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.in_memory(*samples.all_quads())


def stated(store: Store, form: str) -> set[str]:
    """Return the statements of the store as canonical N-Triples or N-Quads lines."""
    if form not in ("nquads", "trig"):
        return {f"{quad.triple} ." for quad in store.quads()}
    graphs = store.graphs()
    return {f"{q.triple} <{graph}> ." for graph in graphs for q in store.quads(graph)}


def canonical(text: str | bytes, base: str | None = None) -> set[str]:
    """Return what another program wrote as N-Triples or N-Quads, spelt as we spell it."""
    found = ox.parse(text, format=ox.RdfFormat.N_QUADS, base_iri=base)
    return {
        f"{q.triple} ." if q.graph_name == ox.DefaultGraph() else f"{q.triple} {q.graph_name} ."
        for q in found
    }


def run(*command: str) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr.strip(), done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("form", RAPPER)
def test_rapper_reads_the_same(form: str, store: Store, needs: Needs, tmp_path: Path) -> None:
    needs("rapper", "the Debian package raptor2-utils")
    file = tmp_path / "out"
    file.write_text(export.export(store, form), "utf-8")
    found = run("rapper", "-q", "-i", RAPPER[form], "-o", "ntriples", str(file), "http://base/")
    assert canonical(found) == stated(store, form)


@pytest.mark.parametrize("form", SERDI)
def test_serdi_reads_the_same(form: str, store: Store, needs: Needs, tmp_path: Path) -> None:
    needs("serdi", "the Debian package serdi")
    file = tmp_path / "out"
    file.write_text(export.export(store, form), "utf-8")
    found = run("serdi", "-i", SERDI[form], "-o", "nquads", str(file))
    assert canonical(found) == stated(store, form)


def test_pyld_reads_the_same(store: Store, needs: Needs) -> None:
    needs("pyld", "the package PyLD")
    from pyld import jsonld as pyld  # type: ignore[import-untyped]

    def refuse(url: str, options: object) -> None:
        raise AssertionError(f"the document should need nothing from outside, not {url}")

    document = json.loads(export.export(store, "jsonld"))
    options = {"format": "application/n-quads", "documentLoader": refuse}
    assert canonical(pyld.to_rdf(document, options)) == stated(store, "jsonld")


def test_pyld_compacts_to_the_same_names(store: Store, needs: Needs) -> None:
    needs("pyld", "the package PyLD")
    from pyld import jsonld as pyld

    document = json.loads(export.export(store, "jsonld", thing=THING))
    flat = pyld.flatten(document, {"@context": jsonld.context()})
    by_id = {node["id"]: node for node in flat["@graph"]}
    ours = {node["id"]: node for node in document["@graph"]}
    person = "person/ru-patrushev-n"
    assert by_id[person]["label"] == ours[person]["label"]
    assert by_id[person]["type"] == ours[person]["type"] == "Person"
    for name, node in ours.items():
        assert set(node) == set(by_id[name])


@pytest.mark.parametrize("form", RDFLIB)
def test_rdflib_reads_an_isomorphic_graph(form: str, store: Store) -> None:
    expected = Graph().parse(data="\n".join(sorted(stated(store, form))), format="nt")
    text = export.export(store, form)
    assert isomorphic(Graph().parse(data=text, format=RDFLIB[form]), expected)


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_rdflib_reads_the_same_named_graphs(form: str, store: Store) -> None:
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(data=export.export(store, form), format=form)
    sizes = {str(g.identifier): len(g) for g in dataset.graphs() if len(g)}
    assert sizes == {graph: len(list(store.quads(graph))) for graph in store.graphs()}


@pytest.mark.parametrize("form", RDFLIB)
def test_a_thing_is_the_same_in_every_format(form: str, store: Store) -> None:
    reference = Graph().parse(data=export.export(store, "ntriples", thing=THING), format="nt")
    text = export.export(store, form, thing=THING)
    assert isomorphic(Graph().parse(data=text, format=RDFLIB[form]), reference)
