"""For whom each person and body of a story speaks.

Roles decide, wherever in the story they stand: a spokesman, director or commander speaks for the
body, a lawyer for the client, a minister for the government. Where organs of two or more states
speak, each is its state; where all belong to one state they stay themselves. Private people, and
members of a body that they do not lead, speak for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.domain import Actor, ArticleId, Reason, SpeakerKind, StatementField
from firsthand.settle.barenames import bare_name
from firsthand.settle.bodykinds import may_be_body
from firsthand.settle.names import key
from firsthand.settle.papers import usable, with_issuers
from firsthand.settle.phrases import describe
from firsthand.settle.posts import Post, last_word
from firsthand.settle.resolving import HOUSE, Bodies
from firsthand.settle.states import Body
from firsthand.settle.tally import counted
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.countries import name_of_country
from firsthand.tables.outlets import outlet_named

__all__ = ["Career", "authority_of", "several_states"]


_OFFICIAL = re.compile(r"\b(?:office|staff)$")
"""Somebody's people who work for the office that this somebody holds; lawyers and campaigns do not."""

_ABOUT = re.compile(
    r"\s+(?:familiar|with|who|whose|close|briefed|on|about|involved|knowledgeable|seen|privy)\b"
)
"""What follows says what an unnamed person knows of, or who saw a document."""


def _day(table: Bodies, article: ArticleId) -> str | None:
    published = table.texts[article].article.published
    return None if published is None else published[:10]


def _best(posts: Sequence[Post], table: Bodies) -> Body | None:
    told = [post for post in posts if post.named] or posts  # "its spokesman" is the weaker ground
    found = counted(
        ((post.told.where.article, post.body) for post in told if post.body is not None),
        table.roots,
    )
    if not found:
        return None
    return min(found, key=lambda b: (-found[b], b.state is None, -len(b.name), b.name))


class Career:
    """The posts of one person, and until when each was held.

    A role is over from the day on which a text first calls it former. Where the days of
    publication do not tell before from after, a role that one text calls former is over in all.
    """

    def __init__(self, posts: Sequence[Post], table: Bodies) -> None:
        """Order `posts` by article."""
        self.posts, self._table = posts, table
        self._ended: dict[str, list[tuple[ArticleId, str | None]]] = {}
        for post in posts:
            if post.told.said.over:
                article = post.told.where.article
                self._ended.setdefault(last_word(post.told.said.role), []).append(
                    (article, _day(table, article))
                )
        self._held = [
            post
            for post in posts
            if post.body is not None
            and not post.told.said.over
            and not self._is_over(post.told.where.article, post)
            and key(post.body.name) != key(post.told.person)
        ]
        self._by_article: dict[ArticleId, list[Post]] = {}
        for post in self._held:
            self._by_article.setdefault(post.told.where.article, []).append(post)

    def _is_over(self, article: ArticleId, post: Post) -> bool:
        day = _day(self._table, article)
        return any(
            since is None or day is None or day >= since or article == told
            for told, since in self._ended.get(last_word(post.told.said.role), ())
        )

    def lasting(self) -> list[Post]:
        """The posts that no text calls former."""
        return [post for post in self._held if last_word(post.told.said.role) not in self._ended]

    def body(self) -> Body | None:
        """The body of the posts that last, the one most often told."""
        return _best(self.lasting(), self._table)

    def then(self, article: ArticleId) -> Body | None:
        """The body of an earlier or later post, in an article that tells of it.

        Only where the days of publication put one post after the other: two bodies told of on
        the same days are two names of one post, or two posts held together.

        Returns:
            None where the article tells of no post but the one that lasts in the story.
        """
        usual, mine = self.body(), _best(self._by_article.get(article, ()), self._table)
        if usual is None or mine is None or usual == mine:
            return None
        days = [
            [_day(self._table, post.told.where.article) for post in self._held if post.body == body]
            for body in (usual, mine)
        ]
        one, other = ([day for day in told if day is not None] for told in days)
        if len(one) < len(days[0]) or len(other) < len(days[1]):
            return None
        return mine if max(one) < min(other) or max(other) < min(one) else None

    def in_article(self, article: ArticleId) -> Post | None:
        """The post in which the person speaks in an article: by its own words, else by the others'.

        Returns:
            None where no text tells of one, or the article comes after its end.
        """
        mine = self._by_article.get(article) or self.lasting()
        body = _best(mine, self._table)
        return next((post for post in mine if post.body == body), None)


def _followed(actor: Actor, actors: dict[str, Actor]) -> Actor:
    """Follow an authority that is a person to whom that person speaks for."""
    passed = {actor.name}
    while actor.authority is not None and actor.authority not in passed:
        higher = actors.get(actor.authority)
        lawyer = any(Role.LAWYERS in bodies().roles.get(r.casefold(), ()) for r in actor.roles)
        house = HOUSE.search(actor.name)
        own = house is not None and _OFFICIAL.search(house.group()) is None
        if higher is None or higher.authority is None or lawyer or own:
            break
        passed.add(actor.authority)
        actor = replace(actor, authority=higher.authority, state=higher.state or actor.state)
    return actor


def _speak_for_themselves(actors: dict[str, Actor]) -> None:
    """Let outlets name themselves; an "outlet" whose director or spokesman is heard is a body."""
    led = {
        actor.authority
        for actor in actors.values()
        if actor.kind is SpeakerKind.PERSON and actor.authority is not None
    }
    for name, actor in actors.items():
        if actor.kind is not SpeakerKind.OUTLET:
            continue
        press = agency_named(name) is not None or outlet_named(name) is not None
        kind = SpeakerKind.BODY if name in led and not press else SpeakerKind.OUTLET
        actors[name] = replace(actor, kind=kind, authority=name)


def _of_person(actor: Actor, career: Career, table: Bodies) -> Body | None:
    """The body that a person speaks for."""
    guess = actor.authority if usable(actor.authority) else None
    own = table.body(guess) if guess is not None else None
    named = any(post.named for post in career.posts)
    itself = own is not None and own.name == actor.name
    if own is not None and own.state is None and not named and not itself:
        return own  # the article itself says; "the company's" is the weaker ground
    return career.body()


def _of_description(actor: Actor, table: Bodies) -> Body | None:
    """The body that an unnamed speaker or a document speaks for, by its own description.

    What they are familiar with or were told by is not whom they speak for.
    """
    said = describe(_ABOUT.split(actor.name)[0])
    if said.over or key(actor.name).split()[:1] in ([word] for word in bodies().over):
        return None
    if Role.SPOKES in said.kinds or Role.LAWYERS in said.kinds:
        return table.body(said.of) if said.of else None
    if said.of is not None and table.state(bare_name(said.of)) is not None:
        return table.body(said.of)
    if actor.authority is not None and usable(actor.authority):
        own = key(bare_name(actor.authority)).startswith(key(actor.name))
        body = table.body(actor.authority)
        if body is None or (own and actor.name not in table.names.bodies):
            return None
        # An unnamed person is nobody's agent by knowing of somebody.
        return None if table.names.is_person(body.name) else body
    return None


def _body_of(actor: Actor, career: Career, table: Bodies) -> Body | None:
    body: Body | None = None
    if actor.kind is SpeakerKind.PERSON:
        body = _of_person(actor, career, table)
    elif actor.kind in {SpeakerKind.BODY, SpeakerKind.UNKNOWN}:
        named = may_be_body(actor.name) or key(actor.name) in table.outlets
        if named and (actor.kind is SpeakerKind.BODY or table.state(actor.name) is not None):
            body = table.body(actor.name) or Body(name=actor.name)
    elif actor.kind in {SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT}:
        body = _of_description(actor, table)
    if body is None and actor.kind in {
        SpeakerKind.PERSON,
        SpeakerKind.GROUP,
        SpeakerKind.UNKNOWN,
    }:
        said = describe(actor.name)
        speaks = {Role.SPOKES, Role.LAWYERS}
        word = (said.role or "").casefold()
        heads = Role.HEADS in bodies().roles.get(word, ())
        if actor.kind is SpeakerKind.GROUP and said.link is not None and heads:
            speaks.add(Role.HEADS)  # "leaders of the committee", "officials at the ministry"
        if said.of is not None and not said.over and speaks & set(said.kinds):
            body = table.body(said.of)
    return body


def authority_of(
    actors: Sequence[Actor],
    careers: Mapping[str, Career],
    table: Bodies,
    speaking: frozenset[str],
) -> list[Actor]:
    """Say for each actor whom it speaks for.

    Args:
        actors: The story's actors, without authorities.
        careers: The posts of people.
        table: The story's bodies.
        speaking: Names of actors who are reported to say something.

    Returns:
        The same actors with `authority`, `state` and `roles`; sorted by name.
    """
    settled: dict[str, Actor] = {}
    for actor in actors:
        career = careers.get(actor.name) or Career((), table)
        mine, body = career.posts, _body_of(actor, career, table)
        settled[actor.name] = replace(
            actor,
            authority=None if body is None else body.name,
            state=None if body is None else body.state,
            roles=tuple(dict.fromkeys(one.told.said.role for one in mine if one.told.said.role)),
            reasons=tuple(
                Reason(
                    feature=f"called “{one.told.said.role}”",
                    evidence=(one.told.where,),
                    field=StatementField.AUTHORITY,
                )
                for one in mine
            ),
        )
    for name, actor in settled.items():
        settled[name] = _followed(actor, settled)
    settled = with_issuers(settled, table)
    _speak_for_themselves(settled)
    for name in settled if several_states(settled, speaking) else ():
        state = settled[name].state
        if state is not None:
            settled[name] = replace(settled[name], authority=name_of_country(state))
    return [settled[name] for name in sorted(settled)]


def several_states(actors: Mapping[str, Actor], speaking: frozenset[str]) -> bool:
    """Whether organs of two or more states speak, so that each stands for its state."""
    states = {
        actor.state
        for actor in actors.values()
        if actor.state is not None
        and actor.name in speaking
        and key(actor.name) != key(name_of_country(actor.state))
    }
    return len(states) > 1
