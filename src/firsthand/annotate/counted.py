"""What an amount counts or measures: the noun, wherever in the sentence it stands.

English names the counted thing before the number as often as behind it ("12 people", "the toll rose
to 12"). The order of the rules is that of the annotation guide in ``bench/quantities``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Token
from firsthand.tables.counting import counting

__all__ = ["Counted", "Tree"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "predet", "det"}
)
_SUBJECTS = ("nsubj", "nsubjpass")
_UP_TO_VERB = frozenset(
    {"dobj", "attr", "npadvmod", "pobj", "prep", "advmod", "acomp", "oprd", "conj", "pcomp", "amod"}
    | {"quantmod", "nummod", "dative", "advcl", "appos", "dep", "prt", "nsubj"}
)
_LEVEL_PREPOSITIONS = frozenset(
    {"to", "at", "by", "from", "of", "around", "above", "below", "over"}
)
_AGAINST = frozenset({"against", "from", "to", "than", "versus", "with", "in", "at", "for"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_OUTSIDE = frozenset(
    {"cash", "total", "all", "part", "full", "person", "advance", "exchange", "trade", "trading"}
)
"""Nouns after "in" that do not say what the money is ("$2 billion in cash")."""

_HIGHEST = 6
"""Heads to climb at most from an amount to its verb."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of an article, with what hangs on each token."""

    text: str
    tokens: Sequence[Token]
    children: dict[int, list[int]]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> Tree:
        """Gather the children of every token."""
        children: dict[int, list[int]] = {}
        for number, token in enumerate(tokens):
            if token.head != number:
                children.setdefault(token.head, []).append(number)
        return cls(text, tokens, children)

    def below(self, number: int, *labels: str) -> list[int]:
        """The children of a token that hang on it by one of `labels`, ascending."""
        return [one for one in self.children.get(number, ()) if self.tokens[one].dep in labels]

    def word(self, number: int) -> str:
        """A token as written, in small letters; empty outside the text."""
        if not 0 <= number < len(self.tokens):
            return ""
        token = self.tokens[number]
        return self.text[token.start : token.end].lower()

    def is_noun(self, number: int) -> bool:
        """Whether a token can name what is counted: a noun that stands for no other."""
        token = self.tokens[number]
        return (
            token.pos in _NOUNS
            and token.lemma.lower() not in counting().stand_ins
            and any(letter.isalpha() for letter in self.word(number))
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """Looks for what amounts count, in one article."""

    tree: Tree

    def noun(
        self, inside: Sequence[int], *, first: int, last: int, unit: str | None
    ) -> tuple[int | None, bool]:
        """The token that names what an amount counts.

        Args:
            inside: Tokens of the amount, ascending, at least one.
            first: First token of the sentence.
            last: Index after its last.
            unit: The amount's unit.

        Returns:
            The noun, or None; and whether the words rule one out ("14 others", "12 of them"), so
            that none may be taken over from an amount before.
        """
        tree = self.tree
        held = set(inside)
        top = self.top(inside)
        found = self._behind(top, held, last, unit)
        if found is not None:
            return found, False
        partitive, closed = self._of(top, held, last, unit)
        if partitive is not None or closed:
            return partitive, closed
        following = tree.word(max(held) + 1)
        if following in counting().strangers:
            return None, True
        if unit in counting().lengths and following in counting().directions:
            return None, True
        for rule in (self._before_of, self._predicate, self._measured, self._beside):
            found = rule(top, held, first)
            if found is not None and first <= found < last:
                return found, False
        return None, False

    def top(self, inside: Sequence[int]) -> int:
        """The token of an amount on which its others hang."""
        top, held = inside[-1], set(inside)
        while self.tree.tokens[top].head in held and self.tree.tokens[top].head != top:
            top = self.tree.tokens[top].head
        return top

    def _behind(self, top: int, held: set[int], last: int, unit: str | None) -> int | None:
        """The noun that the amount stands before ("12 more people", "a 40-tonne lorry")."""
        tree = self.tree
        at, end = top, max(held)
        for _ in range(3):
            head = tree.tokens[at].head
            if head == at or tree.tokens[at].dep not in _BEFORE_NOUN or not end < head < last:
                break
            if tree.is_noun(head):
                return head
            if tree.tokens[head].pos not in {"ADJ", "ADV", "NUM", "SYM"}:
                break
            at = head
        return self._next_noun(top, end, last, unit)

    def _next_noun(self, top: int, end: int, last: int, unit: str | None) -> int | None:
        """The head of the noun phrase that follows directly, where the parse lost the link."""
        tree = self.tree
        joined = "-" in tree.text[tree.tokens[top].start - 1 : tree.tokens[end].end]
        if unit is not None and not joined and tree.tokens[top].dep not in _BEFORE_NOUN:
            return None
        at, found = end + 1, None
        while at < last and (
            tree.tokens[at].pos in {"NOUN", "PROPN", "ADJ"} or tree.word(at) == "-"
        ):
            if tree.tokens[at].entity in {"DATE", "TIME"}:
                break
            if tree.is_noun(at):
                found = at
            at += 1
        return found

    def _of(self, top: int, held: set[int], last: int, unit: str | None) -> tuple[int | None, bool]:
        """What follows "of" or, after money, "in"; whether what follows rules a noun out."""
        tree, at = self.tree, max(held) + 1
        while at < last and tree.word(at) in {"worth", "more", "extra", "or", "so"}:
            at += 1
        if at >= last:
            return None, False
        if tree.word(at) == "of":
            distance = unit in counting().lengths and tree.word(min(held)) == "within"
            return (None, True) if distance else self._object_of(at, last)
        money = unit is not None and len(unit) == 3 and unit.isupper()
        if money and tree.word(at) == "in":
            for child in tree.below(at, "pobj"):
                determined = tree.below(child, "det", "poss")
                plain = tree.tokens[child].pos == "NOUN" and tree.word(child) not in _OUTSIDE
                if plain and not determined and tree.tokens[child].entity not in {"DATE", "TIME"}:
                    return child, False
        del top
        return None, False

    def _object_of(self, at: int, last: int) -> tuple[int | None, bool]:
        tree = self.tree
        for child in tree.below(at, "pobj", "pcomp"):
            if child >= last:
                continue
            if tree.is_noun(child):
                return child, False
            after = child + 1
            if tree.tokens[child].pos == "PRON" and after < last and tree.is_noun(after):
                return after, False  # "three of them children"
            return None, True
        return None, False

    def _before_of(self, top: int, held: set[int], first: int) -> int | None:
        """The noun before "of" or "worth" ("a crowd of 300", "drugs worth £2m")."""
        tree = self.tree
        start = min(held)
        if tree.word(start - 1) == "worth" and start - 2 >= first:
            head = tree.tokens[start - 1].head
            if tree.is_noun(head) and head < start:
                return head
            return start - 2 if tree.is_noun(start - 2) else None
        token = tree.tokens[top]
        of = token.head
        if token.dep not in {"pobj", "pcomp", "nummod"} or tree.word(of) != "of" or of >= start:
            if tree.word(start - 1) != "of":
                return None
            of = start - 1
        head = tree.tokens[of].head
        if not tree.is_noun(head) or head >= of:
            return None
        return None if tree.tokens[head].lemma.lower() in counting().tallies else head

    def _predicate(self, top: int, held: set[int], first: int) -> int | None:
        """The noun that the amount is said to be ("nine were students")."""
        del held, first
        tree = self.tree
        token = tree.tokens[top]
        if token.dep not in _SUBJECTS or tree.tokens[token.head].lemma != "be":
            return None
        return next((one for one in tree.below(token.head, "attr") if tree.is_noun(one)), None)

    def _measured(self, top: int, held: set[int], first: int) -> int | None:
        """What rises, stands, costs: the subject, or the object of a verb that sets it."""
        tree, words = self.tree, counting()
        token = tree.tokens[top]
        extent = tree.tokens[token.head]
        if token.dep in {"npadvmod", "advmod"} and (
            tree.word(token.head) in words.extents or extent.lemma.lower() in words.extents
        ):
            owner = self._owner(token.head, held, first)
            if owner is not None:
                return owner
        verb, prepositions = self._verb(top, held)
        ahead = tree.word(min(held) - 1)
        if ahead in _LEVEL_PREPOSITIONS:
            prepositions.add(ahead)
        if verb is None:
            return None
        if token.dep in _SUBJECTS:  # "will cost £3m to mend": the money as subject of what follows
            verb = tree.tokens[verb].head
            if verb >= min(held) or tree.tokens[verb].pos != "VERB":
                return None
        verb = self._setting_above(verb, prepositions)
        lemma = tree.tokens[verb].lemma.lower()
        if lemma in words.setting_verbs and prepositions:
            told = tree.below(verb, "dobj", "nsubjpass") or self._shared(verb)
            for one in told:
                if one not in held and one < min(held):
                    return self._tallied(one)
        if lemma not in words.level_verbs | words.price_verbs:
            return None
        if prepositions and not prepositions <= _LEVEL_PREPOSITIONS:
            return None
        subject = self._subject(verb, _HIGHEST)
        if subject is None or subject in held:
            return None
        noun = self._tallied(subject)
        if lemma in words.level_verbs or noun is None:
            return noun
        phrase = {tree.tokens[noun].lemma.lower(), tree.tokens[subject].lemma.lower()}
        return noun if phrase & words.prices else None

    def _setting_above(self, verb: int, prepositions: set[str]) -> int:
        """The verb that sets what a participle only describes ("bringing the number saved to 19")."""
        tree, words = self.tree, counting()
        token = tree.tokens[verb]
        known = words.setting_verbs | words.level_verbs | words.price_verbs
        if token.dep not in {"acl", "relcl"} or token.lemma.lower() in known or not prepositions:
            return verb
        at = token.head
        for _ in range(4):
            head = tree.tokens[at].head
            if head == at:
                break
            if tree.tokens[head].pos == "VERB":
                setting = tree.tokens[head].lemma.lower() in words.setting_verbs
                return head if setting and tree.tokens[at].dep in {"dobj", "nsubjpass"} else verb
            at = head
        return verb

    def _owner(self, extent: int, held: set[int], first: int) -> int | None:
        """What is three metres high: the noun that the measure word describes."""
        tree = self.tree
        token = tree.tokens[extent]
        if token.dep in {"amod", "acl", "relcl", "nmod", "appos", "compound"}:
            return token.head if tree.is_noun(token.head) else None
        if token.dep in {"advmod", "npadvmod"} and tree.is_noun(token.head):
            return token.head
        before = min(held) - 1
        while before >= first and tree.word(before) in {"up", "to", "about", "some", "is", "was"}:
            before -= 1
        verb = token.head
        if tree.tokens[verb].pos in {"VERB", "AUX"}:
            subject = self._subject(verb, _HIGHEST)
            if subject is not None and (
                tree.tokens[verb].lemma in counting().level_verbs or subject == before
            ):
                return self._tallied(subject)
        return before if before >= first and tree.is_noun(before) else None

    def _verb(self, top: int, held: set[int]) -> tuple[int | None, set[str]]:
        """The verb that an amount hangs on, and the prepositions in between."""
        tree, at = self.tree, top
        prepositions: set[str] = set()
        for _ in range(_HIGHEST):
            head = tree.tokens[at].head
            if head == at or tree.tokens[at].dep not in _UP_TO_VERB:
                return None, prepositions
            if tree.tokens[head].pos in {"VERB", "AUX"}:
                return head, prepositions
            if tree.tokens[head].pos == "ADP":
                prepositions.add(tree.word(head))
            elif tree.tokens[head].pos in _NOUNS and head not in held:
                percent = tree.word(head) in {"%", "percent", "cent", "pct", "points", "cents"}
                if not percent and not tree.word(head)[:1].isdigit():
                    return None, prepositions
            at = head
        return None, prepositions

    def _subject(self, verb: int, depth: int) -> int | None:
        """The subject of a verb, its own or one that it shares with the verb it hangs on."""
        tree = self.tree
        token = tree.tokens[verb]
        own = tree.below(verb, *_SUBJECTS)
        if own:
            if tree.tokens[own[0]].tag in _RELATIVE or tree.word(own[0]) == "that":
                return token.head if token.dep in {"relcl", "acl"} else None
            return own[0]
        if depth == 0 or token.head == verb:
            return None
        if token.dep in {"acl", "relcl"}:
            return token.head if tree.tokens[token.head].pos in _NOUNS else None
        if token.dep in {"xcomp", "ccomp", "conj", "advcl", "pcomp", "prep", "aux", "dep"}:
            return self._subject(token.head, depth - 1)
        return None

    def _shared(self, verb: int) -> list[int]:
        """The noun that a participle belongs to ("a budget cut to £3m")."""
        token = self.tree.tokens[verb]
        noun = token.dep in {"acl", "relcl"} and self.tree.tokens[token.head].pos in _NOUNS
        return [token.head] if noun else []

    def _tallied(self, noun: int) -> int | None:
        """The noun itself; of "the number of people" the people. None for a pronoun or a figure."""
        tree = self.tree
        if not tree.is_noun(noun):
            return None
        if tree.tokens[noun].lemma.lower() in counting().tallies:
            for of in tree.below(noun, "prep"):
                for one in tree.below(of, "pobj"):
                    if tree.word(of) == "of" and tree.is_noun(one):
                        return one
        return noun

    def _beside(self, top: int, held: set[int], first: int) -> int | None:
        """The noun before a comma ("remittances, at $700m", "the asteroid, 200 metres across")."""
        tree = self.tree
        at = min(held) - 1
        while at > first and tree.word(at) in {"at", "up", "down", "from", "to", "with", "now"}:
            at -= 1
        if at <= first or tree.word(at) != ",":
            return None
        head, token = tree.tokens[top].head, tree.tokens[top]
        for _ in range(2):
            if tree.tokens[head].pos == "ADP" and tree.tokens[head].head != head:
                head = tree.tokens[head].head
        common = tree.is_noun(head) and tree.tokens[head].pos == "NOUN"
        linked = token.dep in {"appos", "pobj", "npadvmod", "nummod", "advmod"}
        return head if common and linked and head < at else None
