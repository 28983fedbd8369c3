"""Whole stories settled from readings made by hand: no parser, no model."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import (
    Actor,
    Article,
    ArticleId,
    CopyLink,
    CopyRelation,
    DateBasis,
    DateBound,
    Manner,
    Mention,
    MentionKind,
    Reading,
    Sentence,
    SettledStory,
    Span,
    SpeakerKind,
    Statement,
    StatementId,
    Story,
    StoryId,
    Zone,
    ZoneKind,
)
from firsthand.settle import settle


def reading(
    name: str,
    text: str,
    *,
    people: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    says: tuple[tuple[str, str, SpeakerKind], ...] = (),
    day: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """A reading with the mentions and statements named; `says` is content, speaker, kind."""
    mentions = [
        Mention(span=Span(m.start(), m.end()), kind=kind, name=form)
        for forms, kind in ((people, MentionKind.PERSON), (bodies, MentionKind.ORGANISATION))
        for form in forms
        for m in re.finditer(re.escape(form), text)
    ]
    statements = []
    for content, speaker, kind in says:
        start = text.index(content)
        at = text.find("said", start)
        cue = (Span(at, at + 4),) if at >= 0 else ()
        name_at = text.find(speaker, start + len(content))
        opens = max(text.rfind(mark, 0, name_at) for mark in (", ", ". ")) + 2
        source = (Span(opens, name_at + len(speaker)),) if name_at >= 0 else ()
        statements.append(
            Statement(
                id=StatementId(f"s{name}{start}"), article=ArticleId(name),
                content=(Span(start, start + len(content)),), cue=cue, source=source, speaker=speaker,
                speaker_kind=kind, manner=Manner.INDIRECT,
            )
        )  # fmt: skip
    sentences = tuple(
        Sentence(span=Span(m.start(), m.end()), zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
        for m in re.finditer(r"[^.\n]+\.", text)
    )
    return Reading(
        article=Article(
            id=ArticleId(name), item=name, text=text, raw_text=text, sha256="0" * 64, outlet=outlet,
            zones=(Zone(span=Span(0, len(text)), kind=ZoneKind.BODY),), published=day,
            published_basis=DateBasis.STATED if day else DateBasis.UNKNOWN,
        ),
        mentions=tuple(sorted(mentions, key=lambda m: m.span)),
        sentences=sentences,
        statements=tuple(statements),
    )  # fmt: skip


def settled(*readings: Reading, links: tuple[CopyLink, ...] = ()) -> SettledStory:
    story = Story(id=StoryId("t"), title="", articles=tuple(sorted(r.article.id for r in readings)))
    return settle(story, readings, links, ())


def actor(story: SettledStory, name: str) -> Actor:
    return next(a for a in story.actors if a.name == name)


ONE = reading(
    "one", "The pier is shut, Northern Ferries spokesman Per Lind said.",
    people=("Per Lind",), bodies=("Northern Ferries",), says=(("The pier is shut", "Per Lind", SpeakerKind.PERSON),),
)  # fmt: skip
TWO = reading(
    "two", "It will open on Monday, Lind said. Ola Kos, a passenger, said she would wait.",
    people=("Lind", "Ola Kos"),
    says=(
        ("It will open on Monday", "Lind", SpeakerKind.PERSON),
        ("she would wait", "Ola Kos", SpeakerKind.PERSON),
    ),
)  # fmt: skip


def test_a_role_told_in_one_article_holds_in_all() -> None:
    story = settled(ONE, TWO)

    said = [(s.speaker, s.authority) for r in story.readings for s in r.statements]
    assert said == [
        ("Per Lind", "Northern Ferries"),
        ("Per Lind", "Northern Ferries"),
        ("Ola Kos", None),
    ]
    assert actor(story, "Per Lind").roles == ("spokesman",)


def test_organs_of_several_states_are_their_states() -> None:
    text = "It is ours, Danish Foreign Minister Ida Holm said. It is not, the Kremlin said."
    story = settled(
        reading(
            "one", text, people=("Ida Holm",), bodies=("Kremlin",),
            says=(("It is ours", "Ida Holm", SpeakerKind.PERSON), ("It is not", "the Kremlin", SpeakerKind.BODY)),
        )
    )  # fmt: skip

    assert (actor(story, "Ida Holm").authority, actor(story, "Ida Holm").state) == ("Denmark", "DK")
    assert (actor(story, "Kremlin").authority, actor(story, "Kremlin").state) == ("Russia", "RU")


def test_a_minister_below_the_state_speaks_for_that_government() -> None:
    text = "It is safe, Bavarian Environment Minister Ida Holm said."
    story = settled(
        reading(
            "one",
            text,
            people=("Ida Holm",),
            says=(("It is safe", "Ida Holm", SpeakerKind.PERSON),),
        )
    )

    assert actor(story, "Ida Holm").authority == "Bavarian government"
    assert actor(story, "Ida Holm").state is None


def test_a_former_director_speaks_for_nobody() -> None:
    text = "It was known, former Northern Ferries director Per Lind said."
    story = settled(
        reading(
            "one", text, people=("Per Lind",), bodies=("Northern Ferries",),
            says=(("It was known", "Per Lind", SpeakerKind.PERSON),),
        )
    )  # fmt: skip

    assert actor(story, "Per Lind").authority is None


DATED = reading(
    "dated", "The minister confirmed on 12 May that the old lock had failed, she said.", day="2031-05-12",
    says=(("that the old lock had failed", "Ida Holm", SpeakerKind.PERSON),), people=("Ida Holm",),
)  # fmt: skip
UNDATED = reading(
    "undated", "Ida Holm on Monday said that the old lock had failed. More is due on Friday.",
    says=(("that the old lock had failed", "Ida Holm", SpeakerKind.PERSON),), people=("Ida Holm",),
)  # fmt: skip


def test_a_weekday_of_an_utterance_that_a_dated_article_dates_bounds_the_date() -> None:
    dated = reading(
        "dated", "Ida Holm said on Monday that the old lock had failed.", day="2031-05-12",
        says=(("that the old lock had failed", "Ida Holm", SpeakerKind.PERSON),), people=("Ida Holm",),
    )  # fmt: skip
    statement = dated.statements[0]
    object.__setattr__(statement, "said_on", "2031-05-12")

    found = settled(dated, UNDATED).readings[1].article

    assert found.published == "2031-05-12"
    assert found.published_basis is DateBasis.INFERRED
    assert found.published_bound is DateBound.NOT_BEFORE
    assert found.published_evidence is not None
    assert found.published_evidence.span.of(found.text) == "Monday"


def test_a_weekday_that_does_not_fit_bounds_nothing() -> None:
    undated = reading(
        "undated", "Ida Holm on Tuesday said that the old lock had failed.",
        says=(("that the old lock had failed", "Ida Holm", SpeakerKind.PERSON),), people=("Ida Holm",),
    )  # fmt: skip
    object.__setattr__(DATED.statements[0], "said_on", "2031-05-12")

    found = settled(DATED, undated).readings[1].article

    assert found.published is None
    assert found.published_basis is DateBasis.UNKNOWN


def test_a_whole_copy_is_not_before_the_text_it_copies() -> None:
    source = reading("source", "The lock failed.", day="2031-05-12T09:00:00+02:00")
    copy = reading("copy", "The lock failed.")
    link = CopyLink(
        original=ArticleId("source"), copy=ArticleId("copy"), relation=CopyRelation.WHOLE, share=1.0,
        direction_basis="credit",
    )  # fmt: skip

    found = settled(source, copy, links=(link,)).readings[0].article

    assert (found.id, found.published) == ("copy", "2031-05-12")


def test_a_full_date_in_the_text_bounds_it() -> None:
    found = settled(reading("one", "The lock failed on Monday, May 12, 2031.")).readings[0].article

    assert (found.published, found.published_bound) == ("2031-05-12", DateBound.NOT_BEFORE)


def test_a_stated_date_is_left_alone() -> None:
    stated = reading("one", "The lock failed on May 12, 2031.", day="2031-05-13")

    found = settled(stated).readings[0].article

    assert (found.published, found.published_basis) == ("2031-05-13", DateBasis.STATED)


@given(st.permutations([ONE, TWO, DATED]))
def test_the_order_of_articles_never_matters(readings: list[Reading]) -> None:
    assert settled(*readings) == settled(ONE, TWO, DATED)


def test_every_article_is_in_exactly_one_copy_group() -> None:
    story = settled(ONE, TWO)

    assert sorted(a for g in story.groups for a in g.articles) == ["one", "two"]


def test_articles_of_other_stories_are_left_out() -> None:
    story = Story(id=StoryId("t"), title="", articles=(ArticleId("one"),))

    assert [r.article.id for r in settle(story, [ONE, TWO], (), ()).readings] == ["one"]


def test_the_president_of_a_club_with_a_countrys_name_is_no_head_of_state() -> None:
    text = "It was late, Per Lind, president of the Danish Rowing Club, said."
    story = settled(
        reading(
            "one", text, people=("Per Lind",), bodies=("Danish Rowing Club",),
            says=(("It was late", "Per Lind", SpeakerKind.PERSON),),
        )
    )  # fmt: skip

    assert actor(story, "Per Lind").authority == "Danish Rowing Club"
    assert actor(story, "Per Lind").state is None
