"""The people and bodies of a story: who they are, as what they are named, and where the texts say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.spans import Passage, Reason
from firsthand.domain.statements import SpeakerKind

__all__ = [
    "ORGANS_OF_STATE", "Actor", "Affiliation", "AffiliationBasis", "Alias", "BodyKind", "Role", "Tenure",
]  # fmt: skip


class BodyKind(StrEnum):
    """What kind of body a name names, as far as the name or what is said beside it tells."""

    STATE = "state"
    """A country as an actor, by its name, its capital or the seat of its government ("Moscow warned")."""

    GOVERNMENT = "government"
    """A government or the seat of one, of a state or below it ("the Kremlin", "Bavarian government")."""

    MINISTRY = "ministry"
    LEGISLATURE = "legislature"
    """A parliament or a chamber of one."""

    COMMITTEE = "committee"
    """A committee, commission or inquiry; its members are not the committee."""

    COURT = "court"
    POLICE = "police"
    FORCE = "force"
    """Armed forces of a state, their staffs and units ("the 155th Brigade")."""

    ARMED_GROUP = "armed-group"
    """Armed people that are no state's: rebels, a militia, a cartel."""

    SERVICE = "service"
    """An intelligence or security service."""

    AGENCY = "agency"
    """An authority of a state or city that is none of the above ("the water authority")."""

    PARTY = "party"
    INTERNATIONAL = "international"
    """A body of several states ("NATO", "the European Commission")."""

    OUTLET = "outlet"
    COMPANY = "company"
    ORGANISATION = "organisation"
    """Any other body: a union, a charity, a club, a university."""


ORGANS_OF_STATE = frozenset(
    {
        BodyKind.GOVERNMENT,
        BodyKind.MINISTRY,
        BodyKind.LEGISLATURE,
        BodyKind.COMMITTEE,
        BodyKind.COURT,
        BodyKind.POLICE,
        BodyKind.FORCE,
        BodyKind.SERVICE,
        BodyKind.AGENCY,
    }
)
"""Kinds of which a country's one is an organ of the state; its largest bank or party is not."""


class Tenure(StrEnum):
    """How a role is held, as the texts put it."""

    HELD = "held"
    ACTING = "acting"
    """For the time being ("acting director", "interim president")."""

    TO_COME = "to-come"
    """Not yet ("president-elect", "nominee", "the incoming minister")."""

    FORMER = "former"
    """No longer ("former minister", "ex-chief", "who stepped down in May")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One form by which the texts name an actor."""

    form: str
    """As written, white space folded, a leading article and a trailing possessive cut."""

    passages: tuple[Passage, ...] = ()
    """Every place where it stands for this actor, by article, ascending; empty for a form that only
    metadata gives (an outlet's name)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office, post or calling that the texts give a person, and when they say it is held.

    Two texts that give one title at one body give one role.
    """

    title: str
    """As written, without article and without "former" or "acting" ("Deputy Press Secretary")."""

    tenure: Tenure = Tenure.HELD
    """As the latest text has it; where days of publication do not tell, `FORMER` wins."""

    body: str | None = None
    """Canonical name of the body it is a role in, whether or not its holder speaks for that body;
    None where no text tells."""

    state: str | None = None
    """ISO 3166-1 alpha-2 of the state that the body is an organ of."""

    since: str | None = None
    """From when a text says that it is held ("since 2021", "appointed on Monday"): ISO 8601 day or
    minute, month or year, never finer than the text; None where none says."""

    until: str | None = None
    """Until when, likewise ("who stepped down in May")."""

    first: str | None = None
    """ISO 8601 day of publication of the earliest dated text that gives the role; None where none has one."""

    last: str | None = None
    """Of the latest."""

    passages: tuple[Passage, ...] = ()
    """Where the texts give it, by article, ascending; the title with the name beside it."""


class AffiliationBasis(StrEnum):
    """By what an actor belongs to a body."""

    ROLE = "role"
    """A role in it."""

    MEMBER = "member"
    """A member who does not speak for it ("a member of the committee")."""

    PART = "part"
    """A part or an organ of it ("Ukraine's General Staff")."""

    NAMED = "named"
    """The actor's own name or description names it ("Antwerp police", "a Pentagon spokeswoman")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A body that the texts place an actor in or under, whether or not the actor speaks for it."""

    body: str
    """Canonical name."""

    basis: AffiliationBasis
    passages: tuple[Passage, ...] = ()
    """Where to look; empty where the name alone tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or body of a story, under one name in all its articles."""

    name: str
    """Canonical name: the fullest form the texts give, without title."""

    kind: SpeakerKind
    authority: str | None = None
    """Canonical name of the body the actor speaks for; a body that speaks for itself names itself."""

    state: str | None = None
    """ISO 3166-1 alpha-2 of the state the actor or its authority is an organ of; None otherwise."""

    roles: tuple[str, ...] = ()
    """Titles as written ("Deputy Press Secretary")."""

    aliases: tuple[str, ...] = ()
    """Every form found in the texts, `name` included."""

    reasons: tuple[Reason, ...] = ()
    body: BodyKind | None = None
    """What kind of body it is; None for people and where nothing tells."""

    written: tuple[Alias, ...] = ()
    """The forms with where they stand, sorted by form; a form that may stand for several actors only
    with the places where it stands for this one."""

    held: tuple[Role, ...] = ()
    """Its roles: by day of the earliest text, then by passage."""

    affiliations: tuple[Affiliation, ...] = ()
    """Sorted by body and basis; the one the actor speaks for (`authority`) among them where a text
    shows it."""

    heard: bool = True
    """Whether the actor says something in the story, is spoken for, or passes words on; False for
    those whom the texts only name."""

    ids: tuple[str, ...] = ()
    """Identifiers of outside lists, with their scheme ("wikidata:Q42"), where a linking file was given."""
