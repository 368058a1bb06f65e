"""Dossiers: what is known of a thing, both ways, and the words behind each line."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples
from conftest import Approve

from kg.errors import UsageError
from kg.graph.statements import nquads
from kg.model import Article, Facts, Participant, Passage, Person
from kg.queries import things
from kg.queries.dossier import LIMIT, Dossier, Line, Quote, Section, dossier
from kg.store import Store

MEETING = "meeting:sco-secretaries-of-security-councils-11"


@pytest.fixture(scope="module")
def seed() -> Store:
    return Store.in_memory(samples.seed_quads())


@pytest.fixture(scope="module")
def everything() -> Store:
    return Store.in_memory(*samples.all_quads())


def section(told: Dossier, title: str) -> Section:
    return next(section for section in told.sections if section.title == title)


@pytest.mark.parametrize(
    ("thing", "kind", "name"),
    [
        ("person:ru-patrushev-n", "Person", "N. P. Patrushev"),
        ("person/ru-patrushev-n", "Person", "N. P. Patrushev"),
        ("ru-patrushev-n", "Person", "N. P. Patrushev"),
        ("https://w3id.org/readout/id/person/ru-patrushev-n", "Person", "N. P. Patrushev"),
        ("N. P. Patrushev", "Person", "N. P. Patrushev"),
        ("patrushev", "Person", "N. P. Patrushev"),
        ("RU", "Country", "Russia"),
        ("Russia", "Country", "Russia"),
        ("SCO", "Organisation", "SCO"),
        ("Tashkent", "Place", "Tashkent"),
        ("article:sco-tashkent-2016", "Article", "article:sco-tashkent-2016"),
        ("terrorism", "Topic", "terrorism"),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(
    thing: str, kind: str, name: str, seed: Store
) -> None:
    told = dossier(seed, thing)
    assert (told.kind, told.name) == (kind, name)


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("Atlantis", "no thing called 'Atlantis'"),
        ("person:xx-nobody-n", "says nothing of"),
        ("https://example.org/x", "says nothing of"),
        ("ZZ", "says nothing of"),
        ("sess:x", "no prefix 'sess'"),
        ("", "may be any of"),
    ],
)
def test_an_unknown_thing_is_refused_in_one_line(thing: str, words: str, seed: Store) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        dossier(seed, thing)
    assert "\n" not in str(caught.value)


def test_an_ambiguous_name_lists_what_it_may_mean(everything: Store) -> None:
    with pytest.raises(UsageError) as caught:
        dossier(everything, "security council")
    message = str(caught.value)
    assert "may be any of" in message
    assert "office:ru-secretary-of-security-council (Secretary of the Security Council)" in message


def test_a_long_list_of_matches_is_cut(everything: Store) -> None:
    with pytest.raises(UsageError, match=r"and \d+ more; give the one meant"):
        things.find(everything, "e")


def test_every_quote_replays_from_its_article(everything: Store) -> None:
    texts = {f.article.id: f.article.text for f in (samples.seed(), *samples.corpus())}
    told = [dossier(everything, thing) for thing in ("RU", "SCO", "Patrushev", MEETING)]
    quotes = [q for d in told for s in d.sections for line in s.lines for q in line.quotes]
    assert len(quotes) > 20
    for quote in quotes:
        assert texts[quote.article][quote.start : quote.end] == quote.text


def test_lines_of_attested_things_have_quotes(seed: Store) -> None:
    told = dossier(seed, MEETING)
    assert {s.title for s in told.sections} >= {"known", "takes part", "what was done"}
    assert all(line.quotes for s in told.sections for line in s.lines)


def test_a_person_is_told_with_meeting_office_and_party(seed: Store) -> None:
    told = dossier(seed, "Patrushev")
    (line,) = section(told, "takes part").lines
    assert line.text.endswith(
        "(2016-04-13); office: Secretary of the Security Council; party: Russia"
    )
    assert line.iri == "https://w3id.org/readout/id/meeting/sco-secretaries-of-security-councils-11"
    (office,) = section(told, "holds office").lines
    assert office.text == "office: Secretary of the Security Council; attested on: 2016-04-15"


def test_a_country_is_told_by_those_that_name_it(seed: Store) -> None:
    told = dossier(seed, "UZ")
    titles = [section.title for section in told.sections]
    assert titles == ["takes part", "chairs", "meetings in it", "offices", "places"]
    assert "Tashkent" in [line.text for line in section(told, "places").lines]


def test_quotes_behind_no_line_are_told_apart() -> None:
    text = "Talks in Riga. Ann Lee spoke. Lee, Ann (Ann B. Lee) agreed."
    forms = ("Ann Lee", "Ann B. Lee")
    words = [(text.index(form), text.index(form) + len(form)) for form in forms]
    person = Person(
        name="Ann Lee",
        aliases=("Ann B. Lee",),
        offices=(),
        evidence=tuple(Passage(a, b, text[a:b]) for a, b in words),
        rule="test",
    )
    store = Store.in_memory(nquads(Facts(Article("riga", text), persons=(person,))))
    told = dossier(store, "Ann Lee")
    assert told.also == ("Ann B. Lee",)
    assert [line.quotes for line in section(told, "words").lines] == [
        (Quote("Ann Lee", "riga", *words[0]),),
        (Quote("Ann B. Lee", "riga", *words[1]),),
    ]


def test_more_facts_than_can_be_read_are_counted() -> None:
    many = LIMIT + 3
    quads = []
    for number in range(many):
        gold = samples.seed()
        rows = (Participant("m1", None, "FJ", gold.meetings[0].evidence, "test"),)
        meeting = gold.meetings[0]
        facts = Facts(
            Article(f"a{number}", gold.article.text),
            meetings=(replace(meeting, ordinal=number + 1, chair=None),),
            participants=rows,
        )
        quads.append(nquads(facts))
    told = dossier(Store.in_memory(*quads), "FJ")
    part = section(told, "takes part")
    assert (len(part.lines), part.more) == (LIMIT, 3)
    assert "… and 3 more" in told.text()


def test_the_terminal_shows_it_as_approved(seed: Store, approve: Approve) -> None:
    golden = samples.TESTS / "golden" / "queries"
    approve(golden / "dossier-person.txt", dossier(seed, "Patrushev").text())
    approve(golden / "dossier-meeting.txt", dossier(seed, MEETING).text())


@pytest.mark.parametrize("width", [40, 60, 88, 200])
def test_the_terminal_text_keeps_its_width(width: int, seed: Store) -> None:
    lines = dossier(seed, MEETING).text(width).splitlines()
    longest = max(len(word) for line in lines for word in line.split())
    assert max(map(len, lines)) <= max(width, longest + 10)


def test_a_value_is_shown_by_the_quotes_that_print_it() -> None:
    text = "The parties met in Riga. The Vidzeme dialogue of Latvia opened at noon."
    words = ("The parties met in Riga", "Vidzeme dialogue of Latvia")
    passages = tuple(Passage(text.index(w), text.index(w) + len(w), w) for w in words)
    meeting = replace(
        samples.seed().meetings[0], place="Riga", country="LV", chair=None, evidence=passages
    )
    store = Store.in_memory(nquads(Facts(Article("riga", text), meetings=(meeting,))))
    lines = {line.text: line.quotes for line in section(dossier(store, MEETING), "known").lines}
    assert [quote.text for quote in lines["place: Riga"]] == [words[0]]
    assert [quote.text for quote in lines["country: Latvia"]] == [words[1]]
    assert [quote.text for quote in lines["status: held"]] == [words[0]]


def test_the_same_words_are_shown_once_for_lines_in_a_row() -> None:
    quote = (Quote("both", "a", 0, 4),)
    told = Dossier(
        "http://e/x",
        "Thing",
        "x",
        (),
        (Section("known", (Line("one", None, quote), Line("two", None, quote))),),
    )
    assert told.text().count("both") == 1


def test_a_notebook_shows_it_escaped() -> None:
    told = Dossier("http://e/x", "Thing", "<b>x</b>", (), ())
    assert told._repr_html_().startswith("<pre>&lt;b&gt;x&lt;/b&gt;")


def test_a_statement_is_quoted_from_an_article_that_makes_it() -> None:
    gold = samples.seed()
    quads = []
    for number, (text, place) in enumerate(
        (("The sides met.", "Riga"), ("They sat down.", "Oslo"))
    ):
        passage = (Passage(0, len(text), text),)
        meeting = replace(gold.meetings[0], place=place, country=None, chair=None, evidence=passage)
        quads.append(nquads(Facts(Article(f"a{number}", text), meetings=(meeting,))))
    told = dossier(Store.in_memory(*quads), MEETING)
    lines = {line.text: [q.text for q in line.quotes] for line in section(told, "known").lines}
    assert lines["place: Riga"] == ["The sides met."]
    assert lines["place: Oslo"] == ["They sat down."]
