"""The events that a named person, body or thing takes part in."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.annotate.event_tree import Tree
from firsthand.domain import Event, Sentence, Span
from firsthand.tables.eventwords import event_words
from firsthand.text.folding import fold_name

__all__ = ["Parties"]

_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "agent", "pobj", "poss", "dative", "conj", "prep", "compound"}
)
_PERSONAL = frozenset({"he", "she", "it", "they"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENING = 5
"""Words of a sentence among which a pronoun as subject goes on about whom the last one named."""


class Parties:
    """A text asked which of its events tell of somebody.

    Args:
        tree: Its parse.
        sentences: In reading order.
        events: In reading order.
    """

    def __init__(self, tree: Tree, sentences: Sequence[Sentence], events: Sequence[Event]) -> None:
        self._tree = tree
        self._sentences = sentences
        self._events = events
        self._anchors = {event.span.start for event in events}

    def events_of(self, name: str) -> tuple[Span, ...]:
        """The anchors of the events and sayings that `name` has a part in, in reading order.

        It has a part in an event whose actor or recipient is named by it, and in one that governs
        it at any depth of a noun phrase ("the price of the Aurelia was cut"). A pronoun that opens
        the next sentence as its subject stands for it.

        Args:
            name: As written in full, or as the text shortens it: its last word as a name.
        """
        found: set[Span] = set()
        named_before = False
        for sentence in self._sentences:
            named = self._named(name, sentence)
            if not named and named_before:
                named = self._pronoun(sentence)
            named_before = bool(named)
            if named:
                found |= self._governing(named, sentence) | self._roles(named, sentence)
        return tuple(sorted(found))

    def _named(self, name: str, sentence: Sentence) -> set[int]:
        """The words of a sentence that name it, in full or by its last word."""
        words = fold_name(name).split()
        tokens, text = self._tree.tokens, self._tree.text
        numbers = range(sentence.first, sentence.last)
        written = {n: fold_name(text[tokens[n].start : tokens[n].end]) for n in numbers}
        for at in numbers:
            if [written.get(at + step) for step in range(len(words))] == words:
                return {n for n in numbers if written[n] in words}
        return {n for n in numbers if written[n] == words[-1] and tokens[n].pos == "PROPN"}

    def _pronoun(self, sentence: Sentence) -> set[int]:
        """A third person as subject among the first words."""
        last = min(sentence.last, sentence.first + _OPENING)
        for number in range(sentence.first, last):
            dep = self._tree.tokens[number].dep
            if dep in _SUBJECTS and self._tree.word(number) in _PERSONAL:
                return {number}
        return set()

    def _governing(self, named: set[int], sentence: Sentence) -> set[Span]:
        """The first verb above each word that names it, where that is an event or a saying."""
        tokens, found = self._tree.tokens, set[Span]()
        for number in named:
            at = number
            for _ in range(len(tokens)):
                head = tokens[at].head
                if head == at or not sentence.first <= head < sentence.last:
                    break
                if tokens[head].pos == "VERB":
                    if tokens[at].dep in _ARGUMENTS and self._tells(head):
                        found.add(Span(tokens[head].start, tokens[head].end))
                    break
                at = head
        return found

    def _tells(self, number: int) -> bool:
        return (
            self._tree.tokens[number].start in self._anchors
            or self._tree.lemma(number) in event_words().roles["reporting"]
        )

    def _roles(self, named: set[int], sentence: Sentence) -> set[Span]:
        """Events of a sentence whose actor or recipient is named so."""
        starts = [self._tree.tokens[number].start for number in named]
        return {
            event.span
            for event in self._events
            if sentence.span.holds(event.span)
            and any(
                role.start <= start < role.end
                for role in (event.actor, event.recipient)
                if role is not None
                for start in starts
            )
        }
