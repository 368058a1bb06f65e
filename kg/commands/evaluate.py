"""`kg evaluate`: facts against gold facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.evaluation import Evaluation, Figures, Slot
    from kg.model import Facts

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("gold", type=FOLDER)
@click.argument("found", metavar="PREDICTED|TEXTS", type=FOLDER)
@click.option("--diff", is_flag=True, help="Show each fact that differs, in its sentence.")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="How the figures are written.  [default: text]",
)
@commands.output
def evaluate(gold: Path, found: Path, diff: bool, form: str, output: str | None) -> int:
    """Measure facts against gold facts, by kind of fact and by rule.

    GOLD is a folder of facts files, <name>.json. The second folder holds the
    facts that were found, under the same names, or else the texts, <name>.txt
    or .md, which are then read. An article that is missing or cannot be read
    counts as one in which nothing was found.
    """
    from kg import evaluation

    files = sorted(gold.glob("*.json"))
    if not files:
        raise InputError(f"{gold}: no facts files, *.json")
    pairs = [(_facts(file), _found(found, file.stem)) for file in files]
    judged = evaluation.evaluate(pairs)
    texts = {right.article.id: right.article.text for _, right in pairs if right}
    if form == "json":
        console.write(_json(judged), output)
    else:
        console.write("".join(f"{line}\n" for line in _text(judged, texts, diff)), output)
    return 0


def _facts(file: Path, text: str = "") -> Facts:
    import json

    from kg import codec

    try:
        return codec.decode(json.loads(file.read_text("utf-8")), text)
    except (ValueError, InputError) as error:
        raise InputError(f"{file}: {error}") from error


def _found(folder: Path, stem: str) -> Facts | None:
    """Return the facts of one article: as they lie in the folder, else read from its text."""
    if (folder / f"{stem}.json").is_file() and not _is_text(folder, stem):
        return _facts(folder / f"{stem}.json")
    from kg import pipeline
    from kg.reading import read

    for ending in (".txt", ".md"):
        if (folder / f"{stem}{ending}").is_file():
            try:
                return pipeline.extract(read(str(folder / f"{stem}{ending}")))
            except KgError as error:
                console.note(str(error))
                return None
    console.note(f"{stem}: neither facts nor text in {folder}")
    return None


def _is_text(folder: Path, stem: str) -> bool:
    """Tell a folder that holds gold beside its texts: there the texts are what is meant."""
    return any((folder / f"{stem}{ending}").is_file() for ending in (".txt", ".md"))


def _json(judged: Evaluation) -> str:
    import json

    kinds = {
        kind: {
            "gold": f.gold,
            "found": f.found,
            "right": f.right,
            "precision": round(f.precision, 4),
            "recall": round(f.recall, 4),
            "f1": round(f.f1, 4),
        }
        for kind, f in judged.by_kind().items()
    }
    rules = {rule: {"right": r, "found": n} for rule, (r, n) in judged.by_rule().items()}
    return json.dumps({"kinds": kinds, "rules": rules}, indent=1) + "\n"


def _text(judged: Evaluation, texts: dict[str, str], diff: bool) -> Iterator[str]:
    yield f"{'facts':<14}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    for kind, figures in judged.by_kind().items():
        yield _row(kind, figures)
    yield ""
    for rule, (right, found) in judged.by_rule().items():
        yield f"{rule:<36} right {right} of {found}"
    if diff:
        for slot in judged.misses():
            yield from _miss(slot, texts.get(slot.article, ""))


def _row(kind: str, f: Figures) -> str:
    counts = f"{kind:<14}{f.gold:>6}{f.found:>7}{f.right:>7}"
    return f"{counts}{f.precision:>11.3f}{f.recall:>8.3f}{f.f1:>7.3f}"


def _miss(slot: Slot, text: str) -> Iterator[str]:
    yield ""
    rule = f" by {slot.rule}" if slot.rule else ""
    yield f"{slot.article}: {slot.kind}{rule}"
    yield f"  gold:  {slot.gold or '-'}"
    yield f"  found: {slot.found or '-'}"
    if slot.evidence:
        yield f"  in:    {_context(text, slot.evidence[0].start, slot.evidence[0].end)}"


def _context(text: str, start: int, end: int) -> str:
    """Return a passage between marks, in its sentence: back and on to the nearest full stop."""
    first = max(text.rfind(stop, 0, start) + len(stop) for stop in (". ", "\n\n")) if text else 0
    after = [text.find(stop, end) for stop in (". ", ".\n", "\n\n")]
    last = min((place + 1 for place in after if place >= 0), default=len(text))
    whole = f"{text[max(first, 0) : start]}[{text[start:end]}]{text[end:last]}"
    return " ".join(whole.split())
