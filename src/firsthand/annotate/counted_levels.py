"""What rises, stands or costs: the noun that a level belongs to, elsewhere in the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.annotate.counted_tree import NOUNS, Tree
from firsthand.tables.counting import counting

__all__ = ["Levels", "verb_of"]

_SUBJECTS = ("nsubj", "nsubjpass")
_UP_TO_VERB = frozenset(
    {"dobj", "attr", "npadvmod", "pobj", "prep", "advmod", "acomp", "oprd", "conj", "pcomp", "amod"}
    | {"quantmod", "nummod", "dative", "advcl", "appos", "dep", "prt", "nsubj"}
)
_LEVEL_PREPOSITIONS = frozenset(
    {"to", "at", "by", "from", "of", "around", "above", "below", "over"}
)
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_HIGHEST = 6
"""Heads to climb at most from an amount to its verb."""


def verb_of(word: str, verbs: frozenset[str]) -> str | None:
    """The verb of a list that a word is a regular form of; None if there is none."""
    stems = [word]
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            cut = word.removesuffix(ending)
            stems += [cut, cut + "e", cut[:-1]]
    return next((stem for stem in stems if stem in verbs), None)


@dataclass(frozen=True, slots=True)
class Levels:
    """Looks for what levels and changes belong to, in one article."""

    tree: Tree

    def measured(self, top: int, held: set[int], first: int) -> int | None:
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
        sized = self._sized(held)
        if sized is not None:
            return sized
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
        return noun if self._is_price(noun, held) or self._is_price(subject, held) else None

    def _is_price(self, noun: int, held: set[int]) -> bool:
        """Whether a noun is a price or an index, of which points are gained and lost."""
        tree = self.tree
        token = tree.tokens[noun]
        words = {token.lemma.lower(), tree.word(noun)}
        if words & counting().prices:
            return True
        return token.pos == "PROPN" and tree.word(max(held)) in {"point", "points"}

    def _sized(self, held: set[int]) -> int | None:
        """The noun that an approximator of size describes ("drifts as high as three metres")."""
        tree = self.tree
        for one in sorted(held):
            token = tree.tokens[one]
            outside = token.head not in held and tree.is_noun(token.head)
            sizes = tree.word(one) in counting().extents and token.pos == "ADJ"
            if sizes and outside and token.dep in {"amod", "acl"} and token.head < one:
                return token.head
        return None

    def worded(self, top: int, held: set[int], first: int) -> int | None:
        """The noun straight before a verb of level, where the parse took the verb for a noun.

        "Defences costing £14m", "a flat costs £900", "claims to top £1bn", "Nifty above 24,200".
        """
        del top
        tree, words = self.tree, counting()
        at = min(held) - 1
        if tree.word(at) in _LEVEL_PREPOSITIONS:
            at -= 1
        noun = tree.tokens[min(held)].pos == "ADP" or at < min(held) - 1
        if noun and at >= first and self._is_price(at, held) and tree.is_noun(at):
            return at
        lemma = verb_of(tree.word(at), words.level_verbs | words.price_verbs | words.bound_verbs)
        if at <= first or lemma is None or lemma == "be":
            return None
        verb, at = at, at - 1
        while at > first and (tree.word(at) in words.before_verbs or tree.tokens[at].pos == "ADV"):
            at -= 1
        subject = self._phrase_head(at)
        if subject is None or tree.tokens[subject].head == verb + 1:
            return None
        if lemma in words.level_verbs | words.bound_verbs or self._is_price(subject, held):
            return self._tallied(subject) if tree.is_noun(subject) else subject
        return None

    def _phrase_head(self, last: int) -> int | None:
        """The head of the noun phrase that ends at a token, prepositional phrases behind it included."""
        tree = self.tree
        token = tree.tokens[last]
        if not tree.is_noun(last) and token.pos != "ADJ":
            return None
        at = last
        for _ in range(_HIGHEST):
            of = tree.tokens[at].head
            if tree.tokens[at].dep != "pobj" or tree.tokens[of].pos != "ADP":
                break
            above = tree.tokens[of].head
            if not tree.is_noun(above) or above >= of:
                return None
            at = above
        return at

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
        if token.dep in {"advmod", "npadvmod", "amod"} and token.head < min(held):
            misread = verb_of(tree.word(token.head), counting().level_verbs)
            if misread and tree.is_noun(token.head - 1) and token.head - 1 >= first:
                return token.head - 1
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
            costs = tree.tokens[tree.tokens[head].head].lemma == "cost" and head < min(held)
            if tree.tokens[head].pos == "ADP":
                prepositions.add(tree.word(head))
            elif tree.tokens[head].pos in NOUNS and head not in held:
                percent = tree.word(head) in {"%", "percent", "cent", "pct", "points", "cents"}
                if not costs and not percent and not tree.word(head)[:1].isdigit():
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
        for clause in tree.below(verb, "advcl"):
            if clause < verb and tree.tokens[clause].tag in {"VBD", "VBN"}:
                misplaced = tree.below(clause, *_SUBJECTS)  # "the bridge, closed since, will cost"
                if misplaced and tree.word(clause - 1) == ",":
                    return misplaced[0]
        if depth == 0 or token.head == verb:
            return None
        if token.dep in {"acl", "relcl"}:
            return token.head if tree.tokens[token.head].pos in NOUNS else None
        if token.dep in {"xcomp", "ccomp", "conj", "advcl", "pcomp", "prep", "aux", "dep"}:
            return self._subject(token.head, depth - 1)
        return None

    def _shared(self, verb: int) -> list[int]:
        """The noun that a participle belongs to ("a budget cut to £3m")."""
        token = self.tree.tokens[verb]
        noun = token.dep in {"acl", "relcl"} and self.tree.tokens[token.head].pos in NOUNS
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

    def beside(self, top: int, held: set[int], first: int) -> int | None:
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
