"""Say who a source is that holds a name: by the name at its head, beside it, or as its owner."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.antecedents import Antecedents
from firsthand.attribute.names import Name, Names
from firsthand.attribute.phrases import phrase
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.titles import is_office
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.capacities import capacities
from firsthand.tables.media import is_outlet

__all__ = ["Named", "surname_in"]

_HEAD = "the source is a name"
_BESIDE = "the source describes somebody and names them beside it"
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.OTHER})
_STRESSES = frozenset({"himself", "herself", "itself"})


def surname_in(names: Names, word: str) -> str | None:
    """The person of the article whose last name is `word`."""
    for name in names.found:
        last = name.canonical.split()[-1:]
        if name.kind is MentionKind.PERSON and last and last[0].casefold() == word.casefold():
            return name.canonical
    return None


@dataclass(frozen=True, slots=True)
class Named:
    """Read the names in sources of one article."""

    tree: Tree
    names: Names
    before: Antecedents

    def speaker(self, head: int, words: frozenset[int]) -> Speaker | None:
        """Whom a source names; None where it names nobody.

        Args:
            head: Head of the source's noun phrase.
            words: All its tokens.
        """
        own = self.names.at(head)
        if self.tree.is_word(head) and self._labels(head):
            written = self.tree.word(head)
            person = surname_in(self.names, written)
            person = person or (written.title() if written.isupper() else None)
            if person is not None:
                label = Speaker(name=person, kind=SpeakerKind.PERSON, heads=(head,))
                return label.because(self.tree, "the words stand behind a name and a colon")
        if own is not None and own.kind is MentionKind.PERSON:
            return self._as_person(own, _HEAD)
        beside = self._person_beside(head, words)
        if beside is not None:
            return self._as_person(beside, _BESIDE)
        if own is None:
            body = self._body_beside(head, words)
            if body is not None:
                return self.before.named_as(body).because(self.tree, _BESIDE)
        if own is not None and own.kind in {*_BODIES, MentionKind.PLACE}:
            outlet = own.kind in _BODIES and (is_outlet(own.written) or is_outlet(own.canonical))
            kind = SpeakerKind.OUTLET if outlet else SpeakerKind.BODY
            return Speaker(name=own.canonical, kind=kind, heads=(head,)).because(self.tree, _HEAD)
        if self.tree.tokens[head].pos != "PROPN":
            return None
        if is_office(self.tree, head) and not is_outlet(phrase(self.tree, self.names, words, head)):
            return None
        return self._unmarked(head, words, own)

    def _labels(self, head: int) -> bool:
        after = head + 1
        return after < len(self.tree.tokens) and self.tree.word(after) == ":"

    def _unmarked(self, head: int, words: frozenset[int], own: Name | None) -> Speaker:
        """Capitals that the recogniser gave no kind that speaks."""
        told = phrase(self.tree, self.names, words, head)
        if own is not None and own.kind is MentionKind.NATIONALITY:
            return Speaker(name=told, kind=SpeakerKind.GROUP, heads=(head,)).because(
                self.tree, _HEAD
            )
        person = surname_in(self.names, self.tree.word(head))
        owned = bool(self.tree.kids(head, "poss"))
        if person is None and owned and max(words) == head:
            person = self.tree.word(head)  # "Ukraine's Okoye", a person by a surname alone
        if person is not None:
            found = Speaker(name=person, kind=SpeakerKind.PERSON, heads=(head,))
            return found.because(self.tree, "the source is a surname")
        kind = SpeakerKind.OUTLET if is_outlet(told) else SpeakerKind.BODY
        return Speaker(name=told, kind=kind, heads=(head,)).because(self.tree, _HEAD)

    def _person_beside(self, head: int, words: frozenset[int]) -> Name | None:
        """The person whom the source describes: apposed, before a comma, behind the office."""
        held = self.names.within(words)
        people = [name for name in held if name.kind is MentionKind.PERSON]
        if not people:
            return None
        own = self.names.at(head)
        for kid in self.tree.kids(head, "appos"):
            name = self.names.at(kid)
            if name is not None and name.kind is MentionKind.PERSON:
                return name
        if self.tree.lower(head) in _STRESSES:
            return people[-1]
        table = capacities()
        lemma = self.tree.tokens[head].lemma.lower()
        speaking = table.state | table.body | table.own | table.agent | table.unnamed | table.groups
        if own is not None or lemma not in speaking | table.documents:
            return None
        first, last = people[0], people[-1]
        opens = first.first == min(words) and self.tree.word(first.last) in {",", "("}
        if opens and first.last <= head and lemma not in table.documents:
            return first  # "Ada Okoye, the president of the union", cut from its head by the parse
        for name in people:
            # "a lawyer for the mayor, Ada Okoye": the name behind the comma is the lawyer's
            apposed = self.tree.tokens[name.last - 1].dep == "appos"
            comma = name.first > head and self.tree.word(name.first - 1) == ","
            if (
                comma
                and (apposed or name.last - 1 >= max(words) - 1)
                and lemma not in table.documents
            ):
                return name
            if comma and apposed:
                return name
        if lemma not in speaking:
            return None
        for name in people:
            at = self.tree.tokens[name.last - 1]
            if at.dep in {"appos", "nsubj", "compound"} and at.head in {head, name.last - 1}:
                return name
        if self.tree.tokens[head].pos == "PROPN" and last.last - 1 == max(words):
            return last  # "Attorney General of Ohio Ada Okoye"
        return None

    def _body_beside(self, head: int, words: frozenset[int]) -> Name | None:
        """The body whose kind the source tells: "the charity Reed Aid", "the Reed Aid charity"."""
        lemma = self.tree.tokens[head].lemma.lower()
        if lemma not in capacities().kinds | capacities().companies:
            return None
        for kid in self.tree.kids(head, "appos"):
            name = self.names.at(kid)
            if name is not None and name.kind in _BODIES:
                return name
        following = self.names.at(head + 1) if head + 1 in words else None
        if following is not None and following.first == head + 1 and following.kind in _BODIES:
            return following
        ahead = self.names.at(head - 1) if head - 1 in words else None
        inner = {at for at in words if at < head} - self._tokens(ahead)
        plain = all(
            self.tree.lower(at) in capacities().drop or not self.tree.is_word(at) for at in inner
        )
        outer = {"news"} if lemma == "agency" else set()
        if self.tree.lower(head - 1) in outer and head - 2 in words:
            ahead, plain = self.names.at(head - 2), True
        if ahead is not None and ahead.kind in _BODIES and plain and head == max(words):
            return ahead
        return None

    @staticmethod
    def _tokens(name: Name | None) -> set[int]:
        return set() if name is None else set(range(name.first, name.last))

    def _as_person(self, name: Name, feature: str) -> Speaker:
        found = Speaker(name=name.canonical, kind=SpeakerKind.PERSON, heads=(name.last - 1,))
        return found.because(self.tree, feature)
