"""Say who a source is: pronouns, surnames and "the ministry" brought to a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.attribute.names import Name, Names
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.media import is_outlet
from firsthand.tables.capacities import capacities

__all__ = ["Speaker", "Speakers"]

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_PLURAL = frozenset({"they", "their", "them"})
_NEUTER = frozenset({"it", "its"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_FIRST = frozenset({"i", "we", "me", "my", "our", "us"})
_HE = frozenset({"mr", "sir", "king", "prince", "lord", "spokesman", "congressman", "chairman"})
_SHE = frozenset(
    {
        "mrs",
        "ms",
        "miss",
        "queen",
        "princess",
        "dame",
        "lady",
        "spokeswoman",
        "congresswoman",
        "chairwoman",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, as far as the article tells."""

    name: str | None
    kind: SpeakerKind
    heads: tuple[int, ...] = ()
    """Tokens that head the noun phrases naming the speaker; where titles are looked for."""


@dataclass(slots=True)
class Speakers:
    """Resolve sources one after another, in text order, remembering who spoke last.

    Deliberately simple: a pronoun goes to the latest person who spoke or was the subject of a
    clause, in the same or the two paragraphs before; where none stands there it stays unresolved.
    """

    tree: Tree
    names: Names
    latest: list[tuple[int, Speaker]] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)

    def resolve(self, head: int | None, words: frozenset[int], anchor: int) -> Speaker:
        """Name the speaker of one source.

        Args:
            head: Head of the source's noun phrase; None when nobody is named.
            words: All tokens of the source.
            anchor: The cue.
        """
        if head is None or not words:
            return Speaker(name=None, kind=SpeakerKind.UNKNOWN)
        parts = [head, *self._coordinated(head, words)]
        if len(parts) > 1:
            each = [self._one(part, self._part(part, parts, words), anchor) for part in parts]
            told = [one.name for one in each if one.name is not None]
            speaker = Speaker(
                name="; ".join(dict.fromkeys(told)) or None,
                kind=each[0].kind if len(told) == 1 else SpeakerKind.GROUP,
                heads=tuple(at for one in each for at in one.heads),
            )
        else:
            speaker = self._one(head, words, anchor)
        self.latest.append((anchor, speaker))
        return speaker

    def _coordinated(self, head: int, words: frozenset[int]) -> list[int]:
        found = []
        waiting = [head]
        while waiting:
            at = waiting.pop()
            for kid in self.tree.kids(at, "conj"):
                if kid in words:
                    found.append(kid)
                    waiting.append(kid)
        return sorted(found)

    def _part(self, part: int, parts: list[int], words: frozenset[int]) -> frozenset[int]:
        others = [other for other in parts if other != part]
        return frozenset(self.tree.subtree(part, without=others) & words)

    def _one(self, head: int, words: frozenset[int], anchor: int) -> Speaker:
        word = self.tree.lower(head)
        lemma = self.tree.tokens[head].lemma.lower()
        if word in _RELATIVES:
            return self._antecedent(head, anchor)
        if self.tree.tokens[head].pos == "PRON":
            if word in _SINGULAR:
                return self._person_before(head, male=word in _MALE)
            if word in _PLURAL:
                return self._group_before(head)
            if word in _NEUTER:
                return self._body_before(head)
            if word in _FIRST:
                return Speaker(name=None, kind=SpeakerKind.UNKNOWN)
        named = self._named(head, words)
        if named is not None:
            return named
        return self._described(head, words, lemma)

    def _named(self, head: int, words: frozenset[int]) -> Speaker | None:
        held = self.names.within(words)
        own = self.names.at(head)
        people = [name for name in held if name.kind is MentionKind.PERSON]
        if own is not None and own.kind is MentionKind.PERSON:
            return self._as_person(own)
        lemma = self.tree.tokens[head].lemma.lower()
        for kid in self.tree.kids(head, "appos"):
            name = self.names.at(kid)
            if name is not None and name.kind is MentionKind.PERSON:
                return self._as_person(name)
        table = capacities()
        people_words = table.state | table.body | table.own | table.agent
        if lemma in people_words and people and own is None:
            for name in people:
                at = self.tree.tokens[name.last - 1]
                if at.dep in {"appos", "nsubj", "compound"} and at.head in {head, name.last - 1}:
                    return self._as_person(name)
        if own is not None and own.kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            kind = SpeakerKind.OUTLET if is_outlet(own.written) else SpeakerKind.BODY
            return Speaker(name=own.canonical, kind=kind, heads=(head,))
        if own is not None and own.kind is MentionKind.PLACE:
            return Speaker(name=own.canonical, kind=SpeakerKind.BODY, heads=(head,))
        if self.tree.tokens[head].pos == "PROPN":
            told = self.phrase(words, head)
            if own is not None and own.kind is MentionKind.NATIONALITY:
                return Speaker(name=told, kind=SpeakerKind.GROUP, heads=(head,))
            kind = SpeakerKind.OUTLET if is_outlet(told) else SpeakerKind.BODY
            person = self._surname(self.tree.word(head))
            if person is not None:
                return Speaker(name=person, kind=SpeakerKind.PERSON, heads=(head,))
            return Speaker(name=told, kind=kind, heads=(head,))
        return None

    def _surname(self, word: str) -> str | None:
        for name in self.names.found:
            if name.kind is MentionKind.PERSON and name.canonical.split()[-1:] == [word]:
                return name.canonical
        return None

    def _as_person(self, name: Name) -> Speaker:
        before = self.tree.lower(name.first - 1).strip(".") if name.first else ""
        if before in _HE:
            self.gender[name.canonical] = "he"
        elif before in _SHE:
            self.gender[name.canonical] = "she"
        return Speaker(name=name.canonical, kind=SpeakerKind.PERSON, heads=(name.last - 1,))

    def phrase(self, words: frozenset[int], head: int) -> str:
        """The noun phrase as a name: determiner, apposition and relative clause cut off."""
        cut = [
            kid
            for kid in self.tree.children[head]
            if self.tree.tokens[kid].dep in {"relcl", "appos", "punct", "advcl", "conj", "cc"}
        ]
        kept = sorted(self.tree.subtree(head, without=cut) & words)
        while kept and self.tree.lower(kept[0]) in capacities().drop:
            kept = kept[1:]
        if not kept:
            return self.tree.word(head)
        text = self.tree.text[self.tree.tokens[kept[0]].start : self.tree.tokens[kept[-1]].end]
        return " ".join(text.split())

    def _described(self, head: int, words: frozenset[int], lemma: str) -> Speaker:
        table = capacities()
        definite = any(
            self.tree.lower(kid) in {"the", "this", "that"} for kid in self.tree.kids(head, "det")
        )
        owners = self.tree.kids(head, "poss")
        told = self.phrase(words, head)
        plural = self.tree.tokens[head].tag in {"NNS", "NNPS"}
        offices = table.state | table.body | table.own | table.unnamed
        if definite and not plural and lemma in table.outlets and not self._owned(head):
            found = self._outlet_before(head)
            if found is not None:
                return found
        if definite and not plural and lemma in offices and not self._owned(head):
            found = self._titled_before(head, lemma)
            if found is not None:
                return found
        if definite and not plural and lemma in table.bodies and not self._owned(head):
            found = self._named_body_before(head, lemma)
            if found is not None:
                return found
            return Speaker(name=told, kind=SpeakerKind.BODY, heads=(head,))
        if owners and self.names.at(owners[0]) is not None:
            owner = self.names.at(owners[0])
            if owner is not None and lemma in table.agent | table.unnamed | table.bodies:
                told = f"{owner.canonical}'s {self.phrase(words - frozenset(self.tree.subtree(owners[0])), head)}"
        if lemma in table.unnamed:
            return Speaker(name=told, kind=SpeakerKind.ANONYMOUS, heads=(head,))
        if lemma in table.bodies:
            return Speaker(name=told, kind=SpeakerKind.BODY, heads=(head,))
        if lemma in table.documents:
            return Speaker(name=told, kind=SpeakerKind.DOCUMENT, heads=(head,))
        if lemma in table.groups or plural:
            return Speaker(name=told, kind=SpeakerKind.GROUP, heads=(head,))
        if lemma in offices | table.agent:
            return Speaker(name=told, kind=SpeakerKind.ANONYMOUS, heads=(head,))
        return Speaker(name=told, kind=SpeakerKind.UNKNOWN, heads=(head,))

    def _owned(self, head: int) -> bool:
        """Whether the phrase says itself whose it is ("the spokesman for the mayor")."""
        return bool(self.tree.kids(head, "poss", "compound", "amod")) or any(
            self.tree.lower(kid) in {"of", "for", "from", "at", "in", "with"}
            for kid in self.tree.kids(head, "prep")
        )

    def _paragraph(self, token: int) -> int:
        sentence = self.tree.sentence(token)
        return sentence.paragraph if sentence is not None else -1

    def _antecedent(self, head: int, anchor: int) -> Speaker:
        verb = self.tree.tokens[head].head
        for above in (verb, *self.tree.ancestors(verb)):
            if self.tree.tokens[above].pos in {"NOUN", "PROPN"} and above < anchor:
                words = frozenset(self.tree.subtree(above, without=[verb]))
                return self._one(above, words, anchor)
        return Speaker(name=None, kind=SpeakerKind.UNKNOWN)

    def _person_before(self, head: int, *, male: bool) -> Speaker:
        want = "he" if male else "she"
        here = self._paragraph(head)
        sentence = self.tree.sentence_of[head]
        best: tuple[float, int, Name] | None = None
        spoke = {
            speaker.name: at
            for at, speaker in self.latest
            if speaker.kind is SpeakerKind.PERSON and at < head
        }
        for name in self.names.found:
            if name.kind is not MentionKind.PERSON or name.first >= head:
                continue
            if here - self._paragraph(name.first) > 3:
                continue
            if self.gender.get(name.canonical, want) != want:
                continue
            at = name.last - 1
            back = sentence - self.tree.sentence_of[at]
            score = -1.0 * back
            token = self.tree.tokens[at]
            top = token
            if token.dep in {"nsubj", "nsubjpass"}:
                score += 2.0
            elif token.dep == "appos" and self.tree.tokens[top.head].dep in {"nsubj", "nsubjpass"}:
                score += 2.0
            elif token.dep in {"poss", "compound"}:
                score -= 0.7
            if name.canonical in spoke:
                score += 1.0
                if self.latest and self.latest[-1][1].name == name.canonical:
                    score += 1.0
            if self.gender.get(name.canonical) == want:
                score += 0.5
            if best is None or (score, at) >= best[:2]:
                best = (score, at, name)
        if best is None:
            previous = [one for at, one in self.latest if at < head and one.name is not None]
            if previous and previous[-1].kind is SpeakerKind.ANONYMOUS:
                return previous[-1]
            return Speaker(name=None, kind=SpeakerKind.PERSON)
        chosen = best[2]
        self.gender.setdefault(chosen.canonical, want)
        return Speaker(name=chosen.canonical, kind=SpeakerKind.PERSON, heads=(best[1],))

    def _group_before(self, head: int) -> Speaker:
        for at, speaker in reversed(self.latest):
            if at >= head or speaker.name is None:
                continue
            if self._paragraph(head) - self._paragraph(at) > 2:
                break
            if speaker.kind is not SpeakerKind.PERSON:
                return speaker
        return Speaker(name=None, kind=SpeakerKind.GROUP)

    def _body_before(self, head: int) -> Speaker:
        here = self._paragraph(head)
        for at, speaker in reversed(self.latest):
            if at >= head or speaker.name is None or here - self._paragraph(at) > 2:
                continue
            if speaker.kind in {SpeakerKind.BODY, SpeakerKind.DOCUMENT, SpeakerKind.OUTLET}:
                return speaker
        for name in reversed(self.names.found):
            if (
                name.last <= head
                and here - self._paragraph(name.first) <= 1
                and name.kind is MentionKind.ORGANISATION
            ):
                token = self.tree.tokens[name.last - 1]
                if token.dep in {"nsubj", "nsubjpass"}:
                    return self._named_as(name)
        return Speaker(name=None, kind=SpeakerKind.BODY)

    def _named_as(self, name: Name) -> Speaker:
        kind = SpeakerKind.OUTLET if is_outlet(name.written) else SpeakerKind.BODY
        return Speaker(name=name.canonical, kind=kind, heads=(name.last - 1,))

    def _outlet_before(self, head: int) -> Speaker | None:
        for name in reversed(self.names.found):
            if name.last <= head and is_outlet(name.written):
                return Speaker(name=name.canonical, kind=SpeakerKind.OUTLET, heads=(name.last - 1,))
        return None

    def _titled_before(self, head: int, lemma: str) -> Speaker | None:
        """The latest person in whose noun phrase the title stands."""
        for name in reversed(self.names.found):
            if name.kind is not MentionKind.PERSON or name.last > head:
                continue
            if lemma in self.title_lemmas(name.last - 1):
                return Speaker(
                    name=name.canonical, kind=SpeakerKind.PERSON, heads=(name.last - 1, head)
                )
        return None

    def _named_body_before(self, head: int, lemma: str) -> Speaker | None:
        for name in reversed(self.names.found):
            if name.last > head or name.kind not in {MentionKind.ORGANISATION, MentionKind.OTHER}:
                continue
            last = self.tree.tokens[name.last - 1].lemma.lower()
            if last == lemma or name.canonical.split()[-1].lower() == lemma:
                return self._named_as(name)
        if lemma in {
            "agency",
            "company",
            "group",
            "organisation",
            "organization",
            "party",
            "firm",
            "body",
            "committee",
            "department",
            "union",
            "service",
            "airline",
            "bank",
            "charity",
            "watchdog",
            "regulator",
            "commission",
            "ministry",
            "club",
            "team",
        }:
            found = self._body_before(head)
            if found.name is not None and found.kind is SpeakerKind.BODY:
                return found
        return None

    def title_tokens(self, head: int) -> list[int]:
        """Tokens of the noun phrase around a name: title before it, apposition, phrases behind it."""
        top = head
        while self.tree.tokens[top].dep in {"compound", "appos", "flat"} and self.tree.tokens[
            self.tree.tokens[top].head
        ].pos in {"NOUN", "PROPN"}:
            top = self.tree.tokens[top].head
        cut = self.tree.kids(top, "relcl", "conj", "cc", "advcl", "acl")
        return sorted(self.tree.subtree(top, without=cut))

    def title_lemmas(self, head: int) -> set[str]:
        """Lemmas of the words around a name, in lower case."""
        return {self.tree.tokens[at].lemma.lower() for at in self.title_tokens(head)} | {
            self.tree.lower(at) for at in self.title_tokens(head)
        }
