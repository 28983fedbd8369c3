"""Find whom a pronoun, a title or "the company" means, among those named before."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.attribute.names import Name, Names
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.capacities import capacities
from firsthand.tables.media import is_outlet

__all__ = ["FEMALE_TITLES", "MALE_TITLES", "Antecedents"]

MALE_TITLES = frozenset(
    {"mr", "sir", "king", "prince", "lord", "spokesman", "congressman", "chairman"}
)
FEMALE_TITLES = frozenset(
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


_COMPANIES = frozenset(
    {"company", "firm", "operator", "maker", "owner", "manufacturer", "retailer", "carmaker"}
    | {"automaker", "airline", "bank", "corporation", "group"}
)
_AGENCIES = frozenset(
    {"agency", "organisation", "organization", "body", "charity", "watchdog", "regulator"}
)
"""Words general enough for a body whose name does not hold them; "the ministry" is a ministry."""


@dataclass(slots=True)
class Antecedents:
    """Those named and heard so far in one article.

    Deliberately simple: a pronoun goes to the latest person who spoke or was the subject of a
    clause, in the same or the three paragraphs before; where none stands there it stays unresolved.
    """

    tree: Tree
    names: Names
    latest: list[tuple[int, Speaker]] = field(default_factory=list)
    """Who spoke, with the cue's token, in text order."""

    gender: dict[str, str] = field(default_factory=dict)
    """"he" or "she" for people whom a title or an earlier pronoun tells of."""

    def __post_init__(self) -> None:
        """Learn from "Mr." and "Ms." before names whom "he" and "she" may mean."""
        for name in self.names.found:
            if name.kind is MentionKind.PERSON and name.first > 0:
                for at in (name.first - 1, name.first):
                    title = self.tree.lower(at).strip(".")
                    if title in MALE_TITLES | FEMALE_TITLES:
                        self.gender.setdefault(
                            name.canonical, "he" if title in MALE_TITLES else "she"
                        )

    def person(self, head: int, *, male: bool) -> Speaker:
        """The person that "he" or "she" at `head` means, by distance, role and who spoke last."""
        want = "he" if male else "she"
        here = self.paragraph(head)
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
            if here - self.paragraph(name.first) > 3:
                continue
            if self.gender.get(name.canonical, want) != want:
                continue
            at = name.last - 1
            back = sentence - self.tree.sentence_of[at]
            score = -1.0 * back
            token = self.tree.tokens[at]
            top = token
            above = self.tree.tokens[token.head]
            if token.dep in {"nsubj", "nsubjpass"} and above.dep not in {"ROOT", "conj", "advcl"}:
                score += 1.0
            elif token.dep in {"nsubj", "nsubjpass"} or (
                token.dep == "appos" and self.tree.tokens[top.head].dep in {"nsubj", "nsubjpass"}
            ):
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

    def group(self, head: int) -> Speaker:
        """Those whom "they" at `head` means: the latest speaker that is not one person."""
        for at, speaker in reversed(self.latest):
            if at >= head or speaker.name is None:
                continue
            if self.paragraph(head) - self.paragraph(at) > 2:
                break
            if speaker.kind is not SpeakerKind.PERSON:
                return speaker
        return Speaker(name=None, kind=SpeakerKind.GROUP)

    def body(self, head: int) -> Speaker:
        """What "it" at `head` means: the latest body, document or outlet that spoke, else was a subject."""
        here = self.paragraph(head)
        for at, speaker in reversed(self.latest):
            if at >= head or speaker.name is None or here - self.paragraph(at) > 2:
                continue
            if speaker.kind in {SpeakerKind.BODY, SpeakerKind.DOCUMENT, SpeakerKind.OUTLET}:
                return speaker
        for name in reversed(self.names.found):
            if (
                name.last <= head
                and here - self.paragraph(name.first) <= 1
                and name.kind is MentionKind.ORGANISATION
            ):
                token = self.tree.tokens[name.last - 1]
                if token.dep in {"nsubj", "nsubjpass"}:
                    return self.named_as(name)
        return Speaker(name=None, kind=SpeakerKind.BODY)

    def outlet(self, head: int) -> Speaker | None:
        """The outlet named last before `head` ("the newspaper")."""
        for name in reversed(self.names.found):
            if name.last <= head and is_outlet(name.written):
                return Speaker(name=name.canonical, kind=SpeakerKind.OUTLET, heads=(name.last - 1,))
        return None

    def holder_of(self, head: int, lemma: str) -> Speaker | None:
        """The latest person in whose noun phrase the title stands."""
        for name in reversed(self.names.found):
            if name.kind is not MentionKind.PERSON or name.last > head:
                continue
            if self.titled(self.title_tokens(name.last - 1), lemma):
                return Speaker(
                    name=name.canonical, kind=SpeakerKind.PERSON, heads=(name.last - 1, head)
                )
        if lemma in {"congressman", "congresswoman", "lawmaker", "senator", "businessman"}:
            for at, speaker in reversed(self.latest):
                if self.paragraph(head) - self.paragraph(at) > 2:
                    break
                if at < head and speaker.kind is SpeakerKind.PERSON and speaker.name is not None:
                    return speaker
        return None

    def body_called(self, head: int, lemma: str) -> Speaker | None:
        """The body named before that "the ministry" or "the company" means."""
        for name in reversed(self.names.found):
            if name.last > head or name.kind not in {MentionKind.ORGANISATION, MentionKind.OTHER}:
                continue
            last = self.tree.tokens[name.last - 1].lemma.lower()
            if last == lemma or name.canonical.split()[-1].lower() == lemma:
                return self.named_as(name)
        if lemma not in _COMPANIES | _AGENCIES:
            return None
        here = self.paragraph(head)
        for name in reversed(self.names.found):
            if name.last > head or name.kind is not MentionKind.ORGANISATION:
                continue
            if here - self.paragraph(name.first) > 3 or is_outlet(name.written):
                continue
            last = self.tree.tokens[name.last - 1].lemma.lower()
            public = last in capacities().bodies and last not in _COMPANIES
            if public and lemma in _COMPANIES:
                continue
            return self.named_as(name)
        for at, speaker in reversed(self.latest):
            if here - self.paragraph(at) > 3:
                break
            if speaker.kind is SpeakerKind.BODY and speaker.name and not speaker.name.islower():
                return speaker
        return None

    def named_as(self, name: Name) -> Speaker:
        """A name as a speaker: outlet or body."""
        kind = SpeakerKind.OUTLET if is_outlet(name.written) else SpeakerKind.BODY
        return Speaker(name=name.canonical, kind=kind, heads=(name.last - 1,))

    def paragraph(self, token: int) -> int:
        """The paragraph that `token` stands in; -1 outside all."""
        sentence = self.tree.sentence(token)
        return sentence.paragraph if sentence is not None else -1

    def titled(self, title: list[int], lemma: str) -> bool:
        """Whether the words around a name hold the title `lemma`, or one that stands for it."""
        words = {self.tree.tokens[at].lemma.lower().strip(".") for at in title}
        words |= {self.tree.lower(at).strip(".") for at in title}
        if lemma in words:
            return True
        same = capacities().same
        return any(f"{word}={lemma}" in same or f"{lemma}={word}" in same for word in words)

    def title_tokens(self, head: int) -> list[int]:
        """Tokens of the noun phrase around a name: title before it, apposition, phrases behind it."""
        top = head
        while self.tree.tokens[top].dep in {"compound", "appos", "flat"} and self.tree.tokens[
            self.tree.tokens[top].head
        ].pos in {"NOUN", "PROPN"}:
            top = self.tree.tokens[top].head
        cut = self.tree.kids(top, "relcl", "conj", "cc", "advcl", "acl")
        return sorted(self.tree.subtree(top, without=cut))
