from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.annotate.mentions import mentions
from firsthand.domain import Mention, MentionKind, Sentence, Span, Token, ZoneKind
from firsthand.extract import plain_article

PERSON, BODY = MentionKind.PERSON, MentionKind.ORGANISATION
PLACE, PEOPLE = MentionKind.PLACE, MentionKind.NATIONALITY


@cache
def found(text: str) -> tuple[Mention, ...]:
    return Annotator().read(plain_article(text, item="invented")).mentions


def kinds(text: str) -> dict[str, MentionKind]:
    return {mention.name: mention.kind for mention in found(text)}


def labelled(text: str, *labels: tuple[str, str]) -> tuple[Mention, ...]:
    """Mentions of a text whose words are labelled by hand: what the recogniser says is given."""
    words: list[tuple[int, int]] = []
    at = 0
    for word in text.replace("-", " - ").replace(",", " ,").replace("'s", " 's").split():
        at = text.index(word, at)
        words.append((at, at + len(word)))
        at += len(word)
    by = {word: label for phrase, label in labels for word in phrase.split()}
    tokens = tuple(
        Token(
            start=start,
            end=end,
            lemma=text[start:end].lower(),
            pos="PROPN" if text[start].isupper() else "X",
            tag="",
            dep="",
            head=number,
            entity=by.get(text[start:end], ""),
        )
        for number, (start, end) in enumerate(words)
    )
    sentence = Sentence(
        span=Span(0, len(text)), zone=ZoneKind.BODY, paragraph=0, first=0, last=len(tokens)
    )
    return mentions(plain_article(text, item="invented"), tokens, (sentence,))


def test_a_hyphenated_given_name_is_kept_whole() -> None:
    names = [one.name for one in labelled("Yesterday Han Mi-rae spoke", ("Han Mi", "PERSON"))]
    assert names == ["Han Mi-rae"]


def test_a_family_name_with_particles_is_kept_whole() -> None:
    text = "Yesterday Greta van der Molen spoke"
    assert [one.name for one in labelled(text, ("Greta van der", "PERSON"), ("Molen", "GPE"))] == [
        "Greta van der Molen"
    ]


def test_names_are_not_merged_over_a_line_break() -> None:
    text = "Petra Lund\nBrussels Dispatch"
    names = [one.name for one in labelled(text, ("Petra Lund Brussels Dispatch", "PERSON"))]
    assert "Petra Lund" in names
    assert not any("\n" in name or "Lund Brussels" in name for name in names)


def test_a_title_is_no_part_of_a_name() -> None:
    text = "Walloon Transport Minister Elise Marchant resigned"
    names = [one.name for one in labelled(text, ("Transport Minister Elise Marchant", "PERSON"))]
    assert "Elise Marchant" in names
    assert not any("Minister" in name for name in names)


def test_a_spokeswoman_labelled_as_a_body_is_a_person() -> None:
    text = "Later Spokeswoman Elise Marchant resigned"
    assert {
        one.name: one.kind for one in labelled(text, ("Spokeswoman Elise Marchant", "ORG"))
    } == {"Elise Marchant": PERSON}


def test_a_possessive_is_cut_off() -> None:
    text = "Later Elise Marchant's office replied"
    assert [one.name for one in labelled(text, ("Elise Marchant 's", "PERSON"))] == [
        "Elise Marchant"
    ]


def test_a_place_labelled_as_a_product_is_a_place() -> None:
    assert labelled("Troops were seen near Kursk yesterday", ("Kursk", "PRODUCT"))[0].kind is PLACE


def test_one_name_has_one_kind_in_a_text() -> None:
    text = "Elise Marchant spoke yesterday, and Marchant replied, but Marchant, alone, stayed"
    answers = labelled(text, ("Elise Marchant", "PERSON"))
    assert {one.kind for one in answers} == {PERSON}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kremlin dismissed the report.", "Kremlin", BODY),
        ("NATO and the EU met in Brussels.", "NATO", BODY),
        ("Officials in Ghent closed the port.", "Ghent", PLACE),
        ("Two Belgian divers were rescued.", "Belgian", PEOPLE),
        ("The Foreign Ministry in Oslo declined to comment.", "Foreign Ministry", BODY),
        ("Anna Petersen told reporters she was safe.", "Anna Petersen", PERSON),
        ("Voters in Kent County, Michigan, chose a sheriff.", "Kent County", PLACE),
        ("The F.B.I. searched a house in Dallas.", "F.B.I.", BODY),
    ],
)
def test_a_name_is_of_the_kind_it_is(text: str, name: str, kind: MentionKind) -> None:
    assert kinds(text).get(name) is kind


def test_mentions_are_ascending_apart_and_spelt_as_in_the_text() -> None:
    text = "Anna Petersen of the Danish Red Cross flew from Copenhagen to Kyiv with Jens Holm."
    previous = 0
    for mention in found(text):
        assert mention.span.start >= previous
        previous = mention.span.end
        assert " ".join(mention.span.of(text).split()) == mention.name
        assert mention.reasons


def test_a_text_that_names_nobody_gives_nothing() -> None:
    assert found("it rained all day, and nobody came.") == ()


LABELS = ("", "PERSON", "ORG", "GPE", "NORP", "DATE", "PRODUCT")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ("Ana", "Minister", "of", "Kent", "'s", "-", "St.", "US", "de", "\n", "(")
            ),
            st.sampled_from(LABELS),
        ),
        max_size=12,
    )
)
def test_whatever_the_recogniser_says_names_are_apart(words: list[tuple[str, str]]) -> None:
    text = ""
    tokens: list[Token] = []
    for word, label in words:
        start = len(text)
        text += word + " "
        if word.strip():
            tokens.append(
                Token(start, start + len(word), word, "PROPN", "", "", len(tokens), label)
            )
    if not tokens:
        return
    sentence = Sentence(
        span=Span(0, len(text)), zone=ZoneKind.BODY, paragraph=0, first=0, last=len(tokens)
    )
    answers = mentions(plain_article(text, item="invented"), tuple(tokens), (sentence,))
    for one, following in pairwise(answers):
        assert one.span.end <= following.span.start
    for one in answers:
        assert "\n" not in one.span.of(text)


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("Harold King", "Harold King"),
        ("Anna Dean Petersen", "Anna Dean Petersen"),
        ("President Anna King", "Anna King"),
        ("Prime Minister Petersen", "Petersen"),
    ],
)
def test_a_title_that_is_a_family_name_stays(run: str, name: str) -> None:
    names = [one.name for one in labelled(f"Yesterday {run} resigned", (run, "PERSON"))]
    assert names == [name]


def test_titles_alone_are_no_name() -> None:
    assert labelled("Yesterday Prime Minister resigned", ("Prime Minister", "PERSON")) == ()


TITLED = """The board's managing director, Eng. Odo Wario, denied it. Arch. Lola Petit and Engr. Tunde Lind left.
Eng Wycliffe Petit met Datuk Rahman Lind and Eng Sok."""


def test_titles_with_a_full_stop_are_cut_off_and_are_nobody() -> None:
    named = {name for name, kind in kinds(TITLED).items() if kind is PERSON}

    assert {
        "Odo Wario",
        "Lola Petit",
        "Tunde Lind",
        "Wycliffe Petit",
        "Rahman Lind",
        "Eng Sok",
    } <= named
    assert not named & {"Eng", "Arch", "Engr", "Eng.", "Arch."}


def test_a_title_with_a_full_stop_ends_no_sentence() -> None:
    text = "The board's managing director, Eng. Odo Wario, denied it."

    assert len(Annotator().read(plain_article(text, item="invented")).sentences) == 1


def test_an_article_behind_a_full_stop_begins_no_part_of_a_name() -> None:
    assert not any(
        " The " in name for name in kinds("They told it on X. The USS Lind lay off Aden.")
    )


def test_a_thing_at_the_head_of_a_line_is_no_body() -> None:
    text = "Dam spillway fails near Kisumu; at least 23 dead\n\nThe dam was built in 1994."

    assert "Dam" not in kinds(text)


@pytest.mark.parametrize("thing", ["dam", "reservoir", "canal", "glacier", "creek"])
def test_what_a_dam_or_canal_is_called_is_no_body(thing: str) -> None:
    assert kinds(f"Engineers warned of Nyandi {thing} cracks.").get("Nyandi") in {None, PLACE}


def test_a_cabinet_secretarys_cabinet_is_no_body() -> None:
    assert "Cabinet" not in kinds("It will pay, Treasury Cabinet Secretary Mary Wario said.")
