"""HermiT over ontology and graph: consistent as they are, and not with a planted clash.

Runs in a process of its own: owlready2 keeps its ontologies in a global world.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT, Needs
from samples import corpus, seed

from kg.graph.statements import nquads

ONTOLOGIES = ROOT / "ontology"

# xsd:date is outside OWL 2's datatype map: HermiT is told to let it pass.
REASON = """
import sys
import owlready2
world = owlready2.World()
ontology = world.get_ontology("https://w3id.org/readout/sample")
ontology.load(fileobj=open(sys.argv[1], "rb"), format="ntriples")
try:
    owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
except owlready2.OwlReadyInconsistentOntologyError:
    print("inconsistent")
else:
    print("nothing of" if list(world.inconsistent_classes()) else "consistent")
"""

Reason = Callable[..., str]

PREFIXES = """
@prefix : <https://w3id.org/readout/ontology#> .
@prefix article: <https://w3id.org/readout/id/article/> .
@prefix country: <https://w3id.org/readout/id/country/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix x: <https://clash.example/> .
"""

CLASHES = {
    "a person that is a meeting": "x:a a :Person , :Meeting .",
    "a person that is a country, by what points at it": "x:a :person country:UZ .",
    "a participation in a country": "x:p :meeting country:UZ .",
    "a status that is a role": "x:m :status :participant .",
    "an act with two actions": "x:a :action :signed , :ratified .",
    "an article that is evidence": "x:p :evidence article:sco-tashkent-2016 .",
    "a passage with two starts": "x:s a :Passage ; :start 1 , 2 .",
    "an office of a meeting": "x:o a :Office ; :of x:m . x:m a :Meeting .",
    "an ordinal in words": 'x:m :ordinal "eleventh" .',
}


@pytest.fixture
def reason(needs: Needs, tmp_path: Path) -> Reason:
    """Return what HermiT says of the ontology with the triples of a Turtle text and of graphs."""
    needs("java", "HermiT runs on Java")
    needs("owlready2", "it carries HermiT")

    def run(turtle: str, *graphs: str) -> str:
        path = tmp_path / "all.nt"
        path.write_text("".join(f"{triple} .\n" for triple in statements(turtle, *graphs)), "utf-8")
        command = [sys.executable, "-c", REASON, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        return done.stdout.strip()

    return run


def statements(turtle: str, *graphs: str) -> list[ox.Triple]:
    triples = [
        triple
        for name in ("readout", "vocabulary")
        for triple in ox.parse(path=str(ONTOLOGIES / f"{name}.ttl"), rename_blank_nodes=True)
    ]
    triples += ox.parse((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE)
    for graph in graphs:
        quads = ox.parse(graph.encode(), format=ox.RdfFormat.N_QUADS)
        triples += [quad.triple for quad in quads]
    return triples


def test_the_ontology_is_consistent_and_has_no_empty_class(reason: Reason) -> None:
    assert reason("") == "consistent"


def test_the_graph_of_the_seed_is_consistent(reason: Reason) -> None:
    assert reason("", nquads(seed())) == "consistent"


def test_the_graphs_of_all_articles_are_consistent_together(reason: Reason) -> None:
    assert reason("", *(nquads(facts) for facts in (seed(), *corpus()))) == "consistent"


@pytest.mark.parametrize("clash", CLASHES)
def test_a_planted_clash_is_found(clash: str, reason: Reason) -> None:
    country = "country:UZ a :Country . "
    article = "article:sco-tashkent-2016 a :Article . "
    assert reason(country + article + CLASHES[clash]) == "inconsistent"
