"""Find whom a pronoun, a title or "the company" means, among those named before."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.attribute.body_kinds import BodyKinds, names_outlet
from firsthand.attribute.candidates import (
    Candidate,
    Reference,
    Sort,
    candidates_for,
    learned_genders,
)
from firsthand.attribute.mention_measures import Measures
from firsthand.attribute.mention_ranker import Chooser, shipped_ranker
from firsthand.attribute.names import Name, Names
from firsthand.attribute.quotes import quoted_in
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.titles import title_tokens, titled
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.agencies import agency_named
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.media import is_outlet

__all__ = ["Antecedents"]

_AGENCY_WORDS = frozenset({"wire", "press", "agency", "agence", "agentur"})
"""Words in the names of news agencies."""

_RANKED = "of those the words may mean, the likeliest by distance, role and who spoke last"
_WORD = "the body named last whose name holds the word"


@dataclass(slots=True)
class Antecedents:
    """Those named and heard so far in one article."""

    tree: Tree
    names: Names
    chooser: Chooser = field(default_factory=shipped_ranker)
    latest: list[tuple[int, Speaker]] = field(default_factory=list)
    """Who spoke, with the cue's token, in text order."""

    genders: dict[str, str] = field(init=False)
    """"he" or "she" for people whom a title or the given name tells of."""

    _kinds: BodyKinds = field(init=False)
    _measures: Measures = field(init=False)

    def __post_init__(self) -> None:
        """Learn whom "he" and "she" may mean; find the quotations that names stand in."""
        self.genders = learned_genders(self.tree, self.names)
        self._kinds = BodyKinds(self.tree, self.names)
        self._measures = Measures(self.tree, quoted_in(self.tree), self._of_kind)

    def person(self, head: int, *, male: bool) -> Speaker:
        """The person that "he" or "she" at `head` means; no name where that is unsure."""
        pronoun = "he" if male else "she"
        reference = Reference(head=head, sort=Sort.PERSON, pronoun=pronoun)
        found = self._ranked(reference)
        return found or Speaker(name=None, kind=SpeakerKind.PERSON)

    def group(self, head: int) -> Speaker:
        """Those whom "they" at `head` means."""
        found = self._ranked(Reference(head=head, sort=Sort.THEY))
        return found or Speaker(name=None, kind=SpeakerKind.GROUP)

    def body(self, head: int) -> Speaker:
        """What "it" at `head` means: a body, document or outlet."""
        found = self._ranked(Reference(head=head, sort=Sort.IT))
        return found or Speaker(name=None, kind=SpeakerKind.BODY)

    def _ranked(self, reference: Reference) -> Speaker | None:
        """Whom the ranker takes a reference for; None for nobody."""
        found = candidates_for(self.tree, self.names, reference, self.latest, self.genders)
        if not found:
            return None
        rows, none = self._measures.of(reference, found, self.latest)
        chosen, sure = self.chooser.choose(reference, found, rows, none)
        if chosen is None:
            return None
        one = found[chosen]
        speaker = one.speaker or Speaker(name=one.name, kind=one.kind, heads=one.heads[-1:])
        return speaker.because(self.tree, _RANKED, sure)

    def _of_kind(self, one: Candidate, lemma: str) -> bool | None:
        return None if one.named is None else self._kinds.fits(one.named, lemma)

    def outlet(self, head: int) -> Speaker | None:
        """The outlet named last before `head`; "the agency" is an agency, "the paper" is none."""
        wire = self.tree.lower(head) == "agency"
        for name in reversed(self.names.found):
            if name.last > head:
                continue
            agency = self._agency(name)
            if wire and not agency and name.kind is MentionKind.ORGANISATION:
                last = name.canonical.split()[-1].lower()
                if last == "agency":
                    return None  # the Space Agency, not the newspaper before it
            if is_outlet(name.written) or is_outlet(name.canonical):
                if agency != wire and (wire or agency_named(name.written) is not None):
                    continue
                return Speaker(name=name.canonical, kind=SpeakerKind.OUTLET, heads=(name.last - 1,))
        return None

    @staticmethod
    def _agency(name: Name) -> bool:
        words = {word.lower() for word in name.canonical.split()}
        known = agency_named(name.written) or agency_named(name.canonical)
        return known is not None or bool(words & _AGENCY_WORDS)

    def holder_of(self, head: int, lemma: str) -> Speaker | None:
        """The latest person in whose noun phrase the title stands."""
        for name in reversed(self.names.found):
            if name.kind is not MentionKind.PERSON or name.last > head:
                continue
            if titled(self.tree, title_tokens(self.tree, name.last - 1), lemma):
                return Speaker(
                    name=name.canonical, kind=SpeakerKind.PERSON, heads=(name.last - 1, head)
                )
        return None

    def likeliest_holder(self, head: int, lemma: str) -> Speaker | None:
        """The person whom "the senator" or a bare "chief" means, though no title says it."""
        if lemma in capacities().state:
            return None  # "the president" is nobody who is not called so
        return self._ranked(Reference(head=head, sort=Sort.HOLDER, lemma=lemma))

    def body_called(self, head: int, lemma: str) -> Speaker | None:
        """The body named before that "the ministry" or "the company" means.

        The one mentioned last whose name holds the noun; else the likeliest that can be of that
        kind. None where that is unsure.
        """
        bodies = [
            name
            for name in self.names.found
            if name.last <= head and name.kind in {MentionKind.ORGANISATION, MentionKind.OTHER}
        ]
        for name in reversed(bodies):
            words = name.canonical.lower().split()
            last = self.tree.tokens[name.last - 1].lemma.lower()
            if lemma in {last, words[-1]} or f"{lemma} of " in f"{' '.join(words)} ":
                return self.named_as(name).because(self.tree, _WORD, 0.9)
        if lemma == "ministry":
            return self._ministry(head)
        table = capacities()
        if lemma not in table.companies | table.societies | {"group"}:
            return None
        return self._ranked(Reference(head=head, sort=Sort.BODY, lemma=lemma))

    def place_called(self, head: int, lemma: str) -> Speaker | None:
        """The place that "the country" or "the city" means: the last of its kind named nearby."""
        here = self.tree.paragraph(head)
        country = lemma in {"country", "nation", "republic", "state"}
        for name in reversed(self.names.found):
            if name.last > head or name.kind is not MentionKind.PLACE:
                continue
            if here - self.tree.paragraph(name.first) > 1:
                return None
            known = country_of_name(name.written)
            if country is (known is not None and known[1] == "name"):
                return Speaker(name=name.canonical, kind=SpeakerKind.BODY, heads=(name.last - 1,))
        return None

    def introduced_as(self, lemma: str) -> Speaker | None:
        """The one body that the article calls "its owner" (the maker, the operator) anywhere."""
        found: dict[str, Speaker] = {}
        for name in self.names.found:
            if name.kind is not MentionKind.ORGANISATION or names_outlet(name):
                continue
            if self._kinds.introduced(name, frozenset({lemma})):
                found.setdefault(name.canonical, self.named_as(name))
        return next(iter(found.values())) if len(found) == 1 else None

    def _ministry(self, head: int) -> Speaker | None:
        """The ministry of the minister named last, under the title's own words."""
        for name in reversed(self.names.found):
            if name.kind is not MentionKind.PERSON or name.last > head:
                continue
            title = title_tokens(self.tree, name.last - 1)
            for number, at in enumerate(title):
                if self.tree.lower(at) != "minister" or at >= name.first:
                    continue
                run = [each for each in title[:number] if self.tree.lower(each) not in {"the", "a"}]
                if not run or self.tree.lower(run[-1]) == "prime":
                    continue
                words = self.tree.text[
                    self.tree.tokens[run[0]].start : self.tree.tokens[run[-1]].end
                ]
                last = "Ministry" if self.tree.word(at)[:1].isupper() else "ministry"
                told = f"{' '.join(words.split())} {last}"
                return Speaker(name=told, kind=SpeakerKind.BODY, heads=(at,))
        return None

    def named_as(self, name: Name) -> Speaker:
        """A name as a speaker: outlet or body."""
        kind = SpeakerKind.OUTLET if is_outlet(name.written) else SpeakerKind.BODY
        return Speaker(name=name.canonical, kind=kind, heads=(name.last - 1,))
