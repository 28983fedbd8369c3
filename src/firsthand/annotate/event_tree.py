"""The parse around a word that tells of an event: helpers, subject, objects, whole phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.domain import Span, Token
from firsthand.text.children import children_of

__all__ = ["Tree"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_HELPERS = frozenset({"aux", "auxpass"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
_NAMING = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "who", "i", "we", "us", "me"})
_ASKING = frozenset({"call", "appeal", "plead", "prevail", "lean"})
"""Verbs that name by a preposition whom they ask to do something ("called on Malta to sign")."""

_SHARING = frozenset({"xcomp", "ccomp", "conj", "advcl", "dep", "acomp", "oprd", "attr"})
"""Relations of a verb that has no subject of its own to the clause whose subject it shares."""

_CLIMB = 8
"""Steps up the parse in search of a subject at most; news does not nest control verbs deeper."""

_CUT = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "punct", "cc", "conj"})
"""Relations at which the noun phrase of an actor ends; "and" and what it joins are let in again."""

_LONGEST = 14
"""Tokens of an actor's noun phrase at most; what follows is description."""


class Tree:
    """A token sequence that answers questions about the words around one.

    All numbers are indices into the article's tokens.
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        children = children_of(tokens)
        self._below = [list(children.get(number, ())) for number in range(len(tokens))]
        self._bags: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def below(self, number: int) -> list[int]:
        """The words that hang on a word, in reading order."""
        return self._below[number]

    def word(self, number: int) -> str:
        """The word as written, in lower case."""
        token = self.tokens[number]
        return self.text[token.start : token.end].lower()

    def lemma(self, number: int) -> str:
        """The word's lemma, in lower case."""
        return self.tokens[number].lemma.lower()

    def children(self, number: int, *relations: str) -> Iterator[int]:
        """The words that hang on a word in one of the relations."""
        return (child for child in self._below[number] if self.tokens[child].dep in relations)

    def helpers(self, number: int) -> list[int]:
        """The auxiliaries of a verb."""
        return [child for child in self._below[number] if self.tokens[child].dep in _HELPERS]

    def is_infinitive(self, number: int) -> bool:
        """Whether the verb stands with "to"."""
        return any(self.tokens[child].tag == "TO" for child in self.helpers(number))

    def is_finite(self, number: int) -> bool:
        """Whether the verb or a helper of it shows tense."""
        return self.tokens[number].tag in _FINITE or any(
            self.tokens[child].tag in _FINITE for child in self.helpers(number)
        )

    def is_passive(self, number: int) -> bool:
        """Whether the verb is in the passive, with or without auxiliary."""
        token = self.tokens[number]
        if any(self.tokens[child].dep in {"auxpass", "nsubjpass"} for child in self._below[number]):
            return True
        if token.tag != "VBN":
            return False
        if token.dep in {"acl", "advcl"}:
            return not self.helpers(number)
        return token.dep == "conj" and not self.helpers(number) and self.is_passive(token.head)

    def joined_to(self, number: int) -> int:
        """The word that a word hangs on; a finite verb is joined by "and" to a finite one.

        In "demanded that he resign and threatened strikes" the parser joins the threat to the
        resigning; it goes with the demand above.
        """
        token = self.tokens[number]
        above = self.tokens[token.head]
        if (
            token.dep == "conj"
            and token.tag in {"VBD", "VBZ"}
            and self.own_subject(number) is None
            and above.dep in {"ccomp", "xcomp", "advcl"}
            and above.head < token.head
            and not self.is_finite(token.head)
            and above.tag != "VBN"
        ):
            return above.head
        return token.head

    def own_subject(self, number: int) -> int | None:
        """The subject that hangs on the verb itself."""
        return next((child for child in self._below[number] if self._is_subject(child)), None)

    def _is_subject(self, number: int) -> bool:
        return self.tokens[number].dep in _SUBJECTS

    def subject(self, number: int) -> int | None:
        """The grammatical subject of a verb: its own, or that of the clause it shares one with.

        An infinitive below a verb with a person as object takes that object ("urged Malta to
        sign"); a relative clause the noun it describes.
        """
        at = number
        for _ in range(_CLIMB):
            own = self.own_subject(at)
            token = self.tokens[at]
            if own is not None:
                if token.dep == "relcl" and self.tokens[own].tag in {"WDT", "WP"}:
                    return token.head
                return own
            head = self.joined_to(at)
            if head == at:
                return None
            if token.dep in {"acl", "relcl"}:
                return head if not self.is_infinitive(at) else self._holder(head)
            controller = self._controller(at)
            if controller is not None:
                return controller
            if token.dep == "pcomp":
                at, head = head, self.tokens[head].head
                if head == at:
                    return None
            elif token.dep not in _SHARING:
                return None
            at = head
        return None

    def _controller(self, number: int) -> int | None:
        """The object above a verb that is the one to do it: "urged Malta to sign", "accused him of"."""
        token = self.tokens[number]
        head = token.head
        if token.dep == "pcomp":
            if self.word(head) not in {"of", "for", "from"}:
                return None
            return next(self.children(self.tokens[head].head, "dobj"), None)
        if not self.is_infinitive(number):
            return None
        if self.lemma(head) in _ASKING and token.dep in {"xcomp", "ccomp", "advcl"}:
            return next(self.nouns_under(head, "on", "upon", "to", "with"), None)
        if token.dep in {"xcomp", "ccomp"}:
            return next(self.children(head, "dobj", "dative"), None)
        return None

    def _holder(self, noun: int) -> int | None:
        """Whose plan, effort or decision it is: the possessor, else the subject of the verb above."""
        owner = next(self.children(noun, "poss"), None)
        if owner is not None:
            return owner
        head = self.tokens[noun].head
        return self.own_subject(head) if head != noun else None

    def nouns_under(self, number: int, *words: str) -> Iterator[int]:
        """The nouns that hang on a word by one of the prepositions."""
        for child in self._below[number]:
            if self.tokens[child].dep in _PREPOSITIONS and self.word(child) in words:
                yield from self.children(child, "pobj")

    def bag(self, number: int, *, direct: bool = False) -> frozenset[str]:
        """Lemmas of what stands with a verb or noun: particles, prepositions, objects, their modifiers.

        Words of one noun phrase are given joined by "_" as well ("state_of_emergency"). "%that",
        "%to" and "%obj" stand for a clause, an infinitive and a noun as complement, "%person" and
        "%state" for the name of one.

        Args:
            number: The verb or noun.
            direct: Leave out what hangs on it by a preposition ("sent troops [for training]").
        """
        found = self._bags.get(number)
        if found is None:
            here, apart = self._gather(number)
            found = self._bags[number] = (frozenset(here | apart), frozenset(here))
        return found[direct]

    def _gather(self, number: int) -> tuple[set[str], set[str]]:
        tokens, found, apart = self.tokens, set[str](), set[str]()
        for child in self._below[number]:
            dep = tokens[child].dep
            if dep in _OBJECTS:
                self._add_phrase(child, found, deep=True)
                if dep == "dobj" and tokens[child].pos in {"NOUN", "PROPN"}:
                    found.add("%obj")
            elif dep in {"prep", "agent", "prt"}:
                found.add(self.lemma(child))
                for noun in self._below[child]:
                    if tokens[noun].dep in {"pobj", "pcomp"}:
                        self._add_phrase(noun, apart, deep=True)
            elif dep in {"xcomp", "advcl"}:
                found.add(self.lemma(child))
                if dep == "xcomp" or self.is_infinitive(child):
                    found.add("%to")
            elif dep == "ccomp":
                found.add("%to" if self.is_infinitive(child) else "%that")
                subject = self.own_subject(child)
                if subject is not None and not self.is_finite(child):
                    found.add(self.lemma(child))
                    self._add_phrase(subject, found, deep=False)
            elif dep in {"advmod", "acomp", "npadvmod", *_NAMING}:
                found.add(self.lemma(child))
        if tokens[number].dep == "acl" and self.is_passive(number):
            self._add_phrase(tokens[number].head, found, deep=False)
        return found, apart

    def _add_phrase(self, head: int, found: set[str], *, deep: bool) -> None:
        """Add a noun phrase: its head, what names it, what is joined to it by "and" and "of"."""
        name = self.lemma(head)
        found.add(name)
        entity = self.tokens[head].entity
        if entity == "PERSON" or name in _PERSONAL:
            found.add("%person")
        elif entity == "GPE":
            found.add("%state")
        elif entity == "ORG":
            found.add("%body")
        if head >= 2 and self.word(head - 1) == "-":
            found.add(f"{self.lemma(head - 2)}-{name}")
        for child in self._below[head]:
            dep = self.tokens[child].dep
            if dep in _NAMING:
                found.add(self.lemma(child))
                found.add(f"{self.lemma(child)}_{name}")
            elif dep == "conj":
                self._add_phrase(child, found, deep=False)
            elif dep == "prep" and deep:
                found.add(self.lemma(child))
                for noun in self.children(child, "pobj"):
                    found.add(f"{name}_{self.lemma(child)}_{self.lemma(noun)}")
                    if self.word(child) in {"of", "on", "to"}:
                        self._add_phrase(noun, found, deep=False)

    def noun_words(self, head: int) -> set[str]:
        """A noun with what names it, and those joined to it by "and"."""
        found: set[str] = set()
        self._add_phrase(head, found, deep=False)
        for noun in self.nouns_under(head, "of"):
            self._add_phrase(noun, found, deep=False)
        return found

    def phrase(self, head: int) -> Span:
        """The noun phrase of a word: with determiners, names, "of …" and nouns joined by "and"."""
        first, last = head, head
        todo = [head]
        while todo:
            at = todo.pop()
            for child in self._below[at]:
                token = self.tokens[child]
                if token.dep in _CUT and not (
                    token.dep == "conj" and token.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}
                ):
                    continue
                if token.dep == "prep" and not self._names(child, at, head):
                    continue
                if token.entity in {"DATE", "TIME"} and token.dep != "nummod":
                    continue  # "on Sunday gunmen stormed": the parser takes the day for a name
                if not -_LONGEST <= child - head <= _LONGEST:
                    continue
                first, last = min(first, child), max(last, child)
                todo.append(child)
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _names(self, preposition: int, at: int, head: int) -> bool:
        """Whether "of", "from", "in" right after a noun tells which is meant."""
        del head
        return self.word(preposition) in {"of", "from", "for", "in"} and preposition == at + 1
