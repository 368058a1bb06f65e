"""What validation found, for a person, for programs and as RDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import escape
from typing import Literal

from kg.formats.triples import Value, write
from kg.namespaces import VOCABULARIES

Severity = Literal["violation", "warning"]

FORMATS = ("text", "json", "turtle")

SH = "http://www.w3.org/ns/shacl#"
_LONGEST = 160
"""Characters of a quote that the text shows."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is wrong (violation) or thin (warning).

    `focus` is the IRI of the fact, `label` its name in words; `path` the
    property and `value` the value at fault, where there is one; `constraint`
    the SHACL component and `shape` the shape that found it; `article` the id of
    the article and `quote` the first words that the fact rests on.
    """

    severity: Severity
    focus: str
    label: str
    path: str | None
    value: str | Value | None
    constraint: str
    shape: str
    message: str
    remedy: str
    article: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """All results in a fixed order, and how many graphs and statements were looked at."""

    results: tuple[Result, ...]
    graphs: int
    statements: int

    @property
    def conforms(self) -> bool:
        """Tell whether nothing is wrong; what is only thin does not count."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """Return what is wrong."""
        return tuple(result for result in self.results if result.severity == "violation")

    @property
    def warnings(self) -> tuple[Result, ...]:
        """Return what is thin."""
        return tuple(result for result in self.results if result.severity == "warning")

    def summary(self) -> str:
        """Return the counts in one line."""
        found = _count(len(self.violations), "violation"), _count(len(self.warnings), "warning")
        seen = _count(self.statements, "statement"), _count(self.graphs, "graph")
        verdict = "conforms" if self.conforms else "does not conform"
        return f"{verdict}: {', '.join(found)} in {' of '.join(seen)}"

    def text(self) -> str:
        """Return the report for a person: a line of counts, then a paragraph a result."""
        return "\n\n".join((self.summary(), *map(_paragraph, self.results))) + "\n"

    def json(self) -> str:
        """Return the report as a JSON object."""
        rows = [asdict(result) | {"value": _shown(result.value)} for result in self.results]
        head = {"conforms": self.conforms, "graphs": self.graphs, "statements": self.statements}
        return json.dumps(head | {"results": rows}, ensure_ascii=False, indent=1) + "\n"

    def turtle(self) -> str:
        """Return the report as a SHACL validation report in Turtle."""
        verdict = "true" if self.conforms else "false"
        lines = [
            f"@prefix sh: <{SH}> .",
            "",
            f"[] a sh:ValidationReport ; sh:conforms {verdict}",
            *(f"; sh:result [ {' ; '.join(_properties(r))} ]" for r in self.results),
            ".",
        ]
        return "\n".join(lines) + "\n"

    def render(self, form: str) -> str:
        """Return the report in one of FORMATS."""
        return {"text": self.text, "json": self.json, "turtle": self.turtle}[form]()

    def _repr_html_(self) -> str:
        head = (
            "severity",
            "fact",
            "property",
            "message",
            "what would be right",
            "article",
            "quote",
        )
        return (
            f"<p>{escape(self.summary())}</p><table><tr>{_cells('th', head)}</tr>"
            + "".join(f"<tr>{_cells('td', _row(result))}</tr>" for result in self.results)
            + "</table>"
        )


def short(iri: str) -> str:
    """Return an IRI with its customary prefix where it has one."""
    for prefix, namespace in VOCABULARIES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _paragraph(result: Result) -> str:
    lines = [f"{result.severity}: {result.message}", f"  fact      {result.label}"]
    lines.append(f"            {result.focus}")
    for name, value in (("property", result.path), ("value", _shown(result.value))):
        if value:
            lines.append(f"  {name:<9} {short(value)}")
    if result.article:
        lines.append(f"  article   {result.article}")
    if result.quote:
        lines.append(f"  quote     “{_cut(result.quote)}”")
    return "\n".join((*lines, f"  right     {result.remedy}"))


def _properties(result: Result) -> Iterator[str]:
    yield "a sh:ValidationResult"
    yield f"sh:resultSeverity sh:{result.severity.capitalize()}"
    yield f"sh:focusNode {write(result.focus)}"
    if result.path:
        yield f"sh:resultPath {write(result.path)}"
    if result.value is not None:
        yield f"sh:value {write(result.value)}"
    yield f"sh:sourceShape {write(result.shape)}"
    yield f"sh:sourceConstraintComponent sh:{result.constraint}"
    yield f"sh:resultMessage {write(Value(result.message))}@en"


def _row(result: Result) -> tuple[str, ...]:
    path = short(result.path) if result.path else ""
    article, quote = result.article or "", result.quote or ""
    return result.severity, result.label, path, result.message, result.remedy, article, quote


def _cells(tag: str, texts: tuple[str, ...]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def _shown(value: str | Value | None) -> str | None:
    return value.text if isinstance(value, Value) else value


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
