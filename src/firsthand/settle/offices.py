"""People called only by their post: "the deputy press secretary", "the committee chairman"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from firsthand.domain import ArticleId, Passage, Span, SpeakerKind, Statement
from firsthand.settle.houses import country_before
from firsthand.settle.names import key
from firsthand.settle.phrases import Described, describe
from firsthand.settle.posts import Post, last_word
from firsthand.settle.resolving import Bodies
from firsthand.settle.states import Body
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.titleclasses import grades_in, post_word

__all__ = ["Offices"]

_GENERIC = frozenset({"committee", "panel", "department", "ministry", "agency", "board", "council"})


def _portfolio(of: str | None) -> tuple[str | None, frozenset[str]]:
    """The country and the matter that a member of a government is said to be of."""
    words = [re.sub(r"['’]s?$", "", word) for word in (of or "").split()]
    words = [word for word in words if word.casefold() not in {"the", "of", "and", "for"}]
    found = country_before(words)
    rest = words[found[1] :] if found is not None else words
    return (found[0] if found else None), frozenset(key(word) for word in rest)


class Offices:
    """Who holds which post in a story."""

    def __init__(self, posts: Mapping[str, Sequence[Post]], table: Bodies) -> None:
        """Index `posts` by the word that says what they are."""
        self.table = table
        self.forms = frozenset(
            form.casefold() for group in table.names.people.values() for form in group
        )
        self._by_word: dict[str, list[Post]] = {}
        self._told: dict[ArticleId, tuple[frozenset[str], frozenset[str]]] = {}
        for person in sorted(posts):
            for post in posts[person]:
                if not post.told.said.over:
                    self._by_word.setdefault(post_word(last_word(post.told.said.role)), []).append(
                        post
                    )

    def holder(self, speaker: str, statement: Statement, text: str) -> Post | None:
        """The one person of the story who holds the post that a speaker is called by.

        Args:
            speaker: As attribution has it ("deputy press secretary").
            statement: Its statement.
            text: The article's text.

        Returns:
            A description of the person; None where the words are not definite ("a spokesman"),
            or several people or nobody for sure held that post.
        """
        if len(statement.source) != 1 or statement.speaker_kind in {
            SpeakerKind.DOCUMENT,
            SpeakerKind.OUTLET,
        }:
            return None
        words = statement.source[0].of(text)
        if not words.casefold().startswith("the ") or key(speaker) not in key(words):
            return None
        said = describe(words)
        if said.name is not None or said.role is None or said.over:
            return None
        pool = self._by_word.get(post_word(last_word(said.role)), [])
        where = Passage(statement.article, Span(statement.source[0].start, statement.source[0].end))
        fits = [post for post in pool if self._fits(post, said, words, where)]
        people = {post.told.person for post in fits}
        if len(people) > 1:  # two presidents in the story: the one whom this article tells of
            fits = [post for post in fits if post.told.where.article == where.article]
            if said.of is None and any(post.told.said.of is None for post in fits):
                # "President Roe" is this article's president, "President Lind of Tamria" is not.
                fits = [post for post in fits if post.told.said.of is None]
            people = {post.told.person for post in fits}
        if len(people) != 1:
            return None
        return min(
            fits, key=lambda post: (post.told.where.article != where.article, post.told.where)
        )

    def _fits(self, post: Post, said: Described, words: str, where: Passage) -> bool:
        told = post.told
        theirs = self.table.texts[told.where.article].article.text
        if grades_in(words) != grades_in(told.where.span.of(theirs)):
            return False
        here = told.where.article == where.article
        if Role.MINISTERS in said.kinds:
            country, matter = _portfolio(said.of)
            if (
                post.body is None
                or post.body.state is None
                or matter != _portfolio(told.said.of)[1]
            ):
                return False
            return post.body.state == country if country else here or self._named(post.body, where)
        if said.of is None:
            return False
        mine = post.body or self._told_body(post)
        if mine is None:
            return False
        plain = said.of.casefold().removeprefix("the ")
        if plain in _GENERIC | bodies().generic and here and plain in key(mine.name).split():
            return True  # "the committee chairman": of the committee that this article has named
        named = self.table.body(said.of, where)
        return named is not None and key(named.name) == key(mine.name)

    def _told_body(self, post: Post) -> Body | None:
        """The body beside a role that does not speak for it (a committee's member)."""
        said = post.told.said
        return self.table.body(said.of, post.told.where) if said.of is not None else None

    def _named(self, body: Body, where: Passage) -> bool:
        """Whether an article names a body or one of its state."""
        if where.article not in self._told:
            names, table = self.table.names, self.table
            told = {
                name
                for one in table.cast.sightings.by_article.get(where.article, ())
                if (name := names.canonical(one.form, where.article)) is not None
                and not names.is_person(name)
            }
            states = {state for name in told if (state := table.state(name)) is not None}
            self._told[where.article] = (frozenset(told), frozenset(states))
        bodies_here, states_here = self._told[where.article]
        return body.name in bodies_here or body.state in states_here
