"""Say who a source is: pronouns, surnames and "the ministry" brought to a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.attribute.antecedents import Antecedents
from firsthand.attribute.described import Described
from firsthand.attribute.named import Named
from firsthand.attribute.names import Names
from firsthand.attribute.phrases import coordinated, phrase
from firsthand.attribute.speaker import NOBODY, Speaker
from firsthand.attribute.titles import is_office
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.capacities import capacities

__all__ = ["Speakers"]

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_PLURAL = frozenset({"they", "their", "them"})
_NEUTER = frozenset({"it", "its"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_PRONOUN = "a pronoun means one named before"
_FIRST = frozenset({"i", "we", "me", "my", "our", "us"})
_SECOND = frozenset({"you", "your"})
_WITH = (("along", "with"), ("together", "with"), ("as", "well", "as"))
"""Links, besides "and", that join speakers."""


@dataclass(slots=True)
class Speakers:
    """Resolve sources one after another, in text order, remembering who spoke last."""

    tree: Tree
    names: Names
    before: Antecedents
    _named: Named = field(init=False)
    _described: Described = field(init=False)

    def __post_init__(self) -> None:
        """Make the readers of sources with and without a name."""
        self._named = Named(self.tree, self.names, self.before)
        self._described = Described(self.tree, self.names, self.before)

    def resolve(self, head: int | None, words: frozenset[int], anchor: int) -> Speaker:
        """Name the speaker of one source.

        Args:
            head: Head of the source's noun phrase; None when nobody is named.
            words: All tokens of the source.
            anchor: The cue.
        """
        if head is None or not words:
            return NOBODY
        head = self._noun(head, words)
        parts = self._joint(head, words)
        if len(parts) > 1:
            each = [self._one(part, self._part(part, parts, words), anchor) for part in parts]
            told = [one.name for one in each if one.name is not None]
            speaker = Speaker(
                name="; ".join(dict.fromkeys(told)) or None,
                kind=each[0].kind if len(told) == 1 else SpeakerKind.GROUP,
                heads=tuple(at for one in each for at in one.heads),
                parts=tuple(one for one in each if one.name is not None),
                reasons=tuple(dict.fromkeys(why for one in each for why in one.reasons)),
            )
        else:
            speaker = self._one(head, words, anchor)
        self.before.latest.append((anchor, speaker))
        return speaker

    def phrase(self, words: frozenset[int], head: int) -> str:
        """The noun phrase as a name: determiner, apposition and relative clause cut off."""
        return phrase(self.tree, self.names, words, head)

    def _noun(self, head: int, words: frozenset[int]) -> int:
        """The noun that speaks, where the parse made a determiner the head ("the" of "the CDC cholera")."""
        if self.tree.tokens[head].pos != "DET" or self.tree.lower(head) not in {"the", "a", "an"}:
            return head
        held = self.names.within(words)
        return held[-1].last - 1 if held else max(words)

    def _joint(self, head: int, words: frozenset[int]) -> list[int]:
        """The heads of joint speakers, `head` among them: by "and", "along with", or in a list of names."""
        parts = [head, *coordinated(self.tree, head, words)]
        if self._only_portfolios(parts):
            parts = parts[-1:]
        if len(parts) == 1 and is_office(self.tree, head):
            parts = self._holders(head, words) or parts
        people = [
            name
            for name in self.names.within(words)
            if name.kind is MentionKind.PERSON and self.names.at(head) is not name
        ]
        lowered = {at: self.tree.lower(at) for at in words}
        for name in people:
            for link in _WITH:
                first = name.first - len(link) - 1
                for start in (first, first + 1, first - 1):
                    if tuple(lowered.get(start + n, "") for n in range(len(link))) == link:
                        parts.append(name.last - 1)
        listed = self._listed(head, words)
        if len(parts) == 1 and len(listed) > 1:
            return listed
        return sorted(set(parts))

    def _holders(self, head: int, words: frozenset[int]) -> list[int]:
        """The people of "union president Ada Okoye and vice president Ben Ruiz", all below one office."""
        joined = any(
            self._person(kid) and coordinated(self.tree, kid, words)
            for kid in self.tree.kids(head, "appos")
        )
        people = [
            name.last - 1
            for name in self.names.within(words)
            if name.kind is MentionKind.PERSON and not self._in_phrase(name.last - 1, head)
        ]
        return people if joined and len(people) > 1 else []

    def _person(self, at: int) -> bool:
        name = self.names.at(at)
        return name is not None and name.kind is MentionKind.PERSON

    def _only_portfolios(self, parts: list[int]) -> bool:
        """Whether what is joined is what one person looks after ("sales and marketing director")."""
        known = capacities().portfolios
        return len(parts) > 1 and all(self.tree.word(at) in known for at in parts[:-1])

    def _listed(self, head: int, words: frozenset[int]) -> list[int]:
        """People in a list behind a plural ("the sisters Ada and Ola Okoye")."""
        if self.tree.tokens[head].tag != "NNS" or self.names.at(head) is not None:
            return []
        people = [
            name.last - 1 for name in self.names.within(words) if name.kind is MentionKind.PERSON
        ]
        free = [
            at
            for at in people
            if self.tree.tokens[at].dep in {"appos", "conj", "nsubj", "dobj", "pobj", "compound"}
            and not self._in_phrase(at, head)
        ]
        return free if len(free) > 1 and max(free) == max(words) else []

    def _in_phrase(self, at: int, head: int) -> bool:
        """Whether a name stands in a prepositional phrase or possessive below the head."""
        for above in (at, *self.tree.ancestors(at)):
            if above == head:
                return False
            if self.tree.tokens[above].dep in {"prep", "poss", "relcl"}:
                return True
        return False

    def _part(self, part: int, parts: list[int], words: frozenset[int]) -> frozenset[int]:
        others = [other for other in parts if other != part]
        return frozenset(self.tree.subtree(part, without=others) & words) | {part}

    def _one(self, head: int, words: frozenset[int], anchor: int) -> Speaker:
        word = self.tree.lower(head)
        if word in _RELATIVES and not self.tree.word(head).isupper():
            return self._antecedent(head, anchor)
        if self.tree.tokens[head].pos == "PRON" and self.names.at(head) is None:
            if word in _SINGULAR:
                return self._meant(self.before.person(head, male=word in _MALE))
            if word in _PLURAL:
                return self._meant(self.before.group(head))
            if word in _NEUTER:
                return self._meant(self.before.body(head))
            if word in _FIRST | _SECOND:
                return NOBODY
        return self._named.speaker(head, words) or self._described.speaker(head, words)

    def _meant(self, found: Speaker) -> Speaker:
        """Whom a pronoun means, with a reason."""
        return found if found.reasons else found.because(self.tree, _PRONOUN, 0.8)

    def _antecedent(self, head: int, anchor: int) -> Speaker:
        verb = self.tree.tokens[head].head
        for above in (verb, *self.tree.ancestors(verb)):
            if self.tree.tokens[above].pos in {"NOUN", "PROPN"} and above < anchor:
                words = frozenset(self.tree.subtree(above, without=[verb]))
                return self._one(above, words, anchor)
        return NOBODY
