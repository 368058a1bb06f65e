"""Date and place of every meeting, those on the sidelines of another after that other.

Own words come first. Without them a meeting takes the day that the sentences
before tell of, and the place that the report was just speaking of or was
written from, where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.facts import nearby
from kg.facts.clusters import Cluster
from kg.facts.scene import Scene, Settled
from kg.facts.when import when
from kg.facts.where import where
from kg.language import expressions as re
from kg.language import words
from kg.model import Document, Mention, Mentions

_BESIDE = re.compile(
    r"\b(?:sidelines?|margins?|fringes?)\s+of\b|\b(?:[Aa]fter|[Ff]ollowing|[Aa]t\s+the\s+end\s+of)\s+the\b"
    r"|\b[Ww]hen\s+the\s+\w+\s+was\s+over\b"
)


_ASIDE = re.compile(
    r"\b[Ii]n\s+the\s+margins(?=,|\s+of\s+it\b)|\b[Oo]n\s+the\s+(?:sidelines|fringes)(?=,|\s+of\s+it\b)"
    r"|\b[Bb]etween\s+(?:the\s+)?sessions\b|\b(?:[Dd]uring|[Ii]n)\s+an?\s+(?:break|interval)\b"
    r"|\b[Ii]n\s+the\s+breaks?\b"
)


def settle(document: Document, found: Mentions, clusters: Sequence[Cluster]) -> list[Settled]:
    """Return when and where each meeting is, in the order of the meetings."""
    dates = words.by_sentence(document, list(found.dates))
    lands = [country for country in found.countries if country.form == "name"]
    everywhere: list[Mention] = sorted([*found.places, *lands], key=lambda m: m.start)
    places = words.by_sentence(document, everywhere)
    published = document.article.published
    main = next((n for n, one in enumerate(clusters) if not _to_come(one, published)), -1)
    ahead = (r.setting.place for c in clusters if c.planned for r in c.references)
    taken = frozenset(place.start for place in ahead if place)
    scenes = [
        Scene(document, dates, places, cluster, n == main, taken=taken)
        for n, cluster in enumerate(clusters)
    ]
    beside = [_is_beside(scene) for scene in scenes]
    spoken = _spoken(clusters)
    settled: dict[int, Settled] = {}
    late = [by or nearby.on_eve(scene) != 0 for by, scene in zip(beside, scenes, strict=True)]
    for n in sorted(range(len(scenes)), key=lambda n: (late[n], n)):
        here = spoken.get(scenes[n].first.sentence, []) if beside[n] else []
        host = next((settled[other] for other in here if other != n and other in settled), None)
        if host is None and n != main and _is_aside(scenes[n]):
            host = settled.get(main)
        before = (clusters[n - 1], settled[n - 1]) if n - 1 in settled else None
        chief = settled.get(main) if n != main else None
        trip = bool(clusters[main].persons) or "visit" in clusters[main].heads
        scene = replace(scenes[n], before=before, host=host, chief=chief, trip=trip)
        settled[n] = where(scene, when(scene))
    return [settled[n] for n in range(len(scenes))]


def _to_come(cluster: Cluster, published: str | None) -> bool:
    """Return whether a meeting is told of as planned, or all its dates lie ahead."""
    ahead = [date > (published or date)[: len(date)] for date in cluster.dates]
    return cluster.planned or (bool(ahead) and all(ahead))


def _is_beside(scene: Scene) -> bool:
    """Return whether a meeting is told of beside another, and is not itself that other."""
    sentence = scene.document.sentences[scene.first.sentence]
    hit = _BESIDE.search(scene.document.view, sentence.start, sentence.end)
    return hit is not None and not 0 <= scene.first.mention.start - hit.end() < len(" of the ")


def _is_aside(scene: Scene) -> bool:
    """Return whether a meeting was in the margins of what its sentence does not name again."""
    return _ASIDE.search(scene.text(scene.first.sentence)) is not None


def _spoken(clusters: Sequence[Cluster]) -> dict[int, list[int]]:
    """Return the numbers of the meetings that each sentence of the body speaks of."""
    spoken: dict[int, list[int]] = {}
    for number, cluster in enumerate(clusters):
        for reference in cluster.references:
            if not reference.title:
                spoken.setdefault(reference.sentence, []).append(number)
    return spoken
