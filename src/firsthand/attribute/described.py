"""Say who a source is that only describes somebody: "the minister", "a release", "her lawyer"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.antecedents import Antecedents
from firsthand.attribute.names import Name, Names
from firsthand.attribute.phrases import is_owned, owner_of, phrase
from firsthand.attribute.speaker import NOBODY, Speaker
from firsthand.attribute.states import SURE, leading_state
from firsthand.attribute.titles import title_tokens, titled
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.capacities import capacities
from firsthand.tables.media import is_outlet

__all__ = ["Described"]

_REACH = 2
"""Over how many paragraphs "the statement" and "a release" are the last speaker's."""

_ASIS = "nobody is named; the source's own words"
_OWNER = "a text or agent speaks for the one whose it is"
_LAST = "a text given out belongs to who spoke last"
_CALLED = "named before in this office or by this word"


@dataclass(frozen=True, slots=True)
class Described:
    """Read sources without a name in one article."""

    tree: Tree
    names: Names
    before: Antecedents

    def speaker(self, head: int, words: frozenset[int]) -> Speaker:
        """Whom a common noun means, brought to a name where the article has one."""
        table = capacities()
        lemma = self.tree.tokens[head].lemma.lower()
        plural = self.tree.tokens[head].tag in {"NNS", "NNPS"}
        told = self._with_owner(head, words)
        owner = owner_of(self.tree, self.names, head)
        if lemma in table.documents:
            return self._document(head, words, told, owner, plural=plural)
        found = self._named_before(head, lemma, owner, plural=plural)
        if found is not None:
            return found.because(self.tree, _CALLED, 0.8) if not found.reasons else found
        if lemma in table.happenings and owner is None:
            return NOBODY
        if lemma == "government" and not is_owned(self.tree, head) and " " not in told:
            state = leading_state(self.names, SURE)
            told = f"{state} government" if state is not None else told
        kind = self._kind(lemma, plural=plural)
        return Speaker(name=told, kind=kind, heads=(head,)).because(self.tree, _ASIS, 0.6)

    def _named_before(
        self, head: int, lemma: str, owner: Name | None, *, plural: bool
    ) -> Speaker | None:
        table = capacities()
        determiners = {self.tree.lower(kid) for kid in self.tree.kids(head, "det")}
        title = self.tree.word(head)[:1].isupper() and not determiners and not plural
        definite = bool(determiners & {"the", "this", "that"}) or title
        offices = table.state | table.body | table.own | table.unnamed
        refers = definite and not plural and not is_owned(self.tree, head)
        if refers and lemma in table.outlets:
            found = self.before.outlet(head)
            if found is not None:
                return found
        if refers and lemma in offices:
            found = (
                self.before.holder_of(head, lemma)
                or self._same_unnamed(head, lemma)
                or self.before.likeliest_holder(head, lemma)
            )
            if found is not None:
                return found
        bare = plural and not determiners and not self.tree.children[head]
        if bare and lemma in table.unnamed:
            found = self._same_unnamed(head, lemma)
            if found is not None:
                return found
        if title and lemma in offices and is_owned(self.tree, head):
            found = self._of_same_title(head, lemma)
            if found is not None:
                return found
        if owner is not None and owner.kind is MentionKind.PERSON and lemma in table.agent:
            found = self._agent_of(owner, lemma)
            if found is not None:
                return found
        if refers and lemma in table.regions | {"country", "nation"}:
            found = self.before.place_called(head, lemma)
            if found is not None:
                return found
        if refers and lemma in table.bodies | table.companies and lemma != "government":
            found = self.before.body_called(head, lemma)
            if found is not None:
                return found
        its = any(self.tree.lower(kid) == "its" for kid in self.tree.kids(head, "poss"))
        return self.before.introduced_as(lemma) if lemma in table.companies and its else None

    @staticmethod
    def _kind(lemma: str, *, plural: bool) -> SpeakerKind:
        table = capacities()
        if lemma in table.unnamed:
            return SpeakerKind.ANONYMOUS
        if lemma in table.bodies:
            return SpeakerKind.BODY
        if lemma in table.groups or plural:
            return SpeakerKind.GROUP
        offices = table.state | table.body | table.own | table.agent
        return SpeakerKind.ANONYMOUS if lemma in offices else SpeakerKind.UNKNOWN

    def _with_owner(self, head: int, words: frozenset[int]) -> str:
        owners = self.tree.kids(head, "poss")
        owner = self.names.at(owners[0]) if owners else None
        if owner is None:
            return phrase(self.tree, self.names, words, head)
        rest = words - frozenset(self.tree.subtree(owners[0]))
        return f"{owner.canonical}'s {phrase(self.tree, self.names, rest, head)}"

    def _document(
        self, head: int, words: frozenset[int], told: str, owner: Name | None, *, plural: bool
    ) -> Speaker:
        """A text speaks for whose it is; "the statement" is the last speaker's, "the article" the last outlet's."""
        if owner is not None:
            found = Speaker(name=owner.canonical, kind=SpeakerKind.DOCUMENT, heads=(head,))
            return found.because(self.tree, _OWNER)
        whose = self._of_pronoun(head)
        if whose is not None:
            return whose.because(self.tree, _OWNER, 0.8)
        issuers = self._issuers(head, words)
        if issuers:
            found = Speaker(name="; ".join(issuers), kind=SpeakerKind.BODY, heads=(head,))
            return found.because(self.tree, _OWNER, 0.8)
        lemma = self.tree.tokens[head].lemma.lower()
        alone = not is_owned(self.tree, head) and not plural
        definite = any(
            self.tree.lower(kid) in {"the", "this"} for kid in self.tree.kids(head, "det")
        )
        if alone and lemma in capacities().handouts:
            found_ = self._last_speaker(head)
            if found_ is not None:
                return found_.because(self.tree, _LAST, 0.7)
        if alone and definite and lemma in {"article", "story", "report"}:
            outlet = self._last_outlet(head)
            if outlet is not None:
                return outlet.because(self.tree, "the article of the outlet named last", 0.7)
        found = Speaker(name=told, kind=SpeakerKind.DOCUMENT, heads=(head,))
        return found.because(self.tree, _ASIS, 0.6)

    def _of_pronoun(self, head: int) -> Speaker | None:
        """Whose "his statement" and "its report" is."""
        for kid in self.tree.kids(head, "poss"):
            word = self.tree.lower(kid)
            if word in {"his", "her"}:
                found = self.before.person(kid, male=word == "his")
            elif word == "its":
                found = self.before.body(kid)
            else:
                continue
            return found if found.name is not None else None
        return None

    def _issuers(self, head: int, words: frozenset[int]) -> list[str]:
        """Bodies without a name that a text is from: "a release from the city government"."""
        table = capacities()
        found: list[str] = []
        for prep in self.tree.kids(head, "prep", "agent"):
            if self.tree.lower(prep) not in {"of", "by", "from"}:
                continue
            for kid in self.tree.kids(prep, "pobj"):
                joint = [kid, *self.tree.kids(kid, "conj")]
                if any(self.tree.tokens[at].lemma.lower() not in table.bodies for at in joint):
                    continue
                found += [phrase(self.tree, self.names, words, at) for at in joint if at in words]
        before = head - 1
        if not found and before in words and self.tree.tokens[before].lemma.lower() in table.bodies:
            run = frozenset(at for at in words if at < head)
            found = [phrase(self.tree, self.names, run | {before}, before)]
            first = min(run)
            text = self.tree.text[self.tree.tokens[first].start : self.tree.tokens[before].end]
            told = [word for word in text.split() if word.lower() not in table.drop]
            found = [" ".join(told)] if told else []
        return found

    def _last_speaker(self, head: int) -> Speaker | None:
        for at, speaker in reversed(self.before.latest):
            if self.tree.paragraph(head) - self.tree.paragraph(at) > _REACH:
                return None
            if speaker.name is not None and at < head:
                return speaker
        return None

    def _last_outlet(self, head: int) -> Speaker | None:
        for name in reversed(self.names.found):
            if name.last <= head and is_outlet(name.written):
                if self.tree.paragraph(head) - self.tree.paragraph(name.first) > _REACH:
                    return None
                kind = SpeakerKind.OUTLET
                return Speaker(name=name.canonical, kind=kind, heads=(name.last - 1,))
        return None

    def _same_unnamed(self, head: int, lemma: str) -> Speaker | None:
        """The unnamed one who spoke before in the same words ("an official … the official")."""
        for at, speaker in reversed(self.before.latest):
            if self.tree.paragraph(head) - self.tree.paragraph(at) > _REACH:
                return None
            unnamed = speaker.kind is SpeakerKind.ANONYMOUS and speaker.name is not None
            same = any(self.tree.tokens[one].lemma.lower() == lemma for one in speaker.heads)
            if at < head and unnamed and same:
                return speaker
        return None

    def _of_same_title(self, head: int, lemma: str) -> Speaker | None:
        """Who is named elsewhere with all the words of a bare title ("Reed Board Chair says …")."""
        words = {self.tree.lower(at) for at in self.tree.subtree(head)}
        found: dict[str, Speaker] = {}
        for name in self.names.found:
            if name.kind is not MentionKind.PERSON:
                continue
            title = {self.tree.lower(at) for at in title_tokens(self.tree, name.last - 1)}
            if lemma in title and words <= title | {"-"}:
                person = SpeakerKind.PERSON
                found.setdefault(
                    name.canonical,
                    Speaker(name=name.canonical, kind=person, heads=(name.last - 1,)),
                )
        return next(iter(found.values())) if len(found) == 1 else None

    def _agent_of(self, owner: Name, lemma: str) -> Speaker | None:
        """The one person named in the article as this owner's lawyer, spokesman and so on."""
        found = set()
        for name in self.names.found:
            if name.kind is not MentionKind.PERSON or name.canonical == owner.canonical:
                continue
            title = title_tokens(self.tree, name.last - 1)
            owners = {each.canonical for each in self.names.within(title)}
            if owner.canonical in owners and titled(self.tree, title, lemma):
                found.add((name.canonical, name.last - 1))
        if len({name for name, _ in found}) != 1:
            return None
        name_, at = min(found)
        return Speaker(name=name_, kind=SpeakerKind.PERSON, heads=(at,))
