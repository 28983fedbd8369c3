"""Read the titles around a name: for which body or state the office speaks."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.ground import Ground
from firsthand.attribute.lands import state_led, state_named
from firsthand.attribute.names import Name, Names
from firsthand.attribute.office_bodies import OVER, title_words
from firsthand.attribute.phrases import phrase
from firsthand.attribute.states import LIKELY, leading_state, organ_of_state
from firsthand.attribute.titles import is_office, speaking_words
from firsthand.attribute.tree import Tree
from firsthand.attribute.unseen import Unseen, is_portfolio
from firsthand.domain import MentionKind
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name

__all__ = ["Offices", "body_name"]

_STATE_OFFICES = frozenset(
    {"minister", "president", "premier", "chancellor", "king", "queen", "emperor", "ambassador"}
    | {"secretary", "presidency", "minister-president", "monarch", "junta", "undersecretary"}
    | {"taoiseach", "sultan", "emir", "envoy"}
)
_LEADERS = frozenset(
    {"president", "minister", "premier", "chancellor", "king", "queen", "secretary"}
)
_PLACE_OFFICES = frozenset({"mayor", "governor", "sheriff", "councillor", "prefect", "premier"})
_LEADS = frozenset({"top", "ranking"})
"""A member is not the committee, but its leading members speak for it."""

_ANYBODY = frozenset({"one", "someone", "somebody", "person", "people", "individual"})
"""Words for the unnamed that, beside a name, are no office ("one of the port's oldest pilots")."""

_LANDS = frozenset({MentionKind.PLACE, MentionKind.NATIONALITY})
_FOR = frozenset({"of", "for", "at", "with", "from"})

_CHIEFS = frozenset({"chief", "commissioner", "marshal", "captain", "officer", "spokesman"})
_SERVICES = {"fire": ("fire department", "fire service"), "police": ("police",)}
"""Services whose chief is named by place and service, and how their own names end."""

_STATED = "the title says for whom they speak"
_LAND = "a state office, and the state beside it"
_LED = "a state office, and a known holder of it"
_ABOUT = "a state office, and the state the article is about"


def body_name(name: Name) -> str:
    """What a body's name stands for: the state of its organs, else the body itself."""
    return (
        state_named(name.canonical, "metonym") or organ_of_state(name.canonical) or name.canonical
    )


@dataclass(frozen=True)
class Offices:
    """Read titles in one article."""

    tree: Tree
    names: Names
    unseen: Unseen

    def of_title(self, tokens: list[int], person: str | None) -> Ground | None:
        """For whom the bearer of a title speaks.

        Args:
            tokens: Of the title, ascending, the name among them.
            person: The bearer's name; None for somebody unnamed.

        Returns:
            None where the title tells of no office, of a past one, or not whose it is.
        """
        table = capacities()
        office = title_words(self.tree, tokens)
        leads = bool(office & _LEADS) and bool(office & {"democrat", "republican", "member"})
        if person is not None:
            office -= _ANYBODY
        if office & OVER or not (leads or office & (speaking_words() - {"member"})):
            return None
        held = [name for name in self.names.within(tokens) if name.canonical != person]
        bodies = [name for name in held if self._speaks(name, office)]
        lands = [name for name in held if name.kind in _LANDS]
        if office & _STATE_OFFICES and not (bodies and office & {"president", "secretary"}):
            found = self._state(tokens, office, lands)
            if found is not None:
                return found
        others = [name for name in held if name.kind is MentionKind.PERSON]
        if office & table.agent and others and not bodies:
            return Ground(name=others[0].canonical, feature=_STATED, tokens=tuple(tokens))
        return (
            self._department(tokens)
            or self._body(tokens, bodies)
            or self._place(tokens, office, lands)
            or self._unmarked(tokens, person)
        )

    def holder(self, tokens: list[int], person: str) -> Ground | None:
        """The state of a head or member of a government whose country the title leaves out."""
        office = title_words(self.tree, tokens)
        if office & OVER or not office & _LEADERS:
            return None
        held = self.names.within(tokens)
        if any(
            name.kind is MentionKind.ORGANISATION and self._speaks(name, office) for name in held
        ):
            return None
        capital = any(
            self.tree.lower(at) in _LEADERS and self.tree.word(at)[0].isupper() for at in tokens
        )
        if not capital and "minister" not in office:
            return None
        whole = " " in person or bool(office & (_LEADERS - {"secretary"}))
        state = state_led(person) if whole else None
        if state is not None:
            return Ground(name=state, feature=_LED, score=0.9, tokens=tuple(tokens))
        if office & {"secretary", "vice"}:
            return None
        state = leading_state(self.names, LIKELY)
        if state is not None and not self._held_by_another(state, person):
            return Ground(name=state, feature=_ABOUT, score=0.7, tokens=tuple(tokens))
        return None

    def _held_by_another(self, state: str, person: str) -> bool:
        """Whether the article calls somebody else a head or minister of a state ("Chile's President Ada Okoye").

        Whoever it then introduces without a country is as likely another state's.
        """
        for name in self.names.found:
            if name.kind is not MentionKind.PERSON or name.canonical == person:
                continue
            at = name.first - 1
            while at > 0 and (is_office(self.tree, at) or is_portfolio(self.tree.word(at))):
                at -= 1
            if at < 0 or at == name.first - 1:
                continue
            land = self.names.at(at - 1 if self.tree.tokens[at].tag == "POS" else at)
            office = {self.tree.lower(n) for n in range(at + 1, name.first)}
            told = None if land is None else state_named(land.written, "name", "demonym")
            if told == state and office & _LEADERS:
                return True
        return False

    def _speaks(self, name: Name, office: set[str]) -> bool:
        return (
            name.kind is MentionKind.ORGANISATION
            and not self._a_portfolio(name, office)
            and not self._a_party(name)
            and not is_portfolio(name.written)
        )

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
            and "department" not in name.written.lower()
        )

    def _state(self, tokens: list[int], office: set[str], lands: list[Name]) -> Ground | None:
        for name in lands:
            state = state_named(name.written, "name", "demonym")
            if state is not None and not self._a_part(name):
                return Ground(name=state, feature=_LAND, tokens=tuple(tokens))
        for name in self.names.within(tokens):
            # "Chilean Public Works Minister", marked as one name
            first = state_named(name.written.split()[0], "name", "demonym")
            if name.kind is MentionKind.ORGANISATION and first is not None:
                return Ground(name=first, feature=_LAND, score=0.9, tokens=tuple(tokens))
        regions = [self.tree.word(at) for at in tokens if self.tree.word(at).endswith("ish")]
        if "minister" in office and (lands or regions):
            told = f"{lands[0].written if lands else regions[0]} government"
            return Ground(name=told, feature=_LAND, score=0.8, tokens=tuple(tokens))
        return None

    def _a_part(self, name: Name) -> bool:
        """Whether a place or people only says where another lies ("the south Sudanese Mellin state")."""
        after = self.tree.lower(name.last) if name.last < len(self.tree.tokens) else ""
        return after in capacities().regions

    def _body(self, tokens: list[int], bodies: list[Name]) -> Ground | None:
        """The body in the office's own "of" phrase, else the one nearest to it."""
        roles = [at for at in tokens if self.tree.tokens[at].lemma.lower() in speaking_words()]
        for at in roles:
            behind = self.unseen.behind(at)
            if behind is not None:
                return Ground(name=behind[0], feature=_STATED, score=0.8, tokens=tuple(tokens))
            for prep in self.tree.kids(at, "prep"):
                for kid in self.tree.kids(prep, "pobj") if self.tree.lower(prep) in _FOR else ():
                    own = self.names.at(kid)
                    if own is None:
                        continue
                    if own in bodies:
                        return Ground(name=body_name(own), feature=_STATED, tokens=tuple(tokens))
                    if own.kind is MentionKind.PLACE and country_of_name(own.written) is None:
                        name = own.canonical
                        return Ground(name=name, feature=_STATED, score=0.7, tokens=tuple(tokens))
        if not bodies:
            return None
        nearest = min(
            bodies,
            key=lambda name: min(
                (min(abs(name.first - at), abs(name.last - 1 - at)) for at in roles), default=0
            ),
        )
        return Ground(name=body_name(nearest), feature=_STATED, tokens=tuple(tokens))

    def _place(self, tokens: list[int], office: set[str], lands: list[Name]) -> Ground | None:
        table = capacities()
        parts = [name for name in lands if self._a_part(name)]
        if parts and office & (_PLACE_OFFICES | _STATE_OFFICES):
            told = f"{parts[-1].written} {self.tree.word(parts[-1].last)}"
            return Ground(name=told, feature=_STATED, score=0.9, tokens=tuple(tokens))
        if office & (_PLACE_OFFICES | _STATE_OFFICES):
            for at in tokens[1:]:
                capital = self.tree.word(at - 1)[:1].isupper() and not is_office(self.tree, at - 1)
                if self.tree.word(at) in table.regions and capital:
                    told = phrase(self.tree, self.names, frozenset({at - 1, at}), at)
                    return Ground(name=told, feature=_STATED, score=0.8, tokens=tuple(tokens))
            places = [name for name in lands if name.kind is MentionKind.PLACE]
            if places and office & _PLACE_OFFICES:
                return Ground(name=places[0].canonical, feature=_STATED, tokens=tuple(tokens))
        if lands and office & {"commissioner"} and lands[0].written == "European":
            return Ground(name="European Commission", feature=_STATED, tokens=tuple(tokens))
        if lands and office & (table.body | table.state | table.organs | table.unnamed):
            for name in lands:
                state = state_named(name.written, "name", "demonym", "capital")
                if state is not None:
                    return Ground(name=state, feature=_LAND, score=0.8, tokens=tuple(tokens))
        return None

    def _department(self, tokens: list[int]) -> Ground | None:
        """The service of a place whose chief is named: "Mellin Fire Chief", "Mellin police chief"."""
        for place, at, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            service = self.tree.lower(at)
            if self.tree.lower(after) not in _CHIEFS or service not in _SERVICES:
                continue
            if self.tree.tokens[place].pos != "PROPN":
                continue
            where = self.tree.word(place)
            for name in self.names.found:
                low = name.canonical.lower()
                if where.lower() in low and any(end in low for end in _SERVICES[service]):
                    return Ground(name=name.canonical, feature=_STATED, tokens=tuple(tokens))
            told = f"{where} {service.title()} Department"
            return Ground(name=told, feature=_STATED, score=0.7, tokens=tuple(tokens))
        return None

    def _unmarked(self, tokens: list[int], person: str | None) -> Ground | None:
        table = capacities()
        own = set((person or "").split())
        for at in tokens:
            if self.tree.lower(at) not in table.body | table.agent:
                continue
            told = self.unseen.before(at, tokens, own)
            if told is not None:
                return Ground(name=told, feature=_STATED, score=0.8, tokens=tuple(tokens))
        common = self.unseen.common(tokens)
        if common is not None and not is_portfolio(common):
            return Ground(name=common, feature=_STATED, score=0.8, tokens=tuple(tokens))
        return None
