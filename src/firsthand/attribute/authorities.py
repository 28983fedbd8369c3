"""Say for which body a speaker speaks, by title, apposition or "spokesman for"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.attribute.appointments import appointed_by
from firsthand.attribute.ground import Ground
from firsthand.attribute.lands import state_named
from firsthand.attribute.names import Name, Names
from firsthand.attribute.office_bodies import OVER, OfficeBodies
from firsthand.attribute.offices import Offices, body_name
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.states import SURE, leading_state, organ_of_state
from firsthand.attribute.titles import is_office, title_tokens
from firsthand.attribute.tree import Tree
from firsthand.attribute.unseen import Unseen
from firsthand.domain import MentionKind, Reason, SpeakerKind, StatementField
from firsthand.tables.capacities import capacities
from firsthand.tables.media import is_outlet

__all__ = ["Authorities", "Authority"]

_SPEAKING_FOR_LAST = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "officer", "commander", "director", "executive"}
    | {"inspector", "manager", "president", "chairman", "chairwoman", "ceo"}
)
"""Offices that, without a body beside them, belong to the body that was just spoken of."""

_LINKS = frozenset({"of", "from", "at", "with", "for"})

_SEATS_OF_OTHERS = frozenset({"brussels", "geneva", "the hague", "vienna"})
"""Cities that in news stand for bodies of several states rather than for a government."""

_GOVERNMENTS = frozenset({"government", "federal government", "central government"})
_SELF = "a body that speaks speaks for itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The body a speaker speaks for, and why."""

    name: str | None
    """None for private people, and where the article does not tell."""

    reasons: tuple[Reason, ...] = ()
    """Of the field "authority"; the reason that decided last. Empty where there is no name."""


class Authorities:
    """Look up the authority of speakers in one article."""

    def __init__(self, tree: Tree, names: Names) -> None:
        """Make ready for an article with its names."""
        self._tree = tree
        self._names = names
        self._offices = Offices(tree, names, Unseen(tree, names))
        self._bodies = OfficeBodies(tree, names)
        self._people: dict[str, Ground | None] = {}

    def of(self, speaker: Speaker) -> Authority:
        """The body that `speaker` speaks for, with the reasons.

        Joint speakers of one body speak for it; of several, for all, joined by ``"; "``; where one
        of them speaks for nobody, nothing is said.
        """
        parts = speaker.parts or (speaker,)
        found = [ground for part in parts if (ground := self._of_one(part)) is not None]
        if not found or (len(found) < len(parts) and not self._share(parts, found)):
            return Authority(name=None)
        reasons = [ground.reason(self._tree, StatementField.AUTHORITY) for ground in found]
        return Authority(
            name="; ".join(dict.fromkeys(ground.name for ground in found)),
            reasons=tuple(dict.fromkeys(reasons)),
        )

    def _share(self, parts: Sequence[Speaker], found: Sequence[Ground]) -> bool:
        """Whether one body is meant for all ("the union's president A. and vice president B.")."""
        if len({ground.name for ground in found}) > 1 or self._of_one(parts[0]) is None:
            return False
        return all(
            any(is_office(self._tree, at) for at in title_tokens(self._tree, part.heads[0]))
            for part in parts
            if part.heads
        )

    def _of_one(self, speaker: Speaker) -> Ground | None:
        if speaker.name is None:
            return None
        if speaker.kind is SpeakerKind.PERSON:
            return self._of_person(speaker.name)
        if speaker.kind is SpeakerKind.OUTLET:
            return Ground(name=speaker.name, feature=_SELF, tokens=speaker.heads)
        if speaker.kind is SpeakerKind.BODY:
            return self._of_body(speaker)
        if speaker.kind is SpeakerKind.DOCUMENT:
            return self._of_document(speaker)
        if speaker.kind is SpeakerKind.GROUP and not self._official(speaker):
            return None
        found = self._of_phrase(list(speaker.heads), person=None)
        plural = (speaker.name or "").split()[-1].lower() == "officials"
        return self._state_at_hand(speaker) if found is None and plural else found

    def _of_person(self, name: str) -> Ground | None:
        """Looked up once for all statements of a person: every mention of the name is read for it."""
        if name not in self._people:
            heads = [
                one.last - 1
                for one in self._names.found
                if one.kind is MentionKind.PERSON and one.canonical == name
            ]
            self._people[name] = self._of_phrase(heads, person=name)
        return self._people[name]

    def _of_document(self, speaker: Speaker) -> Ground | None:
        feature = "a text speaks for the body whose it is"
        title = not any(word.islower() for word in (speaker.name or "").split() if len(word) > 3)
        if title and is_outlet(speaker.name or ""):  # no "files seen by the Harbour Ledger"
            return Ground(name=speaker.name or "", feature=feature, tokens=speaker.heads)
        owner = [name for name in self._names.found if name.canonical == speaker.name]
        for name in owner:
            if name.kind is MentionKind.ORGANISATION:
                return Ground(name=body_name(name), feature=feature, tokens=speaker.heads)
        return None

    def _official(self, speaker: Speaker) -> bool:
        table = capacities()
        speaking = table.unnamed | table.organs | {"authority"}
        return any(self._tree.tokens[at].lemma.lower() in speaking for at in speaker.heads)

    def _of_body(self, speaker: Speaker) -> Ground | None:
        name = speaker.name or ""
        state = None
        if name.casefold() not in _SEATS_OF_OTHERS:
            state = state_named(name, "name", "metonym", "capital")
        if state is not None:
            feature = "a state, its capital or seat speaks for the state"
            return Ground(name=state, feature=feature, tokens=speaker.heads)
        if name.lower() in _GOVERNMENTS:
            leading = leading_state(self._names, SURE)
            feature = "the government of the state the article is about"
            return (
                Ground(name=leading, feature=feature, score=0.8, tokens=speaker.heads)
                if leading is not None
                else None
            )
        for one in self._names.found:
            # "Okoye's campaign" speaks for Okoye
            if one.kind is MentionKind.PERSON and name.startswith(f"{one.canonical}'s "):
                told = one.canonical if name.split()[-1] in capacities().agent else name
                return Ground(
                    name=told, feature="it belongs to somebody named", tokens=speaker.heads
                )
        organ = organ_of_state(name)
        if organ is None and name.split()[-1].lower() == "authorities" and name[1:].islower():
            return self._state_at_hand(speaker)
        if " " not in name and name.islower():
            return None  # "the company", and nothing tells which
        return Ground(name=organ or name, feature=_SELF, tokens=speaker.heads)

    def _of_phrase(self, heads: Sequence[int], *, person: str | None) -> Ground | None:
        """Read the titles around every mention; titles with an office before bare neighbours."""
        heads = [head for head in heads if person is None or not self._beside_a_holder(head)]
        titles = [title_tokens(self._tree, head) for head in heads]
        for read in (self._offices.of_title, self._bodies.office_itself):
            for tokens in titles:
                found = read(tokens, person)
                if found is not None:
                    return found
        for head in heads if person is not None else ():
            found = appointed_by(self._tree, self._names, head)
            if found is not None:
                return found
        for tokens in titles if person is not None else ():
            found = self._offices.holder(tokens, person or "")
            if found is not None:
                return found
        for head, tokens in zip(heads, titles, strict=True):
            found = self._beside(head, tokens, person) or self._bodies.of_rank(head, tokens)
            found = found or self._just_named(head, tokens)
            if found is not None:
                return found
        return None

    def _state_at_hand(self, speaker: Speaker) -> Ground | None:
        """The state of "officials" and "the authorities", where an article tells of one alone."""
        state = leading_state(self._names, SURE, opens=self._tree.sentence_of)
        if state is None:
            return None
        feature = "officials of the state the article is about"
        return Ground(name=state, feature=feature, score=0.6, tokens=speaker.heads)

    def _beside_a_holder(self, head: int) -> bool:
        """Whether a name only says whose agent the next name is ("Okoye lawyer Ben Ruiz")."""
        token = self._tree.tokens[head]
        if token.dep not in {"compound", "nmod", "poss"}:
            return False
        own, above = self._names.at(head), self._names.at(token.head)
        if above is None:
            after = self._names.at(token.head + 1)
            held = is_office(self._tree, token.head) and token.head > head
            return held and after is not None and after.kind is MentionKind.PERSON
        return above.kind is MentionKind.PERSON and above is not own

    def _beside(self, head: int, tokens: list[int], person: str | None) -> Ground | None:
        """Name the body right beside a name: "Rails Now's Ada Okoye", "Ada Okoye of Rails Now"."""
        held = set(tokens)
        for name in self._names.within(tokens):
            if name.kind is not MentionKind.ORGANISATION or name.canonical == person:
                continue
            if name.written.lower().startswith("ex-"):
                continue  # "ex-Rovers goalkeeper Ada Okoye"
            top = self._tree.tokens[self._top(name)]
            above = top.head
            if top.dep == "pobj" and self._tree.lower(above) in _LINKS:
                above = self._tree.tokens[above].head
            elif top.dep not in {"poss", "compound", "nmod"}:
                continue
            if above in held and self._names.at(above) is self._names.at(head):
                feature = "a body stands right beside the name"
                return Ground(
                    name=body_name(name), feature=feature, score=0.9, tokens=tuple(tokens)
                )
        return None

    def _top(self, name: Name) -> int:
        """The token by which a name hangs on its sentence."""
        own = range(name.first, name.last)
        return next((at for at in own if self._tree.tokens[at].head not in own), name.last - 1)

    def _just_named(self, head: int, tokens: list[int]) -> Ground | None:
        """Give an office without a body the body named last ("duty officer Ada Okoye said")."""
        office = {self._tree.tokens[at].lemma.lower() for at in tokens}
        of_state = any(self._tree.word(at) == "President" for at in tokens)
        if not office & _SPEAKING_FOR_LAST or office & OVER or of_state:
            return None
        if any(self._tree.lower(at) == "of" for at in tokens):
            return None
        sentence = self._tree.sentence_of[head]
        first = min(tokens)
        for name in reversed(self._names.found):
            if name.last > first or name.kind is not MentionKind.ORGANISATION:
                continue
            if sentence - self._tree.sentence_of[name.first] > 2:
                return None
            if name.first > 0 and self._tree.lower(name.first - 1) == "by":
                return None  # "analysts polled by Tallyhouse": it only did something for others
            if not is_outlet(name.written):
                feature = "an office without its body belongs to the body just named"
                return Ground(
                    name=body_name(name), feature=feature, score=0.6, tokens=(name.last - 1,)
                )
        return None
