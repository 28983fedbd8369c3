"""The posts that people hold, as the texts of a story tell: role, body, and where it is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.domain import ArticleId, Span
from firsthand.settle.barenames import bare_name
from firsthand.settle.houses import country_before, identity_of
from firsthand.settle.resolving import Bodies, is_press, presidency_of
from firsthand.settle.roles import Told
from firsthand.settle.states import Body
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.countries import name_of_country
from firsthand.tables.leaders import state_led_by
from firsthand.tables.regions import region_of_word
from firsthand.tables.titleclasses import post_word

__all__ = ["Post", "posts_of"]

_COMMITTEE = re.compile(r"\b(?:committee|panel|subcommittee|caucus)\b", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:his|her|the|our|this|that)\s+(?:committee|panel|subcommittee|caucus)\b(?!\s+(?:chair|leader)|['’]s)",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"\b(?:chair\w*|member|republican|democrat|leaders?|head|liberal|conservative)s?\s+(?:of|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a committee that only says who somebody is."""

_SOON = 300
"""Code points after a description of a member within which "the panel" is the one just named."""

_BARE = frozenset(
    {"commander", "duty officer", "chief", "director", "managing director", "chairman"}
)
"""Leading roles that news gives without the body when the body has just been named."""

_OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?(?P<country>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})")

_BACK = frozenset({"its", "their", "his", "her"})

_NEAR = 500
"""Code points back to the body that a bare "spokeswoman" or "commander" belongs to: about a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A description of a person, with the body that it is a role in."""

    told: Told
    body: Body | None
    """None where the role speaks for nobody, or the texts do not tell for whom."""

    @property
    def named(self) -> bool:
        """Whether the words themselves name the body; "its spokesman", "the company's" only refer back."""
        of = bare_name(self.told.said.of or "").casefold()
        return bool(of) and of not in _BACK | bodies().generic


def last_word(role: str | None) -> str:
    """The word of a role that says what it is ("press secretary": "secretary")."""
    return post_word((role or "").casefold().strip(".").split(" ")[-1])


def office_body(table: Bodies, role: str, of: str | None) -> Body:
    """The body that an office is: a state's attorney general is not the federal department."""
    place = re.split(r"['’]s?$", bare_name(of or ""))[0]
    found = region_of_word(place)
    if found is not None:
        return Body(name=f"{place} {role}'s office")
    name = bodies().offices[role]
    return Body(name=table.names.canonical(name) or name, state=table.national(name))


class _Committees:
    """Which committees do something in the story, so that their chairs speak for them."""

    def __init__(self, table: Bodies, told: Sequence[Told]) -> None:
        self.table = table
        self.spans: dict[ArticleId, list[Span]] = {}
        for one in told:
            self.spans.setdefault(one.where.article, []).append(one.where.span)
        self.acting: set[str] = set()
        for article, places in sorted(table.cast.sightings.by_article.items()):
            text = table.texts[article].article.text
            mine = sorted(self.spans.get(article, ()))
            starts = [span.start for span in mine]
            for place in places:
                name = table.names.canonical(place.form, article)
                if name is None or name in self.acting or _COMMITTEE.search(name) is None:
                    continue
                at = bisect_left(starts, place.span.end)
                inside = any(place.span.overlaps(span) for span in mine[max(0, at - 4) : at])
                before = text[max(0, place.span.start - 60) : place.span.start]
                if not inside and _MEMBER.search(before) is None:
                    self.acting.add(name)

    def acts(self, name: str, one: Told) -> bool:
        """Whether the committee `name` acts, or is gone on to be told of after `one`.

        A committee named only to say who a member is describes the member; one that the texts
        name otherwise, or go on to call "the panel", acts.
        """
        if name in self.acting:
            return True
        text = self.table.texts[one.where.article].article.text
        return _REFERS.search(text[one.where.span.end : one.where.span.end + _SOON]) is not None


def _country_after(table: Bodies, one: Told) -> str | None:
    """The country that follows a titled name ("President Ana Ruiz of Chile"); None if none does."""
    text = table.texts[one.where.article].article.text
    name = one.said.name or ""
    at = text.find(name, one.where.span.start, one.where.span.end) if name else -1
    after = _OF_COUNTRY.match(text, at + len(name) if at >= 0 else one.where.span.end)
    words = [
        word if word.count(".") > 1 else word.rstrip(".")
        for word in (after["country"].split() if after is not None else [])
    ]
    found = country_before(words)
    return " ".join(words[: found[1]]) if found is not None else None


def _police(table: Bodies, of: str | None, one: Told) -> Body | None:
    """The force of a police chief: of the place beside the post, or the one that the article names."""
    article = one.where.article
    if of is None:
        force = table.names.canonical("police", article)
        return None if force in {None, "police"} else table.body(force or "", one.where)
    place = re.sub(r"['’]s?$", "", bare_name(of))
    known = table.names.canonical(f"{place} police", article)
    if known is not None:
        return Body(name=known, state=table.state(known))
    if identity_of(place) is not None:
        return table.body(place, one.where)
    return Body(name=f"{place} police")


def _led(table: Bodies, one: Told) -> Body | None:
    """The state of somebody known to lead one, whose title leaves the country out ("President Zelenskyy")."""
    role = (one.said.role or "").casefold().strip(".")
    if one.said.of is not None or role not in bodies().leaders:
        return None
    forms = (one.person, *sorted(table.names.people.get(one.person, ())))
    states = {state for form in forms if " " in form and (state := state_led_by(form)) is not None}
    if len(states) != 1:
        return None
    (state,) = states
    return (
        presidency_of(state)
        if role == "president"
        else Body(name=name_of_country(state), state=state)
    )


def _body(table: Bodies, one: Told, committees: _Committees) -> Body | None:
    """The body that a description points to."""
    said = one.said
    if set(said.kinds) == {Role.SELF}:
        return None
    role = (said.role or "").casefold()
    if role in bodies().offices:
        return office_body(table, role, said.of)
    if Role.MINISTERS in said.kinds:
        body = _led(table, one) or table.government(said, one.where)
        if body is None and Role.HEADS in said.kinds and said.of is not None:
            body = table.body(said.of, one.where)
        return body
    if role.startswith("police "):
        return _police(table, said.of, one)
    if said.of is not None:
        body = table.body(said.of, one.where)
        client = table.names.canonical(said.of, one.where.article)
        if Role.LAWYERS in said.kinds and len(said.kinds) == 1 and client is None:
            return None  # an adviser on a matter, an agent of nobody in the story
        if body is not None and _COMMITTEE.search(body.name):
            return body if committees.acts(body.name, one) else None
        return body
    if Role.SPOKES in said.kinds:
        found = table.nearest(one.where, person=False, within=_NEAR)
        return None if found is not None and is_press(found.name) else found
    return table.only(one.where, within=_NEAR) if role in _BARE else None


def _post(table: Bodies, one: Told, committees: _Committees) -> Post:
    home = _country_after(table, one) if Role.MINISTERS in one.said.kinds else None
    if one.said.of is None and home is not None:
        one = replace(one, said=replace(one.said, of=home))
    return Post(told=one, body=_body(table, one, committees))


def posts_of(table: Bodies, told: Sequence[Told]) -> Mapping[str, tuple[Post, ...]]:
    """The posts of each person of the story, by canonical name, in the order of `told`."""
    committees = _Committees(table, told)
    found: dict[str, list[Post]] = {}
    for one in told:
        found.setdefault(one.person, []).append(_post(table, one, committees))
    found = {person: [_of_owner(post, found) for post in posts] for person, posts in found.items()}
    holders: dict[tuple[str, str], set[str]] = {}
    for person, posts in sorted(found.items()):
        for post in posts:
            office = _office(post)
            if office is not None:
                holders.setdefault(office, set()).add(person)
    return {
        person: tuple(_unless_held(table, post, holders) for post in _of_own_state(posts))
        for person, posts in found.items()
    }


def _of_owner(post: Post, posts: Mapping[str, Sequence[Post]]) -> Post:
    """The post of a leader's spokesman, envoy or chief of staff in the body that this leader stands for."""
    said, body = post.told.said, post.body
    if body is None or Role.LAWYERS in said.kinds:
        return post
    theirs = [
        one.body
        for one in posts.get(body.name, ())
        if one.body is not None
        and one.body.state is not None
        and not one.told.said.over
        and Role.MINISTERS in one.told.said.kinds
    ]
    if not theirs or len({one.state for one in theirs}) > 1:
        return post
    return replace(post, body=min(theirs, key=lambda one: (-theirs.count(one), one.name)))


def _office(post: Post) -> tuple[str, str] | None:
    """State and title of a post in a government; None for others and for former ones."""
    said = post.told.said
    if (
        Role.MINISTERS not in said.kinds
        or said.over
        or post.body is None
        or post.body.state is None
    ):
        return None
    return post.body.state, (said.role or "").casefold()


def _unless_held(table: Bodies, post: Post, holders: Mapping[tuple[str, str], set[str]]) -> Post:
    """A post without its body where that was only supposed and another is said to hold the post there.

    A state has one president at a time: beside "Chile's President Ana Ruiz", the text's "President Jo Lind"
    is another country's.
    """
    office = _office(post)
    if office is None or post.told.said.of is not None or _led(table, post.told) is not None:
        return post
    return replace(post, body=None) if holders[office] - {post.told.person} else post


def _of_own_state(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Posts without those that only the story's usual country gave, where a text names another.

    "President" alone is the president of the country whose seat the story names most; not of
    somebody whom any text calls another country's.
    """
    states = {
        post.body.state
        for post in posts
        if post.body is not None
        and post.body.state is not None
        and country_before(bare_name(post.told.said.of or "").split()) is not None
    }
    return tuple(
        post
        for post in posts
        if not states
        or post.body is None
        or post.told.said.of is not None
        or post.body.state in {None, *states}
    )
