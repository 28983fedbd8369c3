"""Whether the clause around a word tells of something past, present or to come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum

from firsthand.domain import Span, Token
from firsthand.text.children import children_of
from firsthand.text.when_words import WhenWords, when_words

__all__ = ["Direction", "Parsed"]

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NONE = frozenset({"neither", "nobody", "none", "no"})
_LEADING = frozenset({"for", "of"})
"""Prepositions from a word of foretelling to what it foretells."""

_CLIMB = 12
"""Steps up the parse at most: no clause of the tuning texts is deeper, and a cycle cannot hang us."""


class Direction(StrEnum):
    """Where the time of a clause lies, seen from the day of writing."""

    PAST = "past"
    PRESENT = "present"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


class Parsed:
    """A token sequence that answers questions about the clause around a span."""

    def __init__(self, text: str, tokens: Sequence[Token], words: WhenWords | None = None) -> None:
        self._words = words or when_words()
        self._text = text
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._children = children_of(tokens)

    @property
    def known(self) -> bool:
        """Whether the text has a parse."""
        return bool(self._tokens)

    def at(self, start: int, end: int) -> list[int]:
        """Numbers of the tokens that begin within a stretch."""
        first = bisect_left(self._starts, start)
        return list(range(first, bisect_left(self._starts, end)))

    def tags(self, span: Span) -> set[str]:
        """Universal and fine part-of-speech tags and entity labels of the tokens in `span`."""
        found: set[str] = set()
        for number in self.at(span.start, span.end):
            token = self._tokens[number]
            found |= {token.pos, token.tag, token.entity}
        return found

    def next_tag(self, span: Span) -> str:
        """The universal tag of the token after `span`; empty at the end."""
        following = bisect_left(self._starts, span.end)
        return self._tokens[following].pos if following < len(self._tokens) else ""

    def next_fine_tag(self, span: Span) -> str:
        """The fine tag of the token after `span`; empty at the end."""
        following = bisect_left(self._starts, span.end)
        return self._tokens[following].tag if following < len(self._tokens) else ""

    def is_of_noun(self, span: Span) -> bool:
        """Whether what stands in `span` belongs to a noun behind it ("the October 7 attack")."""
        numbers = self.at(span.start, span.end)
        inside = set(numbers)
        heads = {self._tokens[number].head for number in numbers} - inside
        return any(
            self._tokens[head].pos in {"NOUN", "PROPN"} and self._tokens[head].start >= span.end
            for head in heads
        )

    def is_on_verb(self, span: Span) -> bool:
        """Whether what stands in `span` dates a verb of its own ("fled on May 3")."""
        numbers = self.at(span.start, span.end)
        inside = set(numbers)
        above = {self._tokens[number].head for number in numbers} - inside
        return any(
            self._tokens[number].lemma.lower() in self._words.cues.get("dating", [])
            and self._tokens[self._tokens[number].head].pos == "VERB"
            for number in above
        )

    def governor(self, span: Span) -> str:
        """Lemma of the nearest verb above `span`; empty when there is none."""
        number = self._verb_above(span)
        return "" if number is None else self._tokens[number].lemma.lower()

    def is_denied(self, span: Span) -> bool:
        """Whether the nearest verb above `span` is negated, or its subject is."""
        number = self._verb_above(span)
        children = self._children.get(number, ()) if number is not None else ()
        return self._is_denied([self._tokens[child] for child in children])

    def _verb_above(self, span: Span) -> int | None:
        """The nearest verb above the first token of `span`."""
        numbers = self.at(span.start, span.end)
        if not numbers:
            return None
        number = numbers[0]
        for _ in range(_CLIMB):
            token = self._tokens[number]
            if token.pos in _VERBS:
                return number
            if token.head == number:
                break
            number = token.head
        return None

    def direction(self, span: Span) -> Direction:
        """The direction of the clause that holds `span`, judged from its nearest verb upwards."""
        numbers = self.at(span.start, span.end)
        if not numbers:
            return Direction.UNKNOWN
        inside = set(numbers)
        number = next((n for n in numbers if self._tokens[n].head not in inside), numbers[0])
        direct = True
        for _ in range(_CLIMB):
            token = self._tokens[number]
            lemma = token.lemma.lower()
            if lemma in self._words.cues.get("ahead", []) and token.pos != "ADP":
                judged = self._cued(number)
                if judged is not Direction.UNKNOWN:
                    return judged
            noun = token.pos in {"NOUN", "PROPN"} and number not in inside
            direct = direct and not noun
            if noun and (self._is_awaited(number) or self._is_foretold(token)):
                return Direction.AHEAD
            if lemma in self._words.cues.get("foretelling", []) and self._is_opened(numbers[0]):
                return Direction.AHEAD
            if token.pos in _VERBS:
                plan = self._predicate(number)
                judged = self._verb(number, direct=direct) if plan is None else self._cued(plan)
                if judged is not Direction.UNKNOWN:
                    return judged
            if token.head == number:
                break
            number = token.head
        return Direction.UNKNOWN

    def _predicate(self, number: int) -> int | None:
        """What "is" says of its subject, where that is a word of planning ("is due back")."""
        return next(
            (
                child
                for child in self._children.get(number, ())
                if self._tokens[child].dep == "acomp"
                and self._tokens[child].lemma.lower() in self._words.cues["ahead"]
            ),
            None,
        )

    def _cued(self, number: int) -> Direction:
        """The direction that a word of planning gives: ahead, unless the plan itself is past.

        "Had been due on Friday" and "as planned on Friday" look back; "set" is a plan only with
        what it is set to do or for.
        """
        token = self._tokens[number]
        children = [self._tokens[child] for child in self._children.get(number, ())]
        if token.lemma.lower() not in self._words.cues.get("ahead", []):
            return Direction.AHEAD
        if token.lemma.lower() == "set" and not any(
            child.dep == "xcomp" or self._written(child) == "for" for child in children
        ):
            return Direction.UNKNOWN
        group = children
        if token.pos not in _VERBS and token.head != number:
            above = self._tokens[token.head]
            group = [above, *(self._tokens[child] for child in self._children.get(token.head, ()))]
        if any(self._written(child) == "had" for child in group) and any(
            self._written(child) == "been" for child in group
        ):
            return Direction.PAST
        as_planned = any(
            child.start < token.start and self._written(child) == "as" for child in children
        )
        return Direction.UNKNOWN if as_planned and token.tag == "VBN" else Direction.AHEAD

    def _is_awaited(self, number: int) -> bool:
        """Whether a noun is called planned or coming ("the slated visit in September")."""
        return any(
            self._tokens[child].dep == "amod"
            and self._tokens[child].lemma.lower() in self._words.cues.get("ahead", [])
            for child in self._children.get(number, ())
        )

    def _is_foretold(self, noun: Token) -> bool:
        """Whether a noun tells what is threatened, demanded or warned of ("a call for talks")."""
        above = self._tokens[noun.head]
        if noun.dep == "pobj":
            if self._written(above) not in _LEADING:
                return False
            above = self._tokens[above.head]
        elif noun.dep != "dobj":
            return False
        return above.lemma.lower() in self._words.cues.get("foretelling", [])

    def _is_opened(self, first: int) -> bool:
        """Whether a word that opens a stretch of days stands before a time ("from Monday")."""
        return first > 0 and self._written(self._tokens[first - 1]) in self._words.cues.get(
            "opening", []
        )

    def _written(self, token: Token) -> str:
        return self._text[token.start : token.end].lower()

    def _verb(self, number: int, *, direct: bool) -> Direction:
        """The direction of one verb group.

        Args:
            number: Its main verb.
            direct: Whether the time hangs on the verb and on no noun between: "is travelling on
                Tuesday" is an arrangement, "is looking into the crash on Tuesday" is not.
        """
        token = self._tokens[number]
        children = [self._tokens[child] for child in self._children.get(number, ())]
        helpers = [child for child in children if child.dep in {"aux", "auxpass"}]
        words = {helper.lemma.lower() for helper in helpers} | {
            self._written(helper) for helper in helpers
        }
        tags = {helper.tag for helper in helpers}
        if words & {"will", "shall", "'ll", "’ll", "wo"}:
            return Direction.AHEAD
        if "MD" in tags:
            could_not = "could" in words and self._is_denied(children)
            return Direction.PAST if "have" in words or could_not else Direction.AHEAD
        if "TO" in tags:
            if "have" in words:
                return Direction.PAST
            return self._cued(token.head) if self._planned(number) else Direction.UNKNOWN
        if token.tag == "VBD" or "VBD" in tags or (token.tag == "VBN" and "have" in words):
            return Direction.PAST
        if token.tag == "VBG" and "have" in words:
            return Direction.PAST
        if token.tag == "VBG" and tags & {"VBZ", "VBP"}:
            going = token.lemma == "go" and any(child.dep == "xcomp" for child in children)
            arranged = direct and "be" in words
            return Direction.AHEAD if going or arranged or not helpers else Direction.PRESENT
        if token.tag in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
            timetable = self._words.cues.get("timetable", [])
            lemma = token.lemma.lower()
            doing = [f"{lemma} {one.lemma.lower()}" for one in children if one.dep == "dobj"]
            set_down = any(words in timetable for words in (lemma, *doing))
            return Direction.AHEAD if set_down and not helpers else Direction.PRESENT
        if token.tag == "VBN" and not helpers:
            return Direction.PAST if token.dep in {"acl", "advcl"} else Direction.UNKNOWN
        return Direction.UNKNOWN

    def _is_denied(self, children: Sequence[Token]) -> bool:
        """Whether a verb is negated, or its subject is ("neither he nor she could be found")."""
        return any(
            child.dep == "neg"
            or (child.dep in _SUBJECTS and self._written(self._first(child)) in _NONE)
            for child in children
        )

    def _first(self, token: Token) -> Token:
        """The leftmost direct child of a token, or the token."""
        number = bisect_left(self._starts, token.start)
        first: int = min([number, *self._children.get(number, ())])
        return self._tokens[first]

    def _planned(self, number: int) -> bool:
        """Whether the verb above an infinitive looks ahead ("plans to", "is to", "agreed to")."""
        token = self._tokens[number]
        if token.head == number:
            return True
        above = self._tokens[token.head].lemma.lower()
        cues = self._words.cues
        promising = cues.get("promising", []) + cues.get("ahead", []) + cues.get("promises", [])
        return token.dep in {"xcomp", "ccomp", "acl"} and above in promising
