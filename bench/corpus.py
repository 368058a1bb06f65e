"""Corpora for measuring: articles of templates of our own with the facts they state, any size.

    python -m bench.corpus 2000 out/corpus.jsonl

Article n of one seed is the same in a corpus of any size. Persons, countries, bodies and
sessions come again in many articles, as they do in the news: of 20,000 articles two or three
report one session, and a minister stands in a dozen.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from kg.lexicon import countries, family_names, given_names
from kg.model import Article

SEED = 5
"""The corpus that `make bench` measures on."""

TERM = 3
"""Years that a minister of the corpus stays in office."""

YEARS = range(1994, 2024)

COUNTRIES = (
    *("AM", "AZ", "BY", "CN", "EG", "ET", "FI", "FR", "GE", "HU", "ID", "IN", "IT", "JO", "JP"),
    *("KE", "KG", "KZ", "MA", "MN", "MT", "MY", "NO", "OM", "PE", "PH", "PK", "PL", "PT", "QA"),
    *("RS", "SE", "SG", "TH", "TJ", "TN", "TR", "UG", "UZ", "VN", "ZM"),
)
BODIES = {
    "ASEAN": "Association of Southeast Asian Nations",
    "BSEC": "Organisation of the Black Sea Economic Cooperation",
    "CIS": "Commonwealth of Independent States",
    "ECO": "Economic Cooperation Organisation",
    "EAC": "East African Community",
    "IORA": "Indian Ocean Rim Association",
    "OTS": "Organisation of Turkic States",
    "SAARC": "South Asian Association for Regional Cooperation",
    "SCO": "Shanghai Cooperation Organisation",
}
PORTFOLIOS = (
    *("Trade", "Energy", "Transport", "Agriculture", "Health", "Education", "Culture", "Labour"),
    *("Justice", "Finance", "Tourism", "Forestry", "Fisheries", "Mining", "Housing", "Science"),
    *("Sport", "Environment", "Industry", "Railways", "Communications", "Youth", "Commerce"),
    *("Planning", "Shipping", "Statistics", "Technology", "Aviation", "Water", "Welfare"),
)
SUBJECTS = (
    *("border trade", "customs clearance", "railway freight", "water management", "food security"),
    *("grid interconnection", "plant quarantine", "vaccine supply", "student exchange", "tourism"),
    *("air services", "disaster relief", "digital signatures", "fisheries", "seed certification"),
    *("museum loans", "language teaching", "hydropower", "road safety", "cross-border payments"),
)
ASPECTS = (
    *("winter", "mountain", "seasonal", "rural", "urban", "coastal", "island", "inland"),
    *("sustainable", "small-scale"),
)
KINDS = {
    "protocol": "Protocol on {} for {}-{}",
    "memorandum": "Memorandum of Understanding on {} for {}-{}",
    "agreement": "Agreement on {} for {}-{}",
    "plan": "Action Plan on {} for {}-{}",
    "programme": "Programme of Cooperation on {} for {}-{}",
}
_UNITS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
ORDINALS = (*_UNITS, "twentieth", *(f"twenty-{unit}" for unit in _UNITS[:9]), "thirtieth")
REMARKS = (
    "The participants thanked the interpreters and the staff of the conference centre.",
    "It was stressed that experts will continue to meet between the sessions.",
    "The sides expressed their appreciation for the warm hospitality of the hosts.",
    "Speakers said that the results of recent years give grounds for confidence.",
    "The delegations emphasised that small enterprises should benefit first.",
    "It was pointed out that procedures at the border still take too long.",
    "The exchange took place in a friendly and constructive atmosphere.",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with what it states, as a JSON object of the facts format."""

    article: Article
    known: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Minister:
    """A person in the one office that he or she holds in the corpus."""

    name: str
    portfolio: str
    country: str

    @property
    def title(self) -> str:
        return f"Minister of {self.portfolio}"

    @property
    def full(self) -> str:
        return f"{self.title} of {named(self.country)} {self.name}"


def named(code: str) -> str:
    """Return the name of a country as it stands in a sentence."""
    name = countries()[code].name
    return f"the {name}" if name in ("Philippines", "United Arab Emirates") else name


@cache
def _names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return given and family names that are each no more than that."""
    given = sorted(n for n in given_names() - family_names() if n.isascii() and 3 < len(n) < 9)
    family = sorted(n for n in family_names() - given_names() if n.isascii() and 4 < len(n) < 11)
    return tuple(given), tuple(family)


@cache
def minister(seed: int, portfolio: str, country: str, term: int) -> Minister:
    """Return who holds a portfolio in a term, the same wherever it is asked for."""
    chance = Random(f"{seed}/{portfolio}/{country}/{term}")
    given, family = _names()
    return Minister(f"{chance.choice(given)} {chance.choice(family)}", portfolio, country)


@dataclass(frozen=True, slots=True)
class Session:
    """A session of ministers, which several articles report: where, when, who and on what."""

    body: str
    portfolio: str
    year: int
    day: date
    present: tuple[Minister, ...]
    subjects: tuple[str, ...]


@cache
def session(seed: int, body: str, portfolio: str, year: int) -> Session:
    """Return the session of a year, the same for each article that reports it."""
    chance = Random(f"{seed}/{body}/{portfolio}/{year}")
    day = date(year, 1, 10) + timedelta(days=chance.randrange(330))
    term = (year - YEARS.start) // TERM
    present = tuple(minister(seed, portfolio, code, term) for code in chance.sample(COUNTRIES, 9))
    subjects = tuple(f"{chance.choice(ASPECTS)} {each}" for each in chance.sample(SUBJECTS, 4))
    return Session(body, portfolio, year, day, present, subjects)


def samples(count: int, seed: int = SEED) -> Iterator[Sample]:
    """Yield `count` articles with the facts they state."""
    for number in range(count):
        yield _sample(number, seed)


def _sample(number: int, seed: int) -> Sample:
    chance = Random(f"{seed}/{number}")
    body, portfolio = chance.choice(sorted(BODIES)), chance.choice(PORTFOLIOS)
    told = session(seed, body, portfolio, chance.choice(YEARS))
    present = (told.present[0], *chance.sample(told.present[1:], 6))
    scene = _Scene(
        chance, body, portfolio, ORDINALS[told.year - YEARS.start], told.day, present, told.subjects
    )
    identifier = f"sample-{seed}-{number:06d}"
    url = f"https://news.example/{told.year}/{identifier}"
    text = "\n\n".join(scene.paragraphs()) + "\n"
    article = Article(identifier, text, url=url, published=told.day.isoformat())
    return Sample(article, {"id": identifier, "url": url} | scene.known())


@dataclass(frozen=True)
class _Scene:
    """What one article tells: a session, talks beside it, and the session that is to come."""

    chance: Random
    body: str
    portfolio: str
    ordinal: str
    day: date
    present: tuple[Minister, ...]
    subjects: tuple[str, ...]

    @property
    def host(self) -> Minister:
        return self.present[0]

    @property
    def city(self) -> str:
        return countries()[self.host.country].capital

    @property
    def session(self) -> str:
        return f"{self.ordinal} session of the Council of Ministers of {self.portfolio}"

    @property
    def next_place(self) -> str:
        return self.present[1].country

    def documents(self) -> list[tuple[str, str, str]]:
        """Return kind, name and period of the two documents of the session and of the draft."""
        first = self.day.year + 1
        kinds = sorted(KINDS)
        picked = [kinds[(self.day.day + step) % len(kinds)] for step in range(3)]
        return [
            (kind, KINDS[kind].format(subject, first, first + 4), f"{first}-{first + 4}")
            for kind, subject in zip(picked, self.subjects, strict=False)
        ]

    def paragraphs(self) -> Iterator[str]:
        long = f"{self.day.day} {self.day:%B %Y}"
        one, two, *rest = self.present[1:]
        (_, signed, _), (_, adopted, _), (_, draft, _) = self.documents()
        remarks = self.chance.sample(REMARKS, 5)
        yield f"{self.ordinal.capitalize()} session of {self.body} ministers held in {self.city}"
        yield (
            f"{self.city.upper()}, {long} - The {self.session} of the {BODIES[self.body]}"
            f" ({self.body}) took place in {self.city} on {long}. The session was chaired by"
            f" the {self.host.full}. {remarks[0]}"
        )
        listed = ", ".join(f"the {who.full}" for who in rest[:-1])
        yield (
            f"The session was attended by the {one.full}, the {two.full}, {listed} and"
            f" the {rest[-1].full}. {remarks[1]}"
        )
        yield (
            f"The ministers discussed {self.subjects[0]}, {self.subjects[1]} and"
            f" {self.subjects[2]}. {remarks[2]} They exchanged views on {self.subjects[3]}."
        )
        yield (
            f"Following the session the {signed} was signed. The ministers also adopted"
            f" the {adopted}. {remarks[3]}"
        )
        yield (
            f"On the sidelines of the session, the {one.full} met with the {two.full} in"
            f" {self.city}. The two ministers discussed {self.subjects[3]}."
        )
        yield (
            f"The next session will be held in {countries()[self.next_place].capital} in"
            f" {self.day.year + 1}. The {draft} is to be adopted there. {remarks[4]}"
        )

    def known(self) -> dict[str, Any]:
        day, kinds = self.day.isoformat(), self.documents()
        doings = (("signed", "m1"), ("adopted", "m1"), ("to-be-adopted", "m3"))
        return {
            "published": day,
            "meetings": [
                _meeting("m1", self.session, self.body, day, self.city, self.host, "held"),
                _meeting("m2", "talks", None, day, self.city, self.host, "held"),
                _meeting(
                    "m3", "next session", self.body, str(self.day.year + 1),
                    countries()[self.next_place].capital, self.present[1], "planned",
                ),
            ],
            "persons": [
                {"name": p.name, "aliases": [], "offices": [{"title": p.title, "of": p.country}]}
                for p in self.present
            ],
            "participants": [
                {"meeting": key, "person": who.name, "party": who.country}
                for key, group in (("m1", self.present), ("m2", self.present[1:3]))
                for who in group
            ],
            "instruments": [
                {"key": f"i{n}", "name": name, "kind": kind, "period": period,
                 "actions": [{"action": doing, "meeting": key}]}
                for n, ((kind, name, period), (doing, key)) in enumerate(
                    zip(kinds, doings, strict=True), 1)
            ],
            "topics": list(self.subjects),
        }  # fmt: skip


def _meeting(
    key: str, name: str, body: str | None, start: str, place: str, host: Minister, status: str
) -> dict[str, Any]:
    return {
        "key": key, "name": name, "organisation": body, "start": start, "end": None,
        "place": place, "country": host.country, "status": status,
    }  # fmt: skip


def row(sample: Sample) -> str:
    """Return an article as a line of a table that `kg build` reads."""
    article = sample.article
    fields = {"id": article.id, "text": article.text, "url": article.url}
    return json.dumps(fields | {"published": article.published}, ensure_ascii=False) + "\n"


def write(path: Path, count: int, seed: int = SEED) -> None:
    """Write a corpus as a table of articles; one that is there is kept."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        file.writelines(map(row, samples(count, seed)))
    part.replace(path)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
