"""What identity costs over thousands of articles, and how right it is on names that vary.

The articles are synthetic: persons of a made world appear again and again,
their names spelled, shortened and turned round as reports do.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

from bench.measure import ROOT, Figure, python
from kg import namespaces, resources
from kg.formats import triples
from kg.graph import keys
from kg.graph.statements import state
from kg.identity import outlines
from kg.model import Article, Facts, Meeting, Office, Participant, Passage, Person
from kg.queries.results import Rows
from kg.store import Store

ARTICLES = 10_000
PERSONS_EACH = 10
BESIDE = f"a tenth of them, where n log n gives {10 * log(ARTICLES) / log(ARTICLES // 10):.1f}"
COUNTRIES, GIVEN, FAMILIES = 60, 80, 200
"""A country's names: few enough that families and initials are shared as they are in life."""

OFFICES = (
    *("President", "Prime Minister", "Foreign Minister", "Minister of Defence", "Speaker"),
    *("Secretary of the Security Council", "Ambassador", "Minister of Trade", "Deputy Premier"),
)
SPELLINGS = (
    *(("kh", "h"), ("oye", "oe"), ("aye", "ae"), ("zh", "j"), ("iy", "i"), ("ks", "x")),
    *(("Ye", "E"), ("ff", "v"), ("ee", "i"), ("ou", "u"), ("y", "i"), ("w", "v")),
)
"""How one report spells what another spells otherwise, each kept from both sides."""

CHILD = """
import json, re, sys, time
from pathlib import Path
from kg.identity import identify
from kg.store import Store
with Store(sys.argv[1], read_only=True) as store:
    start = time.process_time()  # one core's: others may be busy on the machine
    found = identify(store)
    spent = time.process_time() - start
status = Path("/proc/self/status")  # ru_maxrss would count the parent that was forked
told = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
peak = int(told[1]) / 1024 if told else float("nan")
print(json.dumps({"seconds": spent, "megabytes": peak, "canonical": found.canonical,
                  "parts": found.parts}))
"""


@dataclass(frozen=True, slots=True)
class Human:
    """A person of the made world: the years are those in which reports name the person."""

    given: str
    middle: str
    family: str
    country: str
    office: str
    since: int


def people(number: int, chance: random.Random) -> list[Human]:
    """Return `number` persons, no two of one country with one name."""
    given, family = _words("given-names.txt"), _words("family-names.txt")
    countries = chance.sample(sorted(keys.countries()), COUNTRIES)
    names = {c: (chance.sample(given, GIVEN), chance.sample(family, FAMILIES)) for c in countries}
    found: dict[tuple[str, str, str], Human] = {}
    while len(found) < number:
        country = chance.choice(countries)
        firsts, lasts = names[country]
        first, middle, last = chance.choice(firsts), chance.choice(firsts), chance.choice(lasts)
        human = Human(
            first, middle, last, country, chance.choice(OFFICES), chance.randint(1995, 2020)
        )
        found.setdefault((country, last, first), human)
    return list(found.values())


def _words(name: str) -> list[str]:
    lines = resources.lexicon(name).splitlines()
    return [line for line in lines if line.isalpha() and line.isascii() and len(line) > 2]


def printed(human: Human, chance: random.Random) -> str:
    """Return the person's name as a report may print it."""
    given, family = human.given, human.family
    if chance.random() < 0.15:
        for one, other in chance.sample(SPELLINGS, 3):
            given, family = given.replace(one, other), family.replace(one, other)
    draw = chance.random()
    if draw < 0.12:
        return f"{given[0]}. {human.middle[0]}. {family}"
    if draw < 0.2:
        return f"{given} {human.middle[0]}. {family}"
    return f"{given} {family}"


def article(number: int, world: list[Human], chance: random.Random) -> tuple[Facts, dict[str, int]]:
    """Return the facts of an article, and who each name is."""
    start = chance.randrange(len(world))
    close = [(start + chance.randrange(60)) % len(world) for _ in range(PERSONS_EACH)]
    named: dict[str, int] = {}
    for index in dict.fromkeys(close):
        named.setdefault(printed(world[index], chance), index)
    text = "Present were " + ", ".join(named) + "."
    year = max(world[i].since for i in named.values())
    identifier = f"a{number:05d}"
    persons, rows = [], []
    for name, index in named.items():
        human, at = world[index], text.index(name)
        told = (Passage(at, at + len(name), name),)
        party = human.country if chance.random() < 0.93 else None
        offices = (Office(human.office, party, told, "bench"),) if chance.random() < 0.8 else ()
        persons.append(Person(name, (), offices, told, "bench"))
        rows.append(Participant("m", name, party, told, "bench"))
    head = (Passage(0, 7, text[:7]),)
    day = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    meeting = Meeting(
        *("m", "meeting", None, None, None, day, None, None, None, None, "held"), head, "bench"
    )
    source = Article(identifier, text, published=day)
    return Facts(source, (meeting,), tuple(persons), tuple(rows)), named


def fill(folder: Path, number: int, chance: random.Random) -> dict[tuple[str, str], int]:
    """Build a store of `number` articles, as `kg build` does, with outlines.

    Return who each name of each article is.
    """
    world = people(number, chance)
    truth = {}
    with Store(folder) as store:
        batch: list[tuple[str, None, str | None]] = []
        for count in range(number):
            facts, named = article(count, world, chance)
            truth.update({(facts.article.id, name): index for name, index in named.items()})
            statements = state(facts)
            graph = triples.nquads(statements, namespaces.graph(facts.article.id))
            batch.append((graph, None, outlines.of_statements(statements)))
            if len(batch) == 100 or count == number - 1:
                store.fill(batch)
                batch.clear()
    return truth


def measure() -> Iterator[Figure]:
    """Yield the times over a tenth of the articles and over all, and print how right they are."""
    before = None
    for number in (ARTICLES // 10, ARTICLES):
        figure = run(number)
        ratio = figure.milliseconds / before if before else None
        yield Figure(figure.what, figure.milliseconds, 1, BESIDE if before else None, ratio)
        before = figure.milliseconds


def run(number: int) -> Figure:
    """Return the time of identity over `number` articles, its memory and figures in words."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "store"
        truth = fill(place, number, random.Random(4))
        told = subprocess.run(
            python("-c", CHILD, str(place)), cwd=ROOT, capture_output=True, check=True, text=True
        )
        found = json.loads(told.stdout)
        precision, recall = score(place, truth, found)
    what = (
        f"CPU time of identity over {number} articles, at most {found['megabytes']:.0f} MB,"
        f" B-cubed precision {precision:.4f} recall {recall:.4f}"
    )
    return Figure(what, found["seconds"] * 1000, 1)


def score(
    place: Path, truth: dict[tuple[str, str], int], found: dict[str, dict[str, str]]
) -> tuple[float, float]:
    """Return B-cubed precision and recall of who the names of all articles are."""
    question = """SELECT ?appearance ?person ?form WHERE {
      ?appearance a readout:Appearance ; readout:person ?person ; readout:form ?form }"""
    meant: dict[tuple[str, str], str] = {}
    with Store(place, read_only=True) as store:
        rows = store.query(question)
        assert isinstance(rows, Rows)  # what a SELECT gives
        for row in rows:
            appearance, node = str(row["appearance"]), str(row["person"])
            article = appearance.rpartition("/")[2].partition("--")[0]
            who = found["parts"].get(appearance) or found["canonical"].get(node, node)
            meant[article, str(row["form"])] = who
    return _cubed(meant, truth), _cubed({k: str(truth[k]) for k in meant}, meant)


def _cubed(groups: dict[tuple[str, str], str], labels: Mapping[tuple[str, str], object]) -> float:
    """Return how much of each name's group has its label, on average."""
    members: dict[str, dict[object, int]] = {}
    for name, group in groups.items():
        counts = members.setdefault(group, {})
        counts[labels[name]] = counts.get(labels[name], 0) + 1
    right = sum(
        n * n / sum(counts.values()) for counts in members.values() for n in counts.values()
    )
    return right / len(groups)
