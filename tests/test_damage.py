"""An exported graph that was damaged is told from a sound one, and the fault is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

ONTOLOGY = "https://w3id.org/readout/ontology#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SAME = "<http://www.w3.org/2002/07/owl#sameAs>"
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"
PATRUSHEV = "/person/ru-patrushev-n>"

Lines = list[str]


@pytest.fixture
def exported(kg_run: Run, store: Path) -> Lines:
    """Return the export of the project's own article as lines of N-Triples."""
    return kg_run("export", "--store", store, "--format", "ntriples").out.splitlines()


def term(name: str) -> str:
    return f"<{ONTOLOGY}{name}>"


def subjects(lines: Lines, *parts: str) -> list[str]:
    """Return the subjects of the statements in which all the parts stand."""
    return [line.split(" ", 1)[0] for line in lines if all(part in line for part in parts)]


def without(lines: Lines, subject: str, verb: str) -> Lines:
    kept = [line for line in lines if not line.startswith(f"{subject} {verb} ")]
    assert len(kept) < len(lines), f"{subject} has no {verb}"
    return kept


def changed(lines: Lines, subject: str, verb: str, value: str) -> Lines:
    return [*without(lines, subject, verb), f"{subject} {verb} {value} ."]


def no_evidence(lines: Lines) -> Lines:
    fact = subjects(lines, "/participation/", PATRUSHEV)[0]
    return without(lines, fact, term("evidence"))


def other_quote(lines: Lines) -> Lines:
    passage = subjects(lines, term("quote"), "N. P. Patrushev")[0]
    return changed(lines, passage, term("quote"), '"Words that nobody wrote"')


def end_before_start(lines: Lines) -> Lines:
    passage = subjects(lines, term("quote"), "N. P. Patrushev")[0]
    return changed(lines, passage, term("end"), f'"3"{INTEGER}')


def unknown_kind(lines: Lines) -> Lines:
    instrument = subjects(lines, term("kind"), term("convention"))[0]
    return changed(lines, instrument, term("kind"), term("haiku"))


def signed_at_a_planned_meeting(lines: Lines) -> Lines:
    planned = subjects(lines, term("status"), term("planned"))[0]
    act = next(a for a in subjects(lines, term("meeting"), planned) if "/act/" in a)
    return changed(lines, act, term("action"), term("signed"))


def no_meeting(lines: Lines) -> Lines:
    fact = subjects(lines, "/participation/", PATRUSHEV)[0]
    return without(lines, fact, term("meeting"))


def odd_code(lines: Lines) -> Lines:
    return changed(lines, subjects(lines, "/country/RU>", TYPE)[0], term("isoCode"), '"Rus"')


def odd_wikidata_id(lines: Lines) -> Lines:
    russia = subjects(lines, "/country/RU>", TYPE)[0]
    return [*lines, f"{russia} {SAME} <http://www.wikidata.org/entity/159> ."]


DAMAGES: list[tuple[Callable[[Lines], Lines], str]] = [
    (no_evidence, r"evidence|passage"),
    (other_quote, r"quote|words"),
    (end_before_start, r"place that its passage names"),
    (unknown_kind, r"kind"),
    (signed_at_a_planned_meeting, r"planned"),
    (no_meeting, r"meeting"),
    (odd_code, r"ISO|code"),
    (odd_wikidata_id, r"Wikidata"),
]


def test_the_graph_is_sound_before(kg_run: Run, exported: Lines, tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_text("\n".join(exported) + "\n", "utf-8")
    assert kg_run("validate", tmp_path / "graph.nt").code == 0


@pytest.mark.parametrize(
    ("damage", "fault"), DAMAGES, ids=[damage.__name__ for damage, _ in DAMAGES]
)
def test_damage_is_found_and_named(
    kg_run: Run,
    exported: Lines,
    tmp_path: Path,
    damage: Callable[[Lines], Lines],
    fault: str,
) -> None:
    (tmp_path / "graph.nt").write_text("\n".join(damage(exported)) + "\n", "utf-8")
    done = kg_run("validate", tmp_path / "graph.nt")
    assert done.code == 1
    messages = [line for line in done.out.splitlines() if line.startswith("violation: ")]
    assert any(re.search(fault, message) for message in messages), done.out
    assert "article   sco-tashkent-2016" in done.out
    assert "right     " in done.out
