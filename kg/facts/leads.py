"""Numbered meetings that a lead told of in other words: "Ministers met. The ninth meeting …"."""

from __future__ import annotations

from kg.facts.clusters import Cluster, Clusters
from kg.facts.references import Reference


def gathered(reference: Reference, cluster: Cluster) -> bool:
    """Return whether a number names "the gathering of leaders" of a lead."""
    near = cluster.first.sentence <= reference.sentence <= cluster.last.sentence + 2
    alone = cluster.heads == {"gathering"} and not (cluster.ordinals or cluster.organisations)
    level = reference.level is not None and reference.level in cluster.levels
    return bool(reference.mention.ordinal) and near and alone and level


def talked(reference: Reference, cluster: Cluster) -> bool:
    """Return whether a number names what a lead tells of: "Ministers met. The 9th Meeting …"."""
    last = cluster.last
    near = cluster.first.sentence <= reference.sentence <= last.sentence + 2
    plain = not cluster.ordinals and bool(cluster.heads & {"talks", "meeting"})
    owned = reference.mention.organisation in cluster.owned
    tense = (reference.mode == "planned") == cluster.planned
    level = reference.level is not None and reference.level in cluster.levels
    return bool(reference.mention.ordinal) and near and plain and owned and tense and level


def number(clusters: Clusters) -> None:
    """Join a session told of by number alone to the meeting that only a heading numbers so."""
    for cluster in list(clusters.all):
        titled = {r.mention.ordinal for r in cluster.references if r.title}
        told = {r.mention.ordinal for r in cluster.references if not r.title}
        for other in [c for c in clusters.all if c is not cluster and not c.bodies]:
            shared = other.ordinals & (titled - told - {None})
            if shared and {*other.organisations} & {*cluster.organisations}:
                clusters.all.remove(other)
                for reference in other.references:
                    cluster.add(reference)
