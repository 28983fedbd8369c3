"""Kept stories keep their ids; what became of each is told."""

from __future__ import annotations

from dataclasses import replace

from firsthand.domain import (
    Article,
    ArticleId,
    KeptStories,
    Revision,
    Story,
    StoryChangeKind,
    StoryId,
    StoryMember,
)
from firsthand.extract import plain_article
from firsthand.run import Renamed, renamed

FIRE = "A fire at the fish market of Hafnir killed twelve people on Sunday, the mayor said."
VOTE = "Voters in three districts of Tamria elected a new council of fisheries on Friday."


def article(name: str, text: str = FIRE) -> Article:
    return replace(
        plain_article(text, item=f"{name}.txt", published="2031-05-04"),
        id=ArticleId(name),
        sha256=f"sha-{name}",
    )


def run(
    kept: KeptStories, *stories: tuple[str, str], texts: dict[str, str] | None = None
) -> Renamed:
    """Stories as a batch finds them: ("t7", "abc") holds the articles a, b and c."""
    names = sorted({name for _, members in stories for name in members})
    return renamed(
        [
            Story(id=StoryId(one), title=one, articles=tuple(map(ArticleId, sorted(members))))
            for one, members in stories
        ],
        [article(name, (texts or {}).get(name, FIRE)) for name in names],
        kept,
    )


def after(kept: KeptStories, found: Renamed) -> KeptStories:
    """What a store knows after a run."""
    opened = dict(kept.opened)
    for change in found.changes:
        for name in (change.story, change.other):
            if name is not None:
                opened.setdefault(name, change.number)
    return KeptStories(
        members=found.members, opened=opened, following=kept.following + len(found.changes)
    )


def told(found: Renamed) -> list[tuple[str, str, str | None, str]]:
    return [(one.kind.value, one.story, one.other, "".join(one.articles)) for one in found.changes]


def ids(found: Renamed) -> dict[str, str]:
    return {"".join(story.articles): story.id for story in found.stories}


def test_what_is_new_is_opened_under_its_own_id() -> None:
    found = run(KeptStories(), ("t1", "ab"), ("t2", "c"))

    assert ids(found) == {"ab": "t1", "c": "t2"}
    assert told(found) == [("opened", "t1", None, "ab"), ("opened", "t2", None, "c")]
    assert found.members[0] == StoryMember(
        article=ArticleId("a"), story=StoryId("t1"), sha256="sha-a"
    )


def test_a_story_that_grows_keeps_its_id_and_what_joined_it_has_a_reason() -> None:
    first = run(KeptStories(), ("t1", "ab"))
    found = run(after(KeptStories(), first), ("t9", "abc"))

    assert ids(found) == {"abc": "t1"}
    (change,) = found.changes
    assert (change.number, change.kind) == (1, StoryChangeKind.JOINED)
    assert change.articles == ("c",)
    assert change.reasons


def test_nothing_new_changes_nothing() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "ab")))

    assert run(kept, ("t9", "ab")).changes == ()


def test_of_merged_stories_the_larger_keeps_its_id_and_the_merge_is_explained() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "a"), ("t2", "bc")))
    found = run(kept, ("t9", "abcd"))

    assert ids(found) == {"abcd": "t2"}
    assert told(found) == [("merged", "t2", "t1", "a"), ("joined", "t2", None, "d")]
    assert all(change.reasons for change in found.changes)


def test_of_equal_stories_the_elder_keeps_its_id() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t5", "a")))
    kept = after(kept, run(kept, ("t5", "a"), ("t1", "b")))

    assert ids(run(kept, ("t9", "ab"))) == {"ab": "t5"}


def test_the_larger_part_of_a_divided_story_keeps_its_id() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "abc")))
    found = run(kept, ("t1", "a"), ("t8", "bc"), texts={"a": VOTE})

    assert ids(found)["bc"] == "t1"
    part = ids(found)["a"]
    assert part not in {"t1", "t8"}, "the id that was given before has its meaning already"
    assert told(found) == [("split", part, "t1", "a")]


def test_a_known_story_is_not_divided_where_its_parts_tell_of_the_same() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "abc")))
    found = run(kept, ("t1", "a"), ("t8", "bcd"))

    assert ids(found) == {"abcd": "t1"}
    assert told(found) == [("joined", "t1", None, "d")]


def test_known_stories_of_two_events_stay_two_whatever_joins_them() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "a"), ("t2", "b")))

    assert ids(run(kept, ("t9", "ab"), texts={"a": VOTE})) == {"a": "t1", "b": "t2"}


def test_an_id_that_was_merged_away_is_never_given_again() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "a"), ("t2", "bc")))
    kept = after(kept, run(kept, ("t2", "abc")))
    found = run(kept, ("t1", "a"), ("t2", "bc"), texts={"a": VOTE})

    assert ids(found)["bc"] == "t2"
    assert ids(found)["a"] not in {"t1", "t2"}


def test_an_article_that_moves_is_told_with_where_it_was() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "abc"), ("t2", "def")))
    found = run(kept, ("t1", "ab"), ("t2", "cdef"), texts=dict.fromkeys("cdef", VOTE))

    assert told(found) == [("joined", "t2", "t1", "c")]


def test_a_later_version_of_an_article_is_in_the_story_of_the_earlier() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "a"), ("t2", "b")))
    later = replace(
        article("z"), revisions=(Revision(item="a.txt", sha256="sha-a", at=None, at_basis="unknown",
                                          title=None, silent=False, edits=()),),
    )  # fmt: skip
    story = Story(id=StoryId("t9"), title="", articles=(ArticleId("z"),))
    found = renamed([story], [later], kept)

    assert found.stories[0].id == "t1"


def test_the_order_of_stories_does_not_matter() -> None:
    kept = after(KeptStories(), run(KeptStories(), ("t1", "ab"), ("t2", "cd")))
    one = run(kept, ("t7", "a"), ("t8", "bcde"), ("t9", "f"))
    other = run(kept, ("t9", "f"), ("t8", "bcde"), ("t7", "a"))

    assert ids(one) == ids(other)
    assert one.members == other.members
