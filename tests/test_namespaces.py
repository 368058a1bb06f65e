"""IRIs and keys: one thing one key, different things different keys, in plain ASCII."""

from __future__ import annotations

import ast
import re

import pyoxigraph as ox
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from kg import namespaces
from kg.graph import keys
from kg.model import Article, Facts, Meeting, Participant, Passage
from kg.namespaces import fold, join, link

PLAIN = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_])?")


def test_nothing_of_rdf_is_imported() -> None:
    tree = ast.parse((ROOT / "kg" / "namespaces.py").read_text("utf-8"))
    imports = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imports == {"__future__", "functools", "hashlib", "re", "unicodedata"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Secretary-General", "secretary-general"),
        ("Secretary General", "secretary-general"),
        ("  Council  of Ministers ", "council-of-ministers"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Cote d'Ivoire", "cote-divoire"),
        ("Čaputová", "caputova"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("ERDOĞAN", "erdogan"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("Æthelred", "aethelred"),
        ("11th–12th", "11th-12th"),
        ("C5+1", "c5-1"),
        ("ｆｕｌｌ", "full"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Москва", "Минск"), ("北京", "東京"), ("", "!"), ("Kim 김", "Kim 박"), ("١", "٢")],
)
def test_what_ascii_does_not_hold_is_kept_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert PLAIN.fullmatch(fold(one))


@given(st.text(max_size=300))
def test_any_text_folds_to_a_key(text: str) -> None:
    key = fold(text)
    assert PLAIN.fullmatch(key)
    assert len(key) <= namespaces.LONGEST_KEY
    assert "--" not in key
    assert fold(text) == key


@given(st.text(min_size=1, max_size=80))
def test_any_id_of_an_article_gives_an_iri(identifier: str) -> None:
    ox.NamedNode(namespaces.article(identifier))
    assert PLAIN.fullmatch(namespaces.article_key(identifier))


def test_an_id_that_is_a_key_stays() -> None:
    assert namespaces.article_key("sco-tashkent-2016") == "sco-tashkent-2016"
    assert namespaces.article_key("A_1.b") == "A_1.b"


@pytest.mark.parametrize("identifier", ["a b", "a/b", "a.", "-a", "ä", "a" * 200])
def test_an_id_that_is_no_key_is_told_from_the_one_it_folds_to(identifier: str) -> None:
    assert namespaces.article_key(identifier) != namespaces.article_key(fold(identifier))


def test_long_keys_keep_their_beginning_and_differ() -> None:
    one, other = join("m" * 100, "x" * 100), join("m" * 100, "x" * 99 + "y")
    assert one != other
    assert one.startswith("m" * 100)
    assert len(one) == len(other) == namespaces.LONGEST_KEY


def test_join_and_link_leave_out_what_is_missing() -> None:
    assert join("a", None, "", "b") == "a--b"
    assert link("a", None, "", "b") == "a-b"


def test_iris_by_kind() -> None:
    base = "https://w3id.org/readout/id/"
    assert namespaces.iri("person", "ru-patrushev-n") == f"{base}person/ru-patrushev-n"
    assert namespaces.graph("a-1") == f"{base}graph/a-1"
    assert namespaces.passage("a-1", 120, 160) == f"{base}article/a-1#char=120,160"
    assert namespaces.term("Meeting") == "https://w3id.org/readout/ontology#Meeting"


def test_the_base_can_be_set() -> None:
    assert namespaces.article("a", "https://x.example/") == "https://x.example/article/a"
    assert namespaces.prefixes("https://x.example/")["person"] == "https://x.example/person/"


@pytest.mark.parametrize(("kind", "key"), [("poem", "a"), ("person", "a b"), ("person", "")])
def test_what_is_no_kind_or_key_is_refused(kind: str, key: str) -> None:
    with pytest.raises(ValueError, match="no k"):
        namespaces.iri(kind, key)


def test_prefixes_cover_every_kind_in_order() -> None:
    prefixes = namespaces.prefixes()
    assert set(namespaces.KINDS) < set(prefixes)
    assert list(prefixes) == sorted(prefixes)


# --- persons --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("N. P. Patrushev", "RU", "ru-patrushev-n"),
        ("Nikolai Patrushev", "RU", "ru-patrushev-n"),
        ("Nikolai Platonovich Patrushev", "RU", "ru-patrushev-n"),
        ("Patrushev Nikolai Platonovich", "RU", "ru-patrushev-n"),
        ("Patrushev N.P.", "RU", "ru-patrushev-n"),
        ("PATRUSHEV Nikolai", "RU", "ru-patrushev-n"),
        ("Nikolai PATRUSHEV", "RU", "ru-patrushev-n"),
        ("Guo Shengkun", "CN", "cn-guo-s"),
        ("GUO Shengkun", "CN", "cn-guo-s"),
        ("Guo Shengkun", None, "shengkun-g"),
        ("Pham Binh Minh", "VN", "vn-pham-b"),
        ("Park Jin", "KR", "kr-park-j"),
        ("Ban Ki-moon", None, "ban-k"),
        ("Kim Jong-un", "KP", "kp-kim-j"),
        ("Taro Kono", "JP", "jp-kono-t"),
        ("Kono", "JP", "jp-kono"),
        ("Péter Szijjártó", "HU", "hu-szijjarto-p"),
        ("Luiz Inácio Lula da Silva", "BR", "br-silva-l"),
        ("Martin Luther King Jr.", "US", "us-king-m"),
        ("J. R. R. Oland", "QM", "qm-oland-j"),
        ("MIRA OLAND", "QM", "qm-oland-m"),
        ("S. Sang-Ho", "QM", "qm-sang-ho-s"),
    ],
)
def test_person_key(name: str, country: str | None, key: str) -> None:
    assert keys.person_key(name, country) == key


def test_parts_of_a_name() -> None:
    assert keys.split_name("Xi Jinping", "CN") == ("Xi", "Jinping")
    assert keys.split_name("N. B. Yermekbayev", "KZ") == ("Yermekbayev", "N. B.")
    assert keys.split_name("Pelé") == ("Pelé", "")


# --- offices, organisations, places ---------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Secretary of Security Council", "Secretary of the Security Council", True),
        ("Secretary-General", "Secretary General", True),
        ("foreign minister", "Foreign Minister", True),
        ("Minister of Foreign Affairs", "Minister for Foreign Affairs", False),
        ("Deputy Minister", "Minister", False),
    ],
)
def test_titles_meet_without_articles_and_case(one: str, other: str, same: bool) -> None:
    assert (keys.title_key(one) == keys.title_key(other)) is same


def test_an_office_of_nobody_named_is_its_holders_own() -> None:
    assert keys.office_key("President", None, "oland-m") != keys.office_key(
        "President", None, "sel-k"
    )
    assert keys.office_key("President", "QM", "oland-m") == "qm-president"


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("Tashkent", "UZ", "uz-tashkent"),
        ("Washington, D.C.", "US", "us-washington-d-c"),
        ("Tashkent", None, "tashkent"),
    ],
)
def test_place_key(name: str, country: str | None, key: str) -> None:
    assert keys.place_key(name, country) == key


def quoting(quote: str) -> tuple[Passage, ...]:
    return (Passage(0, len(quote), quote),)


def facts(*meetings: Meeting, participants: tuple[Participant, ...] = ()) -> Facts:
    return Facts(Article("sample", ""), meetings=meetings, participants=participants)


def meeting(key: str = "m1", name: str = "talks", **more: object) -> Meeting:
    empty = dict.fromkeys(
        ("ordinal", "organisation", "body", "start", "end", "place", "country", "chair")
    )
    values = empty | {"status": "held", "evidence": (), "rule": "sample"} | more
    return Meeting(key=key, name=name, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "quote", "organisation", "expected"),
    [
        ("KZ", "Kazakhstan", None, ("country", "KZ")),
        ("SCO", "the SCO", None, ("organisation", "sco")),
        ("EU", "the EU", None, ("organisation", "eu")),
        ("AU", "Commissioner of the AU", None, ("organisation", "au")),
        ("AU", "Australian Minister", None, ("country", "AU")),
        ("AU", "Australia told the AU", None, ("country", "AU")),
        ("AU", "African Union Commissioner", None, ("organisation", "au")),
        ("AU", "Commissioner of the African Union", None, ("organisation", "au")),
        ("AU", "Mr Oland", "AU", ("organisation", "au")),
        ("AU", "Mr Oland", None, ("country", "AU")),
        ("IN", "TALKS HELD IN PORT SEL", None, ("country", "IN")),
        ("US", "the US side", None, ("country", "US")),
    ],
)
def test_a_party_is_a_country_or_an_organisation(
    value: str, quote: str, organisation: str | None, expected: tuple[str, str]
) -> None:
    known = facts(meeting(organisation=organisation))
    assert keys.party(value, known, quoting(quote)) == expected


def test_an_organisation_is_told_from_a_country_of_two_letters() -> None:
    known = facts()
    union = keys.owner_key("AU", known, quoting("the AU"))
    assert union == "organisation-au"
    assert keys.owner_key("AU", known, quoting("Australia")) == "AU"
    assert keys.owner_key("EU", known) == "eu"


# --- meetings -------------------------------------------------------------------------------


def key_of(sample: Meeting, people: dict[str, str], *names: str) -> str:
    rows = tuple(Participant(sample.key, name, None, (), "sample") for name in names)
    return keys.meeting_key(sample, facts(sample, participants=rows), people)


PEOPLE = {"Mira Oland": "qm-oland-m", "Kor Sel": "qn-sel-k"}


@pytest.mark.parametrize(
    ("sample", "names", "key"),
    [
        (
            meeting(organisation="SCO", body="Heads of State Council", ordinal=16),
            (),
            "sco-heads-of-state-council-16",
        ),
        (
            meeting(organisation="SCO", body="Council", start="2016-06-23"),
            (),
            "sco-council-2016-06-23",
        ),
        (meeting(name="16th SCO Summit", organisation="SCO", ordinal=16), (), "sco-summit-16"),
        (
            meeting(name="16th summit of the SCO", organisation="SCO", ordinal=16),
            (),
            "sco-summit-16",
        ),
        (
            meeting(name="CSTO Council", organisation="CSTO", body="CSTO Council", ordinal=2),
            (),
            "csto-council-2",
        ),
        (
            meeting(start="2031-05-04", place="Port Sel"),
            ("Mira Oland", "Kor Sel"),
            "2031-05-04--port-sel--qm-oland-m--qn-sel-k",
        ),
        (
            meeting(start="2031-05-04", place="Port Sel"),
            ("Kor Sel", "Mira Oland"),
            "2031-05-04--port-sel--qm-oland-m--qn-sel-k",
        ),
        (meeting(start="2031-05-04", place="Port Sel"), ("Kor Sel",), "sample--talks"),
        (meeting(start="2031-05", place="Port Sel"), ("Kor Sel", "Mira Oland"), "sample--talks"),
        (meeting(body="working group", ordinal=3), (), "sample--talks"),
        (meeting(organisation="SCO", body="Council", start="2016"), (), "sample--talks"),
    ],
)
def test_meeting_key(sample: Meeting, names: tuple[str, ...], key: str) -> None:
    assert key_of(sample, PEOPLE, *names) == key


# --- instruments and collisions -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "proper"),
    [
        ("SCO Convention on the fight against extremism", True),
        ("CSTO Council's decision to assist Kirovia", True),
        ("Master Plan on ASEAN Connectivity", True),
        ("joint statement", False),
        ("minutes", False),
        ("Joint Declaration", False),
        ("MoU on broadcasting", False),
        ("Memorandum of Understanding on Gender Equality", False),
        ("trade agreement with the EU", False),
        ("SCO Charter", True),
        ("Charter", False),
        ("SCO plan", False),
    ],
)
def test_a_proper_title_names_one_document_in_the_world(title: str, proper: bool) -> None:
    assert keys.is_proper(title) is proper


def test_settle_leaves_what_is_apart() -> None:
    assert keys.settle([("a", "x"), ("b", "y")]) == ("a", "b")


def test_settle_parts_what_would_meet() -> None:
    assert keys.settle([("a", "x", "1"), ("a", "y", "2"), ("b", "x", "3")]) == ("a--x", "a--y", "b")
    assert keys.settle([("a", "x", "1"), ("a", "x", "2")]) == ("a--x--1", "a--x--2")


def test_settle_leaves_equals_together() -> None:
    assert keys.settle([("a", "x"), ("a", "x")]) == ("a", "a")


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.text("0123", min_size=1)))
)
def test_settle_is_one_to_one_and_heeds_no_order(rows: list[tuple[str, str, str]]) -> None:
    settled = dict(zip(rows, keys.settle(rows), strict=True))
    assert len(set(settled.values())) == len(set(rows))
    back = list(reversed(rows))
    assert dict(zip(back, keys.settle(back), strict=True)) == settled


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SCO", "sco"),
        ("Shanghai Cooperation Organisation", "sco"),
        ("the Shanghai Cooperation Organization", "sco"),
        ("League of Kirovia", "league-of-kirovia"),
        ("the League of Kirovia", "league-of-kirovia"),
    ],
)
def test_an_organisation_of_the_word_list_has_one_key(name: str, key: str) -> None:
    assert keys.organisation_key(name) == key


def test_only_a_form_of_one_organisation_stands_for_it() -> None:
    assert keys.organisations()["sco"] == "SCO"
    assert not [form for form in keys.organisations() if form.startswith("?")]
    assert [code for code in keys.countries() if fold(code) in keys.organisations()] == ["AU"]


def test_word_list_of_countries_is_read() -> None:
    table = keys.countries()
    assert table["UZ"][0] == "Uzbekistan"
    assert "Uzbek" in table["UZ"]
