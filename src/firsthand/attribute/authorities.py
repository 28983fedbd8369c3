"""Say for which body a speaker speaks, by title, apposition or "spokesman for"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.attribute.names import Name, Names
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, Reason, SpeakerKind
from firsthand.tables.bodies import bodies
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import countries, country_of_name
from firsthand.tables.media import is_outlet
from firsthand.tables.namewords import name_words

__all__ = ["Authorities", "Authority"]

_STATE_OFFICES = frozenset(
    {"minister", "president", "premier", "chancellor", "king", "queen", "emperor", "ambassador"}
    | {"secretary", "presidency", "minister-president", "monarch", "junta"}
)
_PLACE_OFFICES = frozenset({"mayor", "governor", "sheriff", "councillor", "prefect", "premier"})
_OVER = frozenset({"former", "ex", "retired", "late", "ex-president", "onetime"})
_SPEAKING_FOR_LAST = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "officer", "commander", "director", "executive"}
    | {"inspector", "manager", "president", "chairman", "chairwoman", "ceo"}
)
"""Offices that, without a body beside them, belong to the body that was just spoken of."""

_LEADS = frozenset({"top", "ranking"})
"""A member is not the committee, but its leading members speak for it."""

_ANYBODY = frozenset({"one", "someone", "somebody", "person", "people", "individual"})
"""Words for the unnamed that, beside a name, are no office ("one of the port's oldest pilots")."""

_SEATS_OF_OTHERS = frozenset({"brussels", "geneva", "the hague", "vienna"})
"""Cities that in news stand for bodies of several states rather than for a government."""

_OFFICES_AS_BODIES = frozenset({"office", "counsel", "prosecutor", "attorney", "mayor", "governor"})
_LEAD = 0.9
"""Share of an article's country mentions that makes "the government" that country's. Low shares
err: reports on one country name another most."""


def state_named(word: str, *roles: str) -> str | None:
    """The usual name of the country that `word` names in one of `roles`; any role when none is given."""
    found = country_of_name(word)
    if found is None or (roles and found[1] not in roles):
        return None
    return next(country.names[0] for country in countries() if country.code == found[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The body a speaker speaks for, and why."""

    name: str | None
    """None for private people, and where the article does not tell."""

    reasons: tuple[Reason, ...] = ()
    """Of the field "authority"; the reason that decided last. Empty where there is no name."""


@dataclass(slots=True)
class Authorities:
    """Look up the authority of speakers in one article."""

    tree: Tree
    names: Names
    speakers: Speakers

    def of(self, speaker: Speaker) -> Authority:
        """The body that `speaker` speaks for, with the reasons."""
        name = self._of(speaker)
        if name is None:
            return Authority(name=None)
        reason = Reason(
            feature="titles and neighbours of the name say for whom they speak",
            evidence=self.tree.passages(speaker.heads),
            field="authority",
        )
        return Authority(name=name, reasons=(reason,))

    def _of(self, speaker: Speaker) -> str | None:
        """The body that `speaker` speaks for; None for private people and where none is told.

        Joint speakers of one body speak for it; of several, for all, joined by ``"; "``; where one
        of them speaks for nobody, nothing is said.
        """
        if speaker.parts:
            each = [self._of(part) for part in speaker.parts]
            told = [one for one in each if one is not None]
            return "; ".join(dict.fromkeys(told)) if told and len(told) == len(each) else None
        if speaker.name is None:
            return None
        if speaker.kind is SpeakerKind.PERSON:
            heads = [
                name.last - 1
                for name in self.names.found
                if name.kind is MentionKind.PERSON and name.canonical == speaker.name
            ]
            return self._of_phrase(heads, person=speaker.name)
        if speaker.kind is SpeakerKind.OUTLET:
            return speaker.name
        if speaker.kind is SpeakerKind.BODY:
            return self._of_body(speaker)
        if speaker.kind is SpeakerKind.DOCUMENT and is_outlet(speaker.name):
            return speaker.name
        if speaker.kind is SpeakerKind.DOCUMENT:
            owner = next(
                (
                    name
                    for name in self.names.found
                    if name.canonical == speaker.name and name.kind is MentionKind.ORGANISATION
                ),
                None,
            )
            return self._body_name(owner) if owner is not None else None
        if speaker.kind is SpeakerKind.GROUP and not self._official(speaker):
            return None
        return self._of_phrase(list(speaker.heads), person=None)

    def _official(self, speaker: Speaker) -> bool:
        table = capacities()
        speaking = table.unnamed | table.organs | {"authority"}
        return any(self.tree.tokens[at].lemma.lower() in speaking for at in speaker.heads)

    def _of_body(self, speaker: Speaker) -> str | None:
        name = speaker.name or ""
        if name.casefold() not in _SEATS_OF_OTHERS:
            state = state_named(name, "name", "metonym", "capital")
            if state is not None:
                return state
        if name.lower() in {"government", "federal government", "central government"}:
            return self._leading_state()
        for name_ in self.names.found:
            # "Okoye's campaign" speaks for Okoye
            if name_.kind is MentionKind.PERSON and name.startswith(f"{name_.canonical}'s "):
                return name_.canonical if name.split()[-1] in capacities().agent else name
        if " " not in name and name.islower():
            return None  # "the company", and nothing tells which
        return self._organ_of_state(name) or name

    def _leading_state(self) -> str | None:
        """The country that most of an article's country names are of."""
        votes = Counter(
            state
            for name in self.names.found
            if name.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}
            and (state := state_named(name.written, "name", "demonym")) is not None
        )
        if not votes:
            return None
        state, count = max(sorted(votes.items()), key=lambda item: item[1])
        return state if count >= _LEAD * votes.total() else None

    def _organ_of_state(self, name: str) -> str | None:
        """Name the state of "Chilean military intelligence"; "Chilean Football Union" has none."""
        parts = name.replace("'s", "").replace("’s", "").split()
        if len(parts) < 2 or not {part.lower() for part in parts} & capacities().organs:
            return None
        if parts[0].lower() == "government" and len(parts) > 2:
            return state_named(" ".join(parts[2:]), "name")
        for size in (3, 2, 1):
            state = state_named(" ".join(parts[:size]), "name", "demonym")
            if state is not None:
                return state
        return None

    def _of_phrase(self, heads: Sequence[int], *, person: str | None) -> str | None:
        """Read the titles around every mention; titles with an office before bare neighbours."""
        heads = [head for head in heads if person is None or not self._beside_a_holder(head)]
        titles = [self.speakers.before.title_tokens(head) for head in heads]
        for tokens in titles:
            found = self._of_title(tokens, person)
            if found is not None:
                return found
        for tokens in titles:
            found = self._office_of(tokens, person)
            if found is not None:
                return found
        for head, tokens in zip(heads, titles, strict=True):
            found = self._beside(head, tokens, person) or self._just_named(head, tokens)
            if found is not None:
                return found
        return None

    def _beside_a_holder(self, head: int) -> bool:
        """Whether a name only says whose agent the next name is ("Okoye lawyer Ben Ruiz")."""
        token = self.tree.tokens[head]
        own, above = self.names.at(head), self.names.at(token.head)
        return (
            token.dep in {"compound", "nmod", "poss"}
            and above is not None
            and above.kind is MentionKind.PERSON
            and above is not own
        )

    def _of_title(self, tokens: list[int], person: str | None) -> str | None:
        table = capacities()
        office = {self.tree.tokens[at].lemma.lower().strip(".") for at in tokens} | {
            self.tree.lower(at).strip(".") for at in tokens
        }
        leads = bool(office & _LEADS) and bool(office & {"democrat", "republican", "member"})
        if person is not None:
            office -= _ANYBODY
        if office & _OVER or not (leads or office & _speaking()):
            return None
        held = [name for name in self.names.within(tokens) if name.canonical != person]
        bodies = [
            name
            for name in held
            if name.kind is MentionKind.ORGANISATION
            and not self._a_portfolio(name, office)
            and not self._a_party(name)
        ]
        lands = [name for name in held if name.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}]
        others = [name for name in held if name.kind is MentionKind.PERSON]
        if office & _STATE_OFFICES and not (bodies and "president" in office):
            found = self._state_office(tokens, office, lands)
            if found is not None:
                return found
        if office & table.agent and others and not bodies:
            return others[0].canonical
        if bodies:
            roles = [at for at in tokens if self.tree.tokens[at].lemma.lower() in _speaking()]
            nearest = min(
                bodies,
                key=lambda name: min(
                    (min(abs(name.first - at), abs(name.last - 1 - at)) for at in roles), default=0
                ),
            )
            return self._body_name(nearest)
        if office & _PLACE_OFFICES:
            places = [name for name in lands if name.kind is MentionKind.PLACE]
            if places:
                return places[0].canonical
        if lands and office & (table.body | table.state | table.organs | table.unnamed):
            for name in lands:
                state = state_named(name.written, "name", "demonym", "capital")
                if state is not None:
                    return state
        return self._beside_role(tokens, person) or self._common_body(tokens)

    def _office_of(self, tokens: list[int], person: str | None) -> str | None:
        """Find "the Riga harbour master's office" for "harbour master Ada Okoye", where one is named."""
        if person is None:
            return None
        table = capacities()
        told = [self.tree.lower(at) for at in tokens if self.names.at(at) is None]
        found: dict[str, int] = {}
        for at, token in enumerate(self.tree.tokens):
            if token.lemma.lower() not in {"office", "department", "service"}:
                continue
            for owner in self.tree.kids(at, "poss"):
                if self.tree.tokens[owner].pos != "NOUN" and self.names.at(owner) is None:
                    continue
                role = self.tree.lower(owner)
                phrase = self.speakers.phrase(frozenset(self.tree.subtree(at)), at)
                if role in told and role not in table.own:
                    found.setdefault(phrase.removeprefix("local "), at)
        places = [one for one in found if one[:1].isupper()]
        longest = max(places or sorted(found), key=len, default=None)
        return longest if longest is not None and len(places) <= 1 else None

    def _a_party(self, name: Name) -> bool:
        """Whether a house is only where a party leader sits ("Senate Majority Leader")."""
        after = self.tree.lower(name.last) if name.last < len(self.tree.tokens) else ""
        return after in {"majority", "minority"}

    def _a_portfolio(self, name: Name, office: set[str]) -> bool:
        """Whether a "body" is only what a minister looks after ("Public Works Minister")."""
        after = self.tree.lower(name.last) if name.last < len(self.tree.tokens) else ""
        return (
            after in {"minister", "secretary"}
            and bool(office & {"minister", "secretary"})
            and ("department" not in name.written.lower())
        )

    def _state_office(self, tokens: list[int], office: set[str], lands: list[Name]) -> str | None:
        for name in lands:
            state = state_named(name.written, "name", "demonym")
            if state is not None:
                return state
        regions = [self.tree.word(at) for at in tokens if self.tree.word(at).endswith("ish")]
        if "minister" in office and (lands or regions):
            return f"{lands[0].written if lands else regions[0]} government"
        return None

    def _beside(self, head: int, tokens: list[int], person: str | None) -> str | None:
        """Name the body right beside a name: "Rails Now's Ada Okoye", "Ada Okoye of Rails Now"."""
        held = set(tokens)
        for name in self.names.within(tokens):
            if name.kind is not MentionKind.ORGANISATION or name.canonical == person:
                continue
            top = self.tree.tokens[name.last - 1]
            above = top.head
            if top.dep == "pobj" and self.tree.lower(above) in {"of", "from", "at", "with"}:
                above = self.tree.tokens[above].head
            elif top.dep not in {"poss", "compound", "nmod"}:
                continue
            if above in held and self.names.at(above) is self.names.at(head):
                return self._body_name(name)
        return None

    def _just_named(self, head: int, tokens: list[int]) -> str | None:
        """Give an office without a body the body named last ("duty officer Ada Okoye said")."""
        office = {self.tree.tokens[at].lemma.lower() for at in tokens}
        of_state = any(self.tree.word(at) == "President" for at in tokens)
        if not office & _SPEAKING_FOR_LAST or office & _OVER or of_state:
            return None
        sentence = self.tree.sentence_of[head]
        first = min(tokens)
        for name in reversed(self.names.found):
            if name.last > first or name.kind is not MentionKind.ORGANISATION:
                continue
            if sentence - self.tree.sentence_of[name.first] > 2:
                return None
            if not is_outlet(name.written):
                return self._body_name(name)
        return None

    def _body_name(self, name: Name) -> str:
        return (
            state_named(name.canonical, "metonym")
            or self._organ_of_state(name.canonical)
            or name.canonical
        )

    def _beside_role(self, tokens: list[int], person: str | None) -> str | None:
        """Find a body the recogniser missed: capitals right before or after the role word."""
        roles = capacities().body | capacities().agent
        own = set((person or "").split())
        for number, at in enumerate(tokens):
            if self.tree.lower(at) not in roles:
                continue
            for prep in self.tree.kids(at, "prep"):
                if self.tree.lower(prep) not in {"of", "for", "at"}:
                    continue
                for kid in self.tree.kids(prep, "pobj"):
                    name = self.names.at(kid)
                    if self.tree.tokens[kid].pos != "PROPN" or (
                        name is not None and name.kind is MentionKind.PERSON
                    ):
                        continue
                    told = self.speakers.phrase(frozenset(self.tree.subtree(kid)), kid)
                    if country_of_name(told) is None:
                        return self._fullest(told)
            run: list[int] = []
            for before in reversed(tokens[:number]):
                word = self.tree.word(before)
                if self.tree.tokens[before].pos != "PROPN" or word in own:
                    if self.tree.tokens[before].pos in {"ADJ", "PART"} and not run:
                        continue
                    break
                if self.tree.lower(before) not in roles | capacities().state:
                    run.insert(0, before)
            if (
                run
                and not country_of_name(self._text(run))
                and self.tree.lower(run[0]) not in name_words().titles
                and (run[0] == 0 or self.tree.lower(run[0] - 1) not in name_words().titles)
            ):
                return self._fullest(self._text(run))
        return None

    def _text(self, run: list[int]) -> str:
        return self.tree.text[self.tree.tokens[run[0]].start : self.tree.tokens[run[-1]].end]

    def _common_body(self, tokens: list[int]) -> str | None:
        """A body that has no capital letters: "fire service spokesman Adam Okoye"."""
        table = capacities()
        for number, at in enumerate(tokens):
            if self.tree.tokens[at].lemma.lower() not in table.body | table.agent | table.unnamed:
                continue
            first = number
            while (
                first > 0
                and self.tree.tokens[tokens[first - 1]].dep in {"compound", "amod", "poss", "nmod"}
                and self.tree.lower(tokens[first - 1]) not in table.drop
            ):
                first -= 1
            while first < number and self.tree.lower(tokens[first]) in bodies().grades:
                first += 1  # "senior administration official"
            run = tokens[first:number]
            if run and self.tree.tokens[run[-1]].lemma.lower() in table.bodies:
                return self._fullest(self._text(run))
            for prep in self.tree.kids(at, "prep"):
                if self.tree.lower(prep) not in {"for", "of", "at", "from", "with"}:
                    continue
                for kid in self.tree.kids(prep, "pobj"):
                    if self.tree.tokens[kid].lemma.lower() in table.bodies | _OFFICES_AS_BODIES:
                        return self._fullest(
                            self.speakers.phrase(frozenset(self.tree.subtree(kid)), kid)
                        )
        return None

    def _fullest(self, told: str) -> str:
        """The longest name in the article that ends in the same words, or that they stand for."""
        low = told.lower()
        for name in self.names.found:
            if name.written.lower() == low and name.kind is not MentionKind.PERSON:
                return name.canonical
        longer = [
            name.canonical
            for name in self.names.found
            if name.kind is MentionKind.ORGANISATION and name.canonical.lower().endswith(" " + low)
        ]
        return max(longer, key=lambda name: (len(name), name)) if longer else told


def _speaking() -> frozenset[str]:
    table = capacities()
    return (
        table.body
        | table.state
        | table.unnamed
        | table.agent
        | table.documents
        | {"analyst", "researcher", "scientist", "authority"}
    )
