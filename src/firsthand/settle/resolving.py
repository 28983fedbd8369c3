"""Bodies as texts refer to them: by name, by "its" and "the committee", by country and portfolio."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from firsthand.domain import ArticleId, BodyKind, Manner, Passage, Reading, Span
from firsthand.settle.barenames import bare_name, plain_word
from firsthand.settle.bodykinds import kind_of_body, kinds_of_noun, may_be_body
from firsthand.settle.cast import Cast
from firsthand.settle.described import Called, called_bodies
from firsthand.settle.lands import Lands
from firsthand.settle.names import Names, key
from firsthand.settle.phrases import Described, describe
from firsthand.settle.states import Body, country_in, national_state, state_of_name
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.countries import name_of_country
from firsthand.tables.outlets import outlet_named

__all__ = ["HOUSE", "Bodies", "is_press", "presidency_of"]

_ANY_BODY = frozenset(
    {
        "company",
        "organization",
        "organisation",
        "group",
        "firm",
        "operator",
        "airline",
        "charity",
        "body",
    }
)
"""Nouns by which a text may refer back to a body of any name."""

HOUSE = re.compile(
    r"['’]s?\s+(?:own\s+)?(?:office|team|campaign|legal team|staff|lawyers?|attorneys?|representatives?|camp)$",
    re.IGNORECASE,
)
"""Somebody's people ("Lind's office", "Lind's lawyers"): they speak for that person."""


_OF_PORTFOLIOS = frozenset({"cabinet secretary", "principal secretary", "permanent secretary"})
"""What some states call a minister, and the head of a ministry's service."""


def _is_organ(word: str) -> bool:
    """Whether a word is for an organ or a kind of body, and so no government's own name ("Council")."""
    plain = plain_word(word)
    table = bodies()
    return (
        plain in table.organs | table.generic | table.portfolios
        or plain in table.roles
        or kind_of_body(word) is not None
    )


def _otherwise_called(name: str, noun: str) -> bool:
    """Whether a body's own name ends in another noun that tells bodies apart than `noun`.

    "The council" is no authority and no foundation.
    """
    apart, last = bodies().apart, set(key(name).split()[-1:])
    return noun in apart and bool(last & apart) and noun not in last


def is_press(name: str) -> bool:
    """Whether a body is an outlet or an agency: news names them for what they report."""
    known = outlet_named(name) is not None or agency_named(name) is not None
    return known or kind_of_body(name) is BodyKind.OUTLET


def presidency_of(state: str) -> Body:
    """What the head of a state speaks for: a body with a name of its own, or the state."""
    return Body(name=bodies().presidency.get(state, name_of_country(state)), state=state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """Turns the "of whom" of a role into a body of the story."""

    cast: Cast
    texts: Mapping[ArticleId, Reading]
    presidency: str | None = None
    """Country whose presidency a bare "President" means, when the story tells."""

    outlets: frozenset[str] = frozenset()
    """Folded names of the story's outlets and wires, with and without their abbreviation."""

    quoted: Mapping[ArticleId, tuple[Span, ...]] = field(default_factory=dict)
    """What is quoted directly in each article."""

    called: Mapping[str, Called] = field(default_factory=dict)
    """What the texts call bodies, by canonical name."""

    roots: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """For each article the one that stands for its text: copies count once."""

    lands: Lands = field(default_factory=Lands)
    """Which countries the story names, to tell whose "Treasury" is meant."""

    @classmethod
    def of(
        cls,
        cast: Cast,
        readings: Sequence[Reading],
        presidency: str | None,
        roots: Mapping[ArticleId, ArticleId] = MappingProxyType({}),
    ) -> Bodies:
        """The bodies of a story; `roots`: for each article the one that stands for its text."""
        told = {
            name
            for reading in readings
            for name in (
                reading.article.outlet,
                reading.article.wire,
                *reading.article.relayed_from,
            )
            if name and reading.article.issuer is None
        }
        bare = {name.split(" (")[0] for name in told}
        short = {name.split(" (")[1].rstrip(")") for name in told if " (" in name}
        return cls(
            cast=cast,
            texts={reading.article.id: reading for reading in readings},
            presidency=presidency,
            roots=roots,
            called=called_bodies(readings, cast),
            lands=Lands.of(
                [r for r in readings if roots.get(r.article.id, r.article.id) == r.article.id],
                cast.sightings,
            ),
            outlets=frozenset(key(name) for name in told | bare | short),
            quoted={
                reading.article.id: tuple(
                    span
                    for statement in reading.statements
                    if statement.manner is Manner.DIRECT
                    for span in statement.content
                )
                for reading in readings
            },
        )

    @property
    def names(self) -> Names:
        """The story's names."""
        return self.cast.names

    def _canonical(self, form: str, where: Passage | None) -> str | None:
        return self.names.canonical(form, None if where is None else where.article)

    def body(self, phrase: str, where: Passage | None = None) -> Body | None:
        """The body that `phrase` names; None when it names none."""
        written = bare_name(phrase)
        if not written:
            return None
        lower = written.casefold()
        if lower in {"its", "their", "his", "her"}:
            return None if where is None else self.nearest(where, person=lower in {"his", "her"})
        if lower in bodies().generic:
            return None if where is None else self.referred(where, lower)
        owner = HOUSE.search(written)
        possessor = self._canonical(written[: owner.start()], where) if owner is not None else None
        if possessor is not None and self.names.is_person(possessor):
            return Body(name=possessor)
        office = next((n for role, n in bodies().offices.items() if lower == role), None)
        if office is not None:
            return Body(name=self.names.canonical(office) or office, state=self.national(office))
        head, state = describe(written), state_of_name(written)
        if state is not None and head.name is None and Role.MINISTERS in head.kinds:
            return Body(
                name=name_of_country(state), state=state
            )  # "chief of staff of Chile's president"
        canonical = self._canonical(written, where)
        if (canonical is None or key(canonical) == key(written)) and where is not None:
            fuller = self.nearest(where, person=False, ending=key(written))
            if fuller is not None:
                return fuller
        if canonical is not None:
            return Body(name=canonical, state=self.state(canonical))
        state = self.state(written)
        head = describe(written)
        if state is not None and head.name is None and Role.MINISTERS in head.kinds:
            return Body(
                name=name_of_country(state), state=state
            )  # "chief of staff of Chile's president"
        if state is not None:
            return Body(name=written, state=state)
        if head.link == "in":
            return Body(name=written)
        if head.kinds and head.of is not None and head.name is None:
            return self.body(head.of, where)
        return Body(name=written) if may_be_body(written) else None

    def national(self, name: str) -> str | None:
        """The state that a national organ without its country's name belongs to."""
        return self.lands.owner(name, national_state(name))

    def state(self, name: str) -> str | None:
        """The state that a body is an organ of: as the texts say, or by its name; None for other bodies."""
        called = self.called.get(name)
        if called is not None and called.state is not None:
            return called.state
        return self.lands.owner(name, state_of_name(name))

    def referred(self, where: Passage, noun: str) -> Body | None:
        """The body that "the company", "the committee" refers back to.

        The last body named that has the noun in its name or is of a kind that the noun is used
        for; where the story names none such, the last body of no known kind, for a noun that any
        body may be called by.
        """
        alike = {"panel": "committee"}.get(noun, noun)
        fitting = self._fitting(alike, kinds_of_noun(noun))
        if fitting:
            found = self.nearest(where, person=False, among=fitting)
            named = sorted(name for name in fitting if noun in key(name).split())
            if found is None and len(named) == 1 and self._names(where.article, named[0]):
                # The article's one body with the noun in its name, told of before it is named.
                found = Body(name=named[0], state=self.state(named[0]))
            return found
        if any(alike in key(name).split() for name in self.names.bodies):
            return self.nearest(where, person=False, ending=alike)
        return self.nearest(where, person=False) if noun in _ANY_BODY else None

    def _fitting(self, noun: str, kinds: frozenset[BodyKind]) -> frozenset[str]:
        """The story's bodies with a name, not a description, that have `noun` in it or are of `kinds`."""
        return frozenset(
            name
            for name in self.names.bodies
            if name != name.casefold()
            and (
                noun in key(name).split()
                or (
                    not _otherwise_called(name, noun)
                    and (
                        kind_of_body(name) in kinds
                        or (name in self.called and self.called[name].kind in kinds)
                    )
                )
            )
        )

    def _names(self, article: ArticleId, name: str) -> bool:
        """Whether an article names a body anywhere."""
        told = self.cast.sightings.by_article.get(article, ())
        return any(self.names.canonical(one.form, article) == name for one in told)

    def nearest(
        self,
        where: Passage,
        *,
        person: bool,
        within: int = 100_000,
        ending: str = "",
        among: frozenset[str] | None = None,
    ) -> Body | None:
        """The person or body named last before `where`, not further back than `within`.

        What is quoted names bodies in passing and does not count; whoever printed or wired the
        text is not the body it tells of.

        Args:
            where: The passage from which to look back.
            person: Whether a person is meant.
            within: Code points to look back.
            ending: Only bodies whose folded name ends in these words and holds more.
            among: Only these, by canonical name.
        """
        names = self.cast.names
        quoted = self.quoted.get(where.article, ())
        for one in self.cast.sightings.before(where.article, where.span.start):
            if where.span.start - one.span.end > within:
                return None
            name = names.canonical(one.form, where.article)
            if name is None or names.is_person(name) is not person or key(name) in self.outlets:
                continue
            if (where.article, key(one.form)) not in names.local and key(one.form) in names.open:
                continue
            if ending and not key(name).endswith(f" {ending}"):
                continue
            if among is not None and name not in among:
                continue
            if any(span.overlaps(one.span) for span in quoted):
                continue
            return Body(name=name, state=self.state(name))
        return None

    def only(self, where: Passage, *, within: int) -> Body | None:
        """The one body named before `where`, not further back than `within`; None where there are several.

        A chairman whom a text names without the body is not of a body that it named in passing.
        """
        found = self.nearest(where, person=False, within=within)
        if found is None or is_press(found.name):
            return None
        others = frozenset(self.names.bodies) - {found.name}
        return (
            found
            if self.nearest(where, person=False, within=within, among=others) is None
            else None
        )

    def _of_portfolio(self, topic: str, where: Passage | None) -> Body | None:
        """The ministry of a portfolio as the story names it; failing that the story's one state."""
        for form in (topic, f"{topic} ministry", f"ministry of {topic}"):
            named = self._canonical(form, where)
            if named is not None and not self.names.is_person(named):
                return Body(name=named, state=self.state(named))
        if self.presidency is None:
            return None
        return Body(name=name_of_country(self.presidency), state=self.presidency)

    def _presidency_at(self, where: Passage | None) -> Body | None:
        """The presidency of the story's country, where a passage may mean it."""
        state = self.presidency
        if state is None or (where is not None and not self.lands.at_home(where.article, state)):
            return None
        return presidency_of(state)

    def government(self, said: Described, where: Passage | None = None) -> Body | None:
        """The government that a minister, secretary or president belongs to."""
        words = (said.of or "").split()
        words = [word for word in words if word.casefold() not in {"the", "of"}]
        found = country_in(words) if words else None
        table = bodies()
        if found is not None:
            if (said.role or "").casefold().split(" ")[-1] == "minister" and found[0]:
                return Body(name=name_of_country(found[0]), state=found[0])
            rest = [re.sub(r"['’]s?$", "", word.casefold()) for word in words[found[1] :]]
            if all(word in table.portfolios or word in {"and", "for", "of"} for word in rest):
                return Body(name=name_of_country(found[0]), state=found[0])
            return self.body(" ".join(words))  # "president of the Tamrian Rowing Club"
        role = (said.role or "").casefold().strip(".")
        topics = [
            word for word in words if re.sub(r"['’]s$", "", word.casefold()) in table.portfolios
        ]
        others = [word for word in words if word not in topics]
        if role == "president" and not words:
            return self._presidency_at(where)
        if role in _OF_PORTFOLIOS and topics and not others:
            return self._of_portfolio(" ".join(topics), where)
        if role == "secretary" and topics and not others:
            name = f"{' '.join(topics).title()} Department"
            return Body(
                name=self.names.canonical(name) or name,
                state=self.national(name) or self.presidency,
            )
        whole = self._canonical(" ".join(words), where) if words else None
        if whole is not None and not self.names.is_person(whole):
            return Body(name=whole, state=self.state(whole))  # "European Commission President"
        if (
            others
            and topics
            and others[0][:1].isupper()
            and role != "president"
            and not _is_organ(others[0])
        ):
            return Body(name=f"{others[0].removesuffix('’s')} government")
        if others and role not in {"secretary", "minister"}:
            return self.body(" ".join(words))
        return None
