"""Say who a source is: pronouns, surnames and "the ministry" brought to a name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.attribute.antecedents import FEMALE_TITLES, MALE_TITLES, Antecedents
from firsthand.attribute.names import Name, Names
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, Reason, SpeakerKind
from firsthand.tables.capacities import capacities
from firsthand.tables.media import is_outlet

__all__ = ["Speakers"]

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_PLURAL = frozenset({"they", "their", "them"})
_NEUTER = frozenset({"it", "its"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_FIRST = frozenset({"i", "we", "me", "my", "our", "us"})


def _stresses(word: str) -> bool:
    """Whether a word only stresses the name before it ("Okoye himself")."""
    return word in {"himself", "herself", "itself"}


@dataclass(slots=True)
class Speakers:
    """Resolve sources one after another, in text order, remembering who spoke last."""

    tree: Tree
    names: Names
    before: Antecedents

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
                parts=tuple(one for one in each if one.name is not None),
            )
        else:
            speaker = self._one(head, words, anchor)
        if speaker.name is not None and not speaker.reasons:
            own = any(at in words for at in speaker.heads)
            feature = "the source names the speaker" if own else "the source means one named before"
            reason = Reason(
                feature=feature, evidence=self.tree.passages(speaker.heads), field="speaker"
            )
            speaker = replace(speaker, reasons=(reason,))
        self.before.latest.append((anchor, speaker))
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
        if word in _RELATIVES and not self.tree.word(head).isupper():
            return self._antecedent(head, anchor)
        if self.tree.tokens[head].pos == "PRON":
            if word in _SINGULAR:
                return self.before.person(head, male=word in _MALE)
            if word in _PLURAL:
                return self.before.group(head)
            if word in _NEUTER:
                return self.before.body(head)
            if word in _FIRST:
                return Speaker(name=None, kind=SpeakerKind.UNKNOWN)
        named = self._named(head, words)
        if named is not None:
            return named
        return self._described(head, words, lemma)

    def _named(self, head: int, words: frozenset[int]) -> Speaker | None:
        held = self.names.within(words)
        own = self.names.at(head)
        if head + 1 < len(self.tree.tokens) and self.tree.word(head + 1) == ":":
            written = self.tree.word(head)
            person = self._surname(written) or (written.title() if written.isupper() else None)
            if person is not None:
                return Speaker(name=person, kind=SpeakerKind.PERSON, heads=(head,))
        people = [name for name in held if name.kind is MentionKind.PERSON]
        if own is not None and own.kind is MentionKind.PERSON:
            return self._as_person(own)
        lemma = self.tree.tokens[head].lemma.lower()
        for kid in self.tree.kids(head, "appos"):
            name = self.names.at(kid)
            if name is not None and name.kind is MentionKind.PERSON:
                return self._as_person(name)
        table = capacities()
        if lemma in table.companies and own is None:
            for kid in self.tree.kids(head, "appos"):
                name = self.names.at(kid)
                if name is not None and name.kind is MentionKind.ORGANISATION:
                    return self.before.named_as(name)
        people_words = table.state | table.body | table.own | table.agent
        if _stresses(self.tree.lower(head)) and people:
            return self._as_person(people[-1])
        if lemma in people_words | table.documents and own is None:
            for name in people:
                # "a lawyer for the mayor, Ada Okoye": the name behind the comma is the lawyer's
                apposed = self.tree.tokens[name.last - 1].dep == "appos"
                if apposed and name.first > head and self.tree.word(name.first - 1) == ",":
                    return self._as_person(name)
        if lemma in people_words and people and own is None:
            for name in people:
                at = self.tree.tokens[name.last - 1]
                if at.dep in {"appos", "nsubj", "compound"} and at.head in {head, name.last - 1}:
                    return self._as_person(name)
        proper = own is None and self.tree.tokens[head].pos == "PROPN"
        if proper and lemma in people_words and people and people[-1].last - 1 == max(words):
            return self._as_person(people[-1])  # "Attorney General of Ohio Ada Okoye"
        if own is not None and own.kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            outlet = is_outlet(own.written) or is_outlet(own.canonical)
            kind = SpeakerKind.OUTLET if outlet else SpeakerKind.BODY
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
            last = name.canonical.split()[-1:]
            if name.kind is MentionKind.PERSON and [part.casefold() for part in last] == [
                word.casefold()
            ]:
                return name.canonical
        return None

    def _as_person(self, name: Name) -> Speaker:
        before = self.tree.lower(name.first - 1).strip(".") if name.first else ""
        if before in MALE_TITLES:
            self.before.gender[name.canonical] = "he"
        elif before in FEMALE_TITLES:
            self.before.gender[name.canonical] = "she"
        return Speaker(name=name.canonical, kind=SpeakerKind.PERSON, heads=(name.last - 1,))

    def phrase(self, words: frozenset[int], head: int) -> str:
        """The noun phrase as a name: determiner, apposition and relative clause cut off."""
        cut = [
            kid
            for kid in self.tree.children[head]
            if self.tree.tokens[kid].dep in {"relcl", "appos", "punct", "advcl", "conj", "cc"}
        ]
        kept = sorted(self.tree.subtree(head, without=cut) & words)
        commas = [at for at in kept if at > head and self.tree.word(at) == ","]
        if commas:
            kept = [at for at in kept if at < commas[0]]
        while kept and self.tree.lower(kept[0]) in capacities().drop:
            kept = kept[1:]
        if not kept:
            return self.tree.word(head)
        text = self.tree.text[self.tree.tokens[kept[0]].start : self.tree.tokens[kept[-1]].end]
        text = " ".join(text.split()).split(" (", 1)[0]
        return self.names.spelt_out(text)

    def _described(self, head: int, words: frozenset[int], lemma: str) -> Speaker:
        table = capacities()
        definite = any(
            self.tree.lower(kid) in {"the", "this", "that"} for kid in self.tree.kids(head, "det")
        )
        plural = self.tree.tokens[head].tag in {"NNS", "NNPS"}
        offices = table.state | table.body | table.own | table.unnamed
        told = self._with_owner(head, words)
        owner = self._owner(head)
        refers = definite and not plural and not self._owned(head)
        if refers and lemma in table.outlets:
            found = self.before.outlet(head)
            if found is not None:
                return found
        if lemma in table.documents and not plural:
            return self._document(head, told, owner, refers=refers)
        if lemma in table.documents:
            name = owner.canonical if owner is not None else told
            return Speaker(name=name, kind=SpeakerKind.DOCUMENT, heads=(head,))
        if refers and lemma in offices:
            found = self.before.holder_of(head, lemma)
            if found is not None:
                return found
        if owner is not None and owner.kind is MentionKind.PERSON and lemma in table.agent:
            found = self._agent_of(owner, lemma)
            if found is not None:
                return found
        if refers and lemma in table.bodies | table.companies:
            found = self.before.body_called(head, lemma)
            if found is not None:
                return found
        if lemma in table.companies and self._its(head):
            found = self.before.introduced_as(lemma)
            if found is not None:
                return found
        if lemma in table.happenings and owner is None:
            return Speaker(name=None, kind=SpeakerKind.UNKNOWN)
        kind = SpeakerKind.UNKNOWN
        if lemma in table.unnamed:
            kind = SpeakerKind.ANONYMOUS
        elif lemma in table.bodies:
            kind = SpeakerKind.BODY
        elif lemma in table.groups or plural:
            kind = SpeakerKind.GROUP
        elif lemma in offices | table.agent:
            kind = SpeakerKind.ANONYMOUS
        return Speaker(name=told, kind=kind, heads=(head,))

    def _its(self, head: int) -> bool:
        return any(self.tree.lower(kid) == "its" for kid in self.tree.kids(head, "poss"))

    def _owner(self, head: int) -> Name | None:
        """The name in the possessive or the "of", "by" or "from" phrase of a noun."""
        for kid in self.tree.kids(head, "poss", "compound", "nmod"):
            name = self.names.at(kid)
            if name is not None and name.kind in {MentionKind.PERSON, MentionKind.ORGANISATION}:
                return name
        for prep in self.tree.kids(head, "prep"):
            if self.tree.lower(prep) in {"of", "by", "from", "for"}:
                for kid in self.tree.kids(prep, "pobj"):
                    name = self.names.at(kid)
                    if name is not None and name.kind in {
                        MentionKind.PERSON,
                        MentionKind.ORGANISATION,
                    }:
                        return name
        return None

    def _with_owner(self, head: int, words: frozenset[int]) -> str:
        owners = self.tree.kids(head, "poss")
        owner = self.names.at(owners[0]) if owners else None
        if owner is None:
            return self.phrase(words, head)
        rest = self.phrase(words - frozenset(self.tree.subtree(owners[0])), head)
        return f"{owner.canonical}'s {rest}"

    def _document(self, head: int, told: str, owner: Name | None, *, refers: bool) -> Speaker:
        """A text speaks for whose it is; "the statement" is the last speaker's, "the article" the last outlet's."""
        if owner is not None:
            return Speaker(name=owner.canonical, kind=SpeakerKind.DOCUMENT, heads=(head,))
        lemma = self.tree.tokens[head].lemma.lower()
        if refers and lemma in {"statement", "release", "letter", "email", "post", "tweet"}:
            for at, speaker in reversed(self.before.latest):
                if self.before.paragraph(head) - self.before.paragraph(at) > 2:
                    break
                if speaker.name is not None and at < head:
                    return speaker
        if refers and lemma in {"article", "story", "report"}:
            for name in reversed(self.names.found):
                if name.last <= head and is_outlet(name.written):
                    if self.before.paragraph(head) - self.before.paragraph(name.first) > 2:
                        break
                    return Speaker(
                        name=name.canonical, kind=SpeakerKind.OUTLET, heads=(name.last - 1,)
                    )
        return Speaker(name=told, kind=SpeakerKind.DOCUMENT, heads=(head,))

    def _agent_of(self, owner: Name, lemma: str) -> Speaker | None:
        """The one person named in the article as this owner's lawyer, spokesman and so on."""
        found = set()
        for name in self.names.found:
            if name.kind is not MentionKind.PERSON or name.canonical == owner.canonical:
                continue
            title = self.before.title_tokens(name.last - 1)
            owners = {each.canonical for each in self.names.within(title)}
            if owner.canonical in owners and self.before.titled(title, lemma):
                found.add((name.canonical, name.last - 1))
        if len({name for name, _ in found}) != 1:
            return None
        name_, at = min(found)
        return Speaker(name=name_, kind=SpeakerKind.PERSON, heads=(at,))

    def _owned(self, head: int) -> bool:
        """Whether the phrase says itself whose it is ("the spokesman for the mayor")."""
        if self.tree.kids(head, "poss", "compound", "appos"):
            return True
        if any(self.tree.tokens[kid].entity for kid in self.tree.kids(head, "amod", "nmod")):
            return True
        return any(
            self.tree.lower(kid) in {"of", "for", "from", "at", "in", "with"}
            for kid in self.tree.kids(head, "prep")
        )

    def _antecedent(self, head: int, anchor: int) -> Speaker:
        verb = self.tree.tokens[head].head
        for above in (verb, *self.tree.ancestors(verb)):
            if self.tree.tokens[above].pos in {"NOUN", "PROPN"} and above < anchor:
                words = frozenset(self.tree.subtree(above, without=[verb]))
                return self._one(above, words, anchor)
        return Speaker(name=None, kind=SpeakerKind.UNKNOWN)
