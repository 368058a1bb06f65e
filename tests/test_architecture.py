"""The house keeps its shape: which room may know which, and how large a room may grow."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "kg"
LONGEST_FILE = 400

STAGES = {
    "read": ("reading",),
    "segment": ("document",),
    "find": ("mentions",),
    "assemble": ("facts",),
    "describe": ("graph",),
    "validate": ("validation",),
    "store": ("store",),
    "ask": ("queries",),
    "export": ("export", "quickstatements"),
    "identify": ("identity",),
    "link": ("link",),
}
"""The stages and their modules. What stands nowhere here is shared, and knows no stage."""

TOGETHER = {
    ("export", "ask"): "an export of a thing asks which thing is meant",
    ("identify", "describe"): "names are parted, and organisations spelled, as in their keys",
    ("link", "ask"): "links read rows of a store as questions do",
    ("link", "describe"): "a thing of a word list has the key that it has in a graph",
    ("link", "identify"): "names and titles are compared in one way, and rows are of one shape",
    ("store", "ask"): "a store offers to run a stored question",
    ("store", "export"): "a store offers to write itself",
}
"""Arrows between stages that are meant, with the reason."""

ABOVE = ("cli", "commands", "shards", "web", "__main__")
"""What knows the pipeline."""

ORDER = ("pipeline", "coverage", "evaluation", "__init__", *ABOVE)
"""What may know several stages: the order of them, what measures them, and what shows them."""

LIBRARIES = {
    "rdflib": ("graph", "validation", "formats", "queries", "store", "link"),
    "pyshacl": ("validation",),
    "shifty": ("validation",),
    "click": ("cli", "commands", "console"),
    "ahocorasick_rs": ("lexicon",),
    "SPARQLWrapper": ("link", "store"),
    "urllib.request": ("link", "reading"),
    "http": ("link", "reading", "store", "web"),
    "httpx": ("store",),
    "distributed": ("shards",),
    "socket": ("reading", "web"),
    "ssl": ("reading",),
    "subprocess": (),
    "random": (),
    "uuid": (),
    "secrets": (),
    "pickle": (),
    "rigour": ("lexicon",),
}
"""Libraries that only some rooms may import at run time."""


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name(file: Path) -> str:
    """Return a module's name below the package: "facts.acts", "store", "__init__" for its own."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


def statements(body: list[ast.stmt], *, lazy: bool) -> Iterator[ast.stmt]:
    """Yield the statements that run, with those of functions where `lazy`, never for types only."""
    for statement in body:
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            continue
        yield statement
        inside = isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for block in ("body", "orelse", "finalbody"):
            if lazy or not inside:
                yield from statements(getattr(statement, block, []), lazy=lazy)


def imports(file: Path, *, lazy: bool = True) -> set[str]:
    """Return what a module imports at run time, in full names; `from kg import x` is "kg.x"."""
    found: set[str] = set()
    for statement in statements(tree(file).body, lazy=lazy):
        if isinstance(statement, ast.Import):
            found.update(alias.name for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            assert statement.level == 0, f"{file.name}: imports are absolute"
            found.update(f"{statement.module}.{alias.name}" for alias in statement.names)
    return found


def modules(file: Path, *, lazy: bool = True) -> set[str]:
    """Return the modules of the package that a module imports, as `name` writes them."""
    known = {name(other) for other in files()}
    found = set()
    for full in imports(file, lazy=lazy):
        if full.startswith("kg."):
            inner = full.removeprefix("kg.")
            found.add(inner if inner in known else inner.rpartition(".")[0] or "__init__")
    return found - {name(file)}


def room(module: str) -> str:
    return module.partition(".")[0]


def stage(module: str) -> str | None:
    return next((stage for stage, rooms in STAGES.items() if room(module) in rooms), None)


def is_under(full: str, library: str) -> bool:
    return full == library or full.startswith(f"{library}.")


# --- who knows whom ------------------------------------------------------------------


def arrows() -> list[tuple[str, str]]:
    return [(name(file), other) for file in files() for other in sorted(modules(file))]


def test_stages_do_not_know_each_other() -> None:
    crossing = [
        f"{one} -> {other}"
        for one, other in arrows()
        if stage(one) and stage(other) and stage(one) != stage(other)
        if (stage(one), stage(other)) not in TOGETHER
    ]
    assert not crossing


def test_patterns_of_the_grammar_are_compiled_in_one_way() -> None:
    grammar = [file for file in files() if room(name(file)) in ("facts", "language", "mentions")]
    plain = [name(file) for file in grammar if "re" in imports(file)]
    allowed = ("expressions", "finders", "openings", "phrases")
    assert plain == [f"language.{one}" for one in allowed]


def test_what_is_shared_knows_no_stage() -> None:
    backwards = [
        f"{one} -> {other}"
        for one, other in arrows()
        if stage(other) and not stage(one) and room(one) not in ORDER
        if (one, other) != ("results", "turtle")  # triples that a query makes are written as Turtle
    ]
    assert not backwards


def test_only_what_stands_above_knows_the_pipeline() -> None:
    knowing = {room(one) for one, other in arrows() if other == "pipeline"}
    assert knowing <= set(ABOVE)
    assert "commands" in knowing


def test_nothing_below_knows_the_command() -> None:
    knowing = {one for one, other in arrows() if room(other) in (*ABOVE, "console")}
    assert {room(one) for one in knowing} <= {*ABOVE, "console"}


def test_no_module_waits_for_itself() -> None:
    ahead = {name(file): modules(file, lazy=False) - {"__init__"} for file in files()}
    while ahead:
        free = [module for module, waits in ahead.items() if not waits & ahead.keys()]
        rooms = [module for module in ahead if ahead[module] & ahead.keys() <= parts(module, ahead)]
        assert free or rooms, f"a circle of imports among {sorted(ahead)}"
        for module in free or rooms:
            del ahead[module]


def parts(module: str, among: dict[str, set[str]]) -> set[str]:
    """Return a package's own modules, which it may import while they import from it."""
    return {other for other in among if room(other) == room(module) and other != module}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_stays_in_its_rooms(library: str) -> None:
    using = {name(file) for file in files() if any(is_under(i, library) for i in imports(file))}
    assert {module for module in using if room(module) not in LIBRARIES[library]} == set()


def test_the_clock_is_for_waiting_and_progress_alone() -> None:
    asking = re.compile(r"\b(?:datetime|date|time)\.(?:now|today|time|monotonic|perf_counter)\(")
    found = {name(file) for file in files() if asking.search(file.read_text("utf-8"))}
    waiting = {
        "link.client",
        "reading.fetch",
        "store.engine",
        "store.pool",
        "store.remote.transport",
        "web.guard",  # a log has real times
    }
    assert found <= {"console", *waiting}, "the same input gives the same bytes: no clock"


def test_tests_and_benches_are_no_part_of_the_package() -> None:
    outside = {"tests", "conftest", "bench", "pytest", "hypothesis"}
    assert not [
        f"{name(file)}: {full}"
        for file in files()
        for full in imports(file)
        if full.partition(".")[0] in outside
    ]


# --- the rules see what they should --------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lazy", "found"),
    [
        ("import rdflib", False, {"rdflib"}),
        ("def f():\n    import rdflib", False, set()),
        (
            "def f():\n    from kg.graph.dataset import describe",
            True,
            {"kg.graph.dataset.describe"},
        ),
        ("class A:\n    def f(self):\n        import rdflib", True, {"rdflib"}),
        ("if TYPE_CHECKING:\n    import rdflib", True, set()),
        ("try:\n    import rdflib\nfinally:\n    import click", False, {"rdflib", "click"}),
        ("with x:\n    if y:\n        pass\n    else:\n        import click", True, {"click"}),
    ],
)
def test_imports_are_read_as_they_run(
    tmp_path: Path, text: str, lazy: bool, found: set[str]
) -> None:
    file = tmp_path / "module.py"
    file.write_text(text)
    assert imports(file, lazy=lazy) == found


def test_every_stage_has_its_modules() -> None:
    rooms = {room(name(file)) for file in files()}
    assert {module for listed in STAGES.values() for module in listed} <= rooms


# --- size and manner -----------------------------------------------------------------


def lines(paths: list[Path]) -> int:
    return sum(len(path.read_text("utf-8").splitlines()) for path in paths)


def test_no_file_grows_too_long() -> None:
    every = [*files(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    assert [
        f"{f.relative_to(ROOT)}: {lines([f])}" for f in every if lines([f]) > LONGEST_FILE
    ] == []


def test_there_is_a_line_of_test_for_each_line_of_code() -> None:
    code, tests = lines(files()), lines(sorted((ROOT / "tests").rglob("*.py")))
    assert tests >= code, f"{tests} lines of tests for {code} lines of code"


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_functions_can_be_seen_whole() -> None:
    sizes = [
        (node.body[-1].end_lineno or 0) - node.body[0].lineno + 1
        for file in files()
        for node in functions(file)
    ]
    assert statistics.median(sizes) <= 8
    assert sum(size <= 30 for size in sizes) >= 0.95 * len(sizes)


def test_every_module_says_what_it_is() -> None:
    silent = [name(file) for file in files() if not ast.get_docstring(tree(file))]
    assert [module for module in silent if room(module) != "link"] == []


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{name(file)}.{node.name}"
        for file in files()
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.mark.parametrize(
    "unwanted",
    [r"except:", r"except Exception\b", r"\bTODO\b", r"\bFIXME\b", "NotImplementedError"],
)
def test_nothing_is_left_for_later_or_swallowed(unwanted: str) -> None:
    found = [name(file) for file in files() if re.search(unwanted, file.read_text("utf-8"))]
    assert found == []


def test_each_exception_from_a_rule_has_its_reason() -> None:
    bare = re.compile(r"#\s*(?:type: ignore(?:\[[\w, -]+\])?|noqa(?:: [A-Z0-9, ]+)?)\s*$", re.M)
    assert [name(file) for file in files() if bare.search(file.read_text("utf-8"))] == []
