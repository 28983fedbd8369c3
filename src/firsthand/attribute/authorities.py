"""Say for which body a speaker speaks, by title, apposition or "spokesman for"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.names import Name, Names
from firsthand.attribute.speakers import Speaker, Speakers
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.countries import countries, country_of_name
from firsthand.tables.capacities import capacities

__all__ = ["Authorities"]


def _state(word: str, *roles: str) -> str | None:
    """The usual name of the country that `word` names in one of `roles`."""
    found = country_of_name(word)
    if found is None or (roles and found[1] not in roles):
        return None
    for country in countries():
        if country.code == found[0]:
            return country.names[0]
    return None


@dataclass(slots=True)
class Authorities:
    """Look up the authority of speakers in one article."""

    tree: Tree
    names: Names
    speakers: Speakers

    def of(self, speaker: Speaker, words: frozenset[int]) -> str | None:
        """The body that `speaker` speaks for; None for private people and where none is told."""
        if speaker.name is None:
            return None
        if ";" in speaker.name:
            return None
        if speaker.kind is SpeakerKind.PERSON:
            return self._of_person(speaker)
        if speaker.kind is SpeakerKind.OUTLET:
            return None
        if speaker.kind is SpeakerKind.BODY:
            return self._of_body(speaker, words)
        if speaker.kind in {SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN}:
            return self._of_phrase(list(speaker.heads), person=None)
        return None

    def _of_person(self, speaker: Speaker) -> str | None:
        heads = [
            name.last - 1
            for name in self.names.found
            if name.kind is MentionKind.PERSON and name.canonical == speaker.name
        ]
        return self._of_phrase(heads, person=speaker.name)

    def _of_body(self, speaker: Speaker, words: frozenset[int]) -> str | None:
        name = speaker.name or ""
        state = _state(name, "name", "metonym", "capital")
        if state is not None:
            return state
        organ = self._organ_of_state(name)
        return organ or name

    def _organ_of_state(self, name: str) -> str | None:
        """ "Chilean military intelligence" speaks for Chile; "Chilean Football Union" does not."""
        parts = name.replace("'s", "").replace("’s", "").split()
        if len(parts) < 2 or not {part.lower() for part in parts} & capacities().organs:
            return None
        for size in (3, 2, 1):
            state = _state(" ".join(parts[:size]), "name", "demonym")
            if state is not None:
                return state
        return None

    def _of_phrase(self, heads: list[int], *, person: str | None) -> str | None:
        for head in heads:
            tokens = self.speakers.title_tokens(head)
            found = self._of_title(tokens, person)
            if found is not None:
                return found
        return None

    def _of_title(self, tokens: list[int], person: str | None) -> str | None:
        table = capacities()
        lemmas = [self.tree.tokens[at].lemma.lower() for at in tokens] + [
            self.tree.lower(at) for at in tokens
        ]
        held = self.names.within(tokens)
        bodies = [name for name in held if name.kind is MentionKind.ORGANISATION]
        lands = [name for name in held if name.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}]
        others = [
            name for name in held if name.kind is MentionKind.PERSON and name.canonical != person
        ]
        office = set(lemmas)
        if "former" in office or "ex" in office or "retired" in office:
            return None
        if (
            office
            & {
                "minister",
                "president",
                "premier",
                "chancellor",
                "king",
                "queen",
                "ambassador",
                "secretary",
                "emperor",
                "presidency",
            }
            and lands
            and not (bodies and "president" in office)
        ):
            for name in lands:
                state = _state(name.written, "name", "demonym")
                if state is not None:
                    return state
        if office & table.agent and others:
            return others[0].canonical
        if bodies and office & (
            table.body
            | table.state
            | table.unnamed
            | table.agent
            | table.documents
            | {"member", "analyst", "researcher", "scientist"}
        ):
            return self._body_name(bodies[0])
        if bodies and person is not None and not office & table.own:
            return self._body_name(bodies[0])
        if lands and office & (table.body | table.state | table.organs | table.unnamed):
            for name in lands:
                state = _state(name.written, "name", "demonym", "capital")
                if state is not None and name.kind is not MentionKind.PERSON:
                    return state
            places = [name for name in lands if name.kind is MentionKind.PLACE]
            if places and office & {"mayor", "governor", "sheriff", "prosecutor", "councillor"}:
                return places[0].canonical
        return self._common_body(tokens)

    def _body_name(self, name: Name) -> str:
        metonym = _state(name.canonical, "metonym")
        return metonym or self._organ_of_state(name.canonical) or name.canonical

    def _common_body(self, tokens: list[int]) -> str | None:
        """A body that has no capital letters: "fire service spokesman Adam Okoye"."""
        table = capacities()
        for number, at in enumerate(tokens):
            if self.tree.tokens[at].lemma.lower() not in table.body | table.agent:
                continue
            first = number
            while (
                first > 0
                and self.tree.tokens[tokens[first - 1]].dep in {"compound", "amod", "poss"}
                and self.tree.lower(tokens[first - 1]) not in table.drop
            ):
                first -= 1
            run = tokens[first:number]
            if run and self.tree.tokens[run[-1]].lemma.lower() in table.bodies:
                told = self.tree.text[
                    self.tree.tokens[run[0]].start : self.tree.tokens[run[-1]].end
                ]
                return self._fullest(told)
            for prep in self.tree.kids(at, "prep"):
                if self.tree.lower(prep) in {"for", "of", "at"}:
                    for kid in self.tree.kids(prep, "pobj"):
                        if self.tree.tokens[kid].lemma.lower() in table.bodies:
                            words = frozenset(self.tree.subtree(kid))
                            return self._fullest(self.speakers.phrase(words, kid))
        return None

    def _fullest(self, told: str) -> str:
        """The longest name in the article that ends in the same words."""
        low = told.lower()
        longer = [
            name.canonical
            for name in self.names.found
            if name.kind is MentionKind.ORGANISATION and name.canonical.lower().endswith(low)
        ]
        return max(longer, key=lambda name: (len(name), name)) if longer else told
