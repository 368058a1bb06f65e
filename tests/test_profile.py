"""The OWL API on the ontology: it is in OWL 2 DL, and a planted fault is not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Needs, lack

JARS = Path("/usr/share/java")
SOURCE = Path(__file__).parent / "profile" / "Profile.java"
WANTED = ("owlapi-api", "owlapi-apibinding", "owlapi-impl", "owlapi-parsers")

Check = Callable[[str], list[str]]


@pytest.fixture
def violations(needs: Needs, tmp_path: Path) -> Check:
    """Return what keeps the ontology, with the triples of a Turtle text, out of OWL 2 DL."""
    needs("javac", "the check is compiled as it runs")
    if not all((JARS / f"{name}.jar").is_file() for name in WANTED):
        lack("the OWL API is not installed (Debian: libowlapi-java)")

    def run(turtle: str) -> list[str]:
        path = tmp_path / "all.ttl"
        texts = [
            (ROOT / "ontology" / f"{n}.ttl").read_text("utf-8") for n in ("readout", "vocabulary")
        ]
        path.write_text("\n".join([*texts, turtle]), "utf-8")
        command = ["java", "-cp", f"{JARS}/*", str(SOURCE), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        return done.stdout.splitlines()

    return run


def test_the_ontology_is_in_owl_2_dl(violations: Check) -> None:
    assert violations("") == []


@pytest.mark.parametrize(
    "fault",
    [
        "readout:partOf a owl:FunctionalProperty .",
        "readout:carries rdfs:domain readout:Person . readout:x readout:carries readout:y .",
        "readout:weight a owl:DatatypeProperty ; rdfs:range xsd:gMonth .",
    ],
)
def test_a_planted_fault_is_found(violations: Check, fault: str) -> None:
    assert violations(fault) != []
