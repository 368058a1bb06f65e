"""Which posts of a group one person can hold together, and the owner that they share."""

from __future__ import annotations

from dataclasses import replace

from kg.language import expressions as re
from kg.mentions.offices import Post

# A chair of "the Council" beside an office of a country: the organ is of an organisation.
OF_ORGAN = re.compile(
    r"(?:Co-)?[Cc]hair\w*(?: of the (?:\w+|[A-Z]\w+ (?:Council|Assembly|Conference|Community|Forum"
    r"|Organi[sz]ation|Summit|Union)))?\Z"
)


def own(posts: tuple[Post, ...], behind: bool = False) -> tuple[Post, ...]:
    """Return the posts of a group that one person can hold together, with a shared owner.

    Posts of two countries belong to two persons: the one nearest to the name stays. A country
    named once serves the whole group; an organisation named behind serves those before it
    ("Chairman and CEO of X"), one named before those after it.
    """
    if len(posts) > 1 and posts[-1].country and posts[-1].side == "before":
        posts = tuple(p for p in posts if p.of or " " in p.title)  # the Minister and Peru's envoy N
    countries = {post.of for post in posts if post.country}
    if len(countries) > 1:
        return posts[:1] if behind else posts[-1:]
    if countries:
        country = next(iter(countries))
        return tuple(
            post
            if post.of or OF_ORGAN.match(post.title)
            else replace(post, of=country, country=True)
            for post in posts
        )
    shared = list(posts)
    for i, post in enumerate(posts):
        nearest = _sharer(posts, i)
        bare = " of " not in post.title and " for " not in post.title
        if post.of is None and nearest is not None and bare:
            shared[i] = replace(post, of=nearest.of)
    return tuple(shared)


def _sharer(posts: tuple[Post, ...], i: int) -> Post | None:
    after = next((p for p in posts[i + 1 :] if p.of), None)
    if after is not None and after.side == "behind":
        return after
    before = next((p for p in reversed(posts[:i]) if p.of), None)
    return before if before is not None and before.side == "before" else None
