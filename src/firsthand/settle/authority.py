"""For whom each person and body of a story speaks.

Roles decide, wherever in the story they stand: a spokesman, director or commander speaks for the
body, a lawyer for the client, a minister for the government. Where organs of two or more states
speak, each is its state; where all belong to one state they stay themselves. Private people, and
members of a body that they do not lead, speak for themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from firsthand.domain import Actor, Passage, Reading, Reason, SpeakerKind
from firsthand.settle.names import Names, key
from firsthand.settle.phrases import Described, bare_name, describe
from firsthand.settle.roles import Told
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.countries import countries, country_of_name
from firsthand.tables.outlets import outlet_named

__all__ = ["Bodies", "authority_of"]

_COMMITTEE = re.compile(r"\b(?:committee|panel|subcommittee|caucus)\b", re.IGNORECASE)
_ACTS = 3
"""Mentions from which a committee counts as a body that acts in the story, so that its chair speaks
for it; named once or twice, it only describes the member."""

_BARE = frozenset(
    {"commander", "duty officer", "chief", "director", "managing director", "chairman"}
)
"""Leading roles that news gives without the body when the body has just been named."""

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

_NEAR = 500
"""Code points back to the body that a bare "spokeswoman" or "commander" belongs to: about a paragraph."""

_RECORDING = r"(?:audio|recordings?|intercepts?|intercepted calls?|tapes?|footage|video|images?)"
"""Words for one leaked recording, which a text calls by turns; its origin is whoever released it."""

_HOUSE = re.compile(
    r"['’]s?\s+(?:own\s+)?(?:office|team|campaign|legal team|staff|lawyers?|attorneys?|representatives?|camp)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    name: str
    state: str | None = None


def state_name(code: str) -> str:
    """The usual name of the state with the ISO code `code`."""
    return next(c.names[0] for c in countries() if c.code == code)


def _country_in(words: list[str]) -> tuple[str, int] | None:
    """The country that a phrase begins with, and how many words name it."""
    for length in (4, 3, 2, 1):
        told = " ".join(words[:length])
        told = re.sub(r"['’]s?$", "", told)
        found = country_of_name(told) if len(words) >= length else None
        if found is not None and found[1] != "capital":
            return found[0], length
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """Turns the "of whom" of a role into a body of the story."""

    names: Names
    texts: dict[str, Reading]
    presidency: str | None = None
    """Country whose presidency a bare "President" means, when the story tells."""

    def body(self, phrase: str, where: Passage | None = None) -> _Body | None:
        """The body that `phrase` names; None when it names none."""
        written = bare_name(phrase)
        if not written:
            return None
        lower = written.casefold()
        if lower in {"its", "their", "his", "her"}:
            return None if where is None else self.nearest(where, person=lower in {"his", "her"})
        if lower in bodies().generic:
            return None if where is None else self._referred(where, lower)
        owner = _HOUSE.search(written)
        possessor = self.names.canonical(written[: owner.start()]) if owner is not None else None
        if possessor is not None and self.names.is_person(possessor):
            return _Body(name=possessor)
        office = next((n for role, n in bodies().offices.items() if lower == role), None)
        if office is not None:
            return _Body(name=self.names.canonical(office) or office, state=self.national(office))
        canonical = self.names.canonical(written)
        if (canonical is None or key(canonical) == key(written)) and where is not None:
            fuller = self.nearest(where, person=False, ending=key(written))
            if fuller is not None:
                return fuller
        if canonical is not None:
            return _Body(name=canonical, state=self.state(canonical))
        state = self.state(written)
        if state is not None:
            return _Body(name=written, state=state)
        head = describe(written)
        if head.link == "in":
            return _Body(name=written)
        if head.kinds and head.of is not None and head.name is None:
            return self.body(head.of, where)
        if not any(letter.isupper() for letter in written) and len(written.split()) < 2:
            return None
        return _Body(name=written)

    def national(self, name: str) -> str | None:
        """The state that a national organ without its country's name belongs to."""
        table = bodies().national
        plain = name.casefold().removeprefix("the ")
        return table.get(plain) or next(
            (code for organ, code in table.items() if " " in organ and plain.endswith(f" {organ}")),
            None,
        )

    def state(self, name: str) -> str | None:
        """The state that a body is an organ of; None for other bodies."""
        direct = country_of_name(name)
        if direct is not None and direct[1] in {"name", "metonym", "capital"}:
            return direct[0]
        own = self.national(name)
        if own is not None:
            return own
        words = name.split()
        found = _country_in(words)
        if found is None:
            return None
        rest = " ".join(words[found[1] :]).casefold().replace("-", " ")
        organs = bodies().organs
        if not rest:
            return None
        if any(re.search(rf"\b{re.escape(organ)}\b", rest) for organ in organs):
            return found[0]
        official = country_of_name(" ".join(words[: found[1]]))
        named = official is not None and official[1] == "name"
        return found[0] if named and words[found[1]][:1].isupper() else None

    def _referred(self, where: Passage, noun: str) -> _Body | None:
        """The body that "the company", "the committee" refers back to.

        A noun that is part of bodies' names ("committee") refers to one with it in its name; one
        that is not ("company") to the last body named.
        """
        alike = {"panel": "committee", "committee": "committee"}.get(noun, noun)
        typed = [name for name in self.names.bodies if alike in key(name).split()]
        if typed:
            return self.nearest(where, person=False, ending=alike)
        return self.nearest(where, person=False) if noun in _ANY_BODY else None

    def nearest(
        self, where: Passage, *, person: bool, within: int = 100_000, ending: str = ""
    ) -> _Body | None:
        """The person or body named last before `where`, not further back than `within`.

        Args:
            where: The passage from which to look back.
            person: Whether a person is meant.
            within: Code points to look back.
            ending: Only bodies whose folded name ends in these words and holds more.
        """
        text = self.texts[where.article].article.text[: where.span.start].casefold()
        pool = self.names.people if person else self.names.bodies
        best: tuple[int, int, str] | None = None
        for name, forms in pool.items():
            if ending and not key(name).endswith(f" {ending}"):
                continue
            for form in forms:
                at = text.rfind(form.casefold())
                if at >= max(0, len(text) - within) and (
                    best is None or (at + len(form), len(form)) > best[:2]
                ):
                    best = (at + len(form), len(form), name)
        return None if best is None else _Body(name=best[2], state=self.state(best[2]))

    def government(self, said: Described) -> _Body | None:
        """The government that a minister, secretary or president belongs to."""
        words = (said.of or "").split()
        words = [word for word in words if word.casefold() not in {"the", "of"}]
        found = _country_in(words) if words else None
        if found is not None:
            return _Body(name=state_name(found[0]), state=found[0])
        table = bodies()
        role = (said.role or "").casefold().strip(".")
        topics = [
            word for word in words if re.sub(r"['’]s$", "", word.casefold()) in table.portfolios
        ]
        others = [word for word in words if word not in topics]
        if role == "president" and not words and self.presidency is not None:
            name = table.presidency.get(self.presidency, state_name(self.presidency))
            return _Body(name=name, state=self.presidency)
        if role == "secretary" and topics and not others:
            name = f"{' '.join(topics).title()} Department"
            return _Body(
                name=self.names.canonical(name) or name,
                state=self.national(name) or self.presidency,
            )
        if others and topics and others[0][:1].isupper():
            return _Body(name=f"{others[0].removesuffix('’s')} government")
        if others and role not in {"secretary", "minister"}:
            return self.body(" ".join(words))
        return None


def _last_word(role: str | None) -> str:
    return (role or "").casefold().strip(".").split(" ")[-1]


def _candidates(table: Bodies, told: list[Told], counts: Counter[str]) -> Counter[_Body]:
    """Bodies that the descriptions of one person point to, with how often."""
    found: Counter[_Body] = Counter()
    # What one text calls a former role is over in the others too.
    gone = {_last_word(one.said.role) for one in told if one.said.over}
    for one in told:
        said = one.said
        if (
            said.over
            or _last_word(said.role) in gone
            or (Role.SELF in said.kinds and len(said.kinds) == 1)
        ):
            continue
        body: _Body | None = None
        role = (said.role or "").casefold()
        if role in bodies().offices:
            name = bodies().offices[role]
            body = _Body(name=table.names.canonical(name) or name, state=table.national(name))
        elif Role.MINISTERS in said.kinds:
            body = table.government(said)
            if body is None and Role.HEADS in said.kinds and said.of is not None:
                body = table.body(said.of, one.where)
        elif said.of is not None:
            body = table.body(said.of, one.where)
            client = table.names.canonical(said.of)
            if Role.LAWYERS in said.kinds and len(said.kinds) == 1 and client is None:
                body = None  # an adviser on a matter, an agent of nobody in the story
            if body is not None and _COMMITTEE.search(body.name) and counts[key(body.name)] < _ACTS:
                continue
        elif Role.SPOKES in said.kinds or role in _BARE:
            body = table.nearest(one.where, person=False, within=_NEAR)
        if body is not None and key(body.name) != key(one.person):
            found[body] += 1
    return found


def _usable(body: str) -> bool:
    """Whether a guess at a body is more than a cut-off honorific."""
    return len(body) > 1 and body.casefold().strip(".") not in bodies().honorifics


def _followed(actor: Actor, actors: dict[str, Actor]) -> Actor:
    """Follow an authority that is a person to whom that person speaks for."""
    passed = {actor.name}
    while actor.authority is not None and actor.authority not in passed:
        higher = actors.get(actor.authority)
        lawyer = any(Role.LAWYERS in bodies().roles.get(r.casefold(), ()) for r in actor.roles)
        if higher is None or higher.authority is None or lawyer or _HOUSE.search(actor.name):
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


def _speak_for_documents(actors: dict[str, Actor], table: Bodies) -> None:
    """Give a document its issuer, where a text names it ("the report by the Harbour Board")."""
    for name, actor in actors.items():
        if actor.kind is not SpeakerKind.DOCUMENT or actor.authority is not None:
            continue
        last = name.split(" seen ")[0].split()[-1]
        noun = _RECORDING if re.fullmatch(_RECORDING, last, re.IGNORECASE) else re.escape(last)
        issued = re.compile(
            rf"\b{noun}\s+(?:by|from|of|(?:issued|published|released|leaked) by)\s+(?:the\s+)?"
            r"(?P<body>[A-Z][\w’'-]+(?:\s+(?:and\s+|of\s+|for\s+|the\s+)*[A-Z][\w’'-]+)*)"
        )
        for article in sorted(table.texts):
            match = issued.search(table.texts[article].article.text)
            body = table.body(match["body"]) if match is not None else None
            if body is not None and not table.names.is_person(body.name):
                actors[name] = replace(actor, authority=body.name, state=body.state)
                break


def authority_of(
    actors: list[Actor], told: list[Told], table: Bodies, speaking: frozenset[str]
) -> list[Actor]:
    """Say for each actor whom it speaks for.

    Args:
        actors: The story's actors, without authorities.
        told: What the texts say of people.
        table: The story's bodies.
        speaking: Names of actors who are reported to say something.

    Returns:
        The same actors with `authority`, `state` and `roles`; sorted by name.
    """
    texts = "\n".join(reading.article.text for reading in table.texts.values())
    counts: Counter[str] = Counter()
    for name, forms in table.names.bodies.items():
        total = len(
            re.findall(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})\b", texts, re.IGNORECASE)
        )
        counts[key(name)] = total
        for form in forms:
            counts[key(form)] = max(counts[key(form)], total)
    by_person: dict[str, list[Told]] = {}
    for one in told:
        by_person.setdefault(one.person, []).append(one)
    settled: dict[str, Actor] = {}
    for actor in actors:
        mine = by_person.get(actor.name, [])
        body: _Body | None = None
        if actor.kind is SpeakerKind.PERSON:
            found = _candidates(table, mine, counts)
            if found:
                body = min(found, key=lambda b: (-found[b], b.state is None, -len(b.name), b.name))
        elif actor.kind in {SpeakerKind.BODY, SpeakerKind.UNKNOWN}:
            if actor.kind is SpeakerKind.BODY or table.state(actor.name) is not None:
                body = table.body(actor.name) or _Body(name=actor.name)
        elif actor.kind in {SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT}:
            said = describe(actor.name)
            if Role.SPOKES in said.kinds or Role.LAWYERS in said.kinds:
                body = table.body(said.of) if said.of else None
            elif said.of is not None and table.state(bare_name(said.of)) is not None:
                body = table.body(said.of)
            elif actor.authority is not None and _usable(actor.authority):
                body = table.body(actor.authority)
        if body is None and actor.kind in {
            SpeakerKind.PERSON,
            SpeakerKind.GROUP,
            SpeakerKind.UNKNOWN,
        }:
            said = describe(actor.name)
            if (
                said.of is not None
                and not said.over
                and {Role.SPOKES, Role.LAWYERS} & set(said.kinds)
            ):
                body = table.body(said.of)
        settled[actor.name] = replace(
            actor,
            authority=None if body is None else body.name,
            state=None if body is None else body.state,
            roles=tuple(dict.fromkeys(one.said.role for one in mine if one.said.role)),
            reasons=tuple(
                Reason(feature=f"called “{one.said.role}”", evidence=(one.where,)) for one in mine
            ),
        )
    for name, actor in settled.items():
        settled[name] = _followed(actor, settled)
    _speak_for_documents(settled, table)
    _speak_for_themselves(settled)
    states = {
        actor.state
        for actor in settled.values()
        if actor.state is not None
        and actor.name in speaking
        and key(actor.name) != key(state_name(actor.state))
    }
    if len(states) > 1:
        for name, actor in settled.items():
            if actor.state is not None:
                settled[name] = replace(actor, authority=state_name(actor.state))
    return [settled[name] for name in sorted(settled)]
