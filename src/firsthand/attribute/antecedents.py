"""Find whom a pronoun, a title or "the company" means, among those named before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.attribute.names import Name, Names
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.titles import title_tokens
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import bodies as titled_bodies
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
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


_NEAR = 3
"""How many paragraphs back a body may stand that "the company" means."""

_INTRODUCING = frozenset({"owner", "operator", "company", "maker", "manufacturer", "firm"})
"""Nouns beside a name that say it is a company's ("its owner, Harbour Lines")."""

_GENERIC = frozenset({"company", "firm", "group", "organisation", "organization", "agency"})
"""Nouns so general that a body of unknown kind may be meant; "the brewer" needs a brewer."""

_SOCIETY_WORDS = frozenset(
    {"society", "foundation", "association", "alliance", "coalition", "fund", "trust", "league"}
    | {"federation", "organisation", "organization", "agency", "charity", "institute", "network"}
)
"""Head words in the names of bodies that "the group" or "the agency" may mean."""

_SERVICES = frozenset({"service", "administration", "bureau", "authority", "inspectorate"})
"""Words in the names of public bodies that "the agency" may mean."""

_AGENCY_WORDS = frozenset({"wire", "press", "agency", "agence", "agentur"})
"""Words in the names of news agencies."""


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
        """The body named before that "the ministry" or "the company" means.

        The one mentioned last whose name holds the noun; else, for a company or society, the last
        whose name can be one's. None where several bodies of unknown kind could be meant.
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
                return self.named_as(name)
        if lemma == "ministry":
            return self._ministry(head)
        table = capacities()
        company = lemma in table.companies
        if not company and lemma not in table.societies | {"group"}:
            return None
        here = self.paragraph(head)
        sure, open_ = [], []
        for name in bodies:
            kind = self._company(name)
            if self._outlet(name) or name.kind is not MentionKind.ORGANISATION:
                continue
            service = lemma == "agency" and bool(set(name.canonical.lower().split()) & _SERVICES)
            if kind is not True and self._organ(name) and not service:
                continue
            if kind is company and (company or here - self.paragraph(name.first) <= _NEAR):
                sure.append(name)
            elif kind is None and here - self.paragraph(name.first) <= _NEAR:
                open_.append(name)
        if company and sure and here - self.paragraph(sure[-1].first) <= _NEAR:
            return self.named_as(sure[-1])
        if len({name.canonical for name in sure}) == 1:
            return self.named_as(sure[-1])
        if sure or lemma not in _GENERIC:
            return self.named_as(sure[-1]) if sure and not company else None
        spoke = {speaker.name for at, speaker in self.latest if at < head}
        heard = [name for name in open_ if name.canonical in spoke]
        if heard:
            return self.named_as(heard[-1])
        if len({name.canonical for name in open_}) == 1 and self._subject(open_[-1]):
            return self.named_as(open_[-1])
        return None

    def place_called(self, head: int, lemma: str) -> Speaker | None:
        """The place that "the country" or "the city" means: the last of its kind named nearby."""
        here = self.paragraph(head)
        country = lemma in {"country", "nation", "republic", "state"}
        for name in reversed(self.names.found):
            if name.last > head or name.kind is not MentionKind.PLACE:
                continue
            if here - self.paragraph(name.first) > 1:
                return None
            known = country_of_name(name.written)
            if country is (known is not None and known[1] == "name"):
                return Speaker(name=name.canonical, kind=SpeakerKind.BODY, heads=(name.last - 1,))
        return None

    def _subject(self, name: Name) -> bool:
        return self.tree.tokens[name.last - 1].dep in {"nsubj", "nsubjpass", "dobj", "pobj"}

    @staticmethod
    def _outlet(name: Name) -> bool:
        return is_outlet(name.written) or is_outlet(name.canonical)

    @staticmethod
    def _organ(name: Name) -> bool:
        """Whether a name is that of a state, of an organ, or of a body that no company can be."""
        table = capacities()
        last = name.canonical.split()[-1].lower()
        head = name.canonical.split(" of ")[0].split(" for ")[0].split()[-1].lower()
        public = ({last, head} & table.bodies) - table.companies - table.societies - {"group"}
        state = country_of_name(name.canonical) is not None or last == "nations"
        return bool(public) or state or name.canonical.casefold() in titled_bodies().national

    def _company(self, name: Name) -> bool | None:
        """Whether a name is a company's: True, False (a society, an agency), None: unknown."""
        table = capacities()
        last = name.canonical.split()[-1].lower().strip(".")
        if last in table.company_endings or self._introduced(name):
            return True
        head = name.canonical.split(" of ")[0].split(" for ")[0].split()[-1].lower()
        if {last, head} & _SOCIETY_WORDS or re.fullmatch(r"[A-Z]{4,7}", name.canonical):
            return False
        return None

    def _introduced(self, name: Name) -> bool:
        """Whether a noun beside any mention says it: "Harbour Lines, the owner of the ferry"."""
        for other in self.names.found:
            if other.canonical != name.canonical:
                continue
            at = other.last - 1
            beside = [*self.tree.kids(at, "appos")]
            if self.tree.tokens[at].dep in {"appos", "compound"}:
                beside.append(self.tree.tokens[at].head)
            if any(self.tree.tokens[each].lemma.lower() in _INTRODUCING for each in beside):
                return True
        return False

    def introduced_as(self, lemma: str) -> Speaker | None:
        """The one body that the article calls "its owner" (the maker, the operator) anywhere."""
        found: dict[str, Speaker] = {}
        for name in self.names.found:
            at = name.last - 1
            if name.kind is not MentionKind.ORGANISATION or self._outlet(name):
                continue
            beside = [*self.tree.kids(at, "appos")]
            if self.tree.tokens[at].dep == "appos":
                beside.append(self.tree.tokens[at].head)
            if any(self.tree.tokens[each].lemma.lower() == lemma for each in beside):
                found.setdefault(name.canonical, self.named_as(name))
        return next(iter(found.values())) if len(found) == 1 else None

    def _ministry(self, head: int) -> Speaker | None:
        """The ministry of the minister named last, under the title's own words."""
        for name in reversed(self.names.found):
            if name.kind is not MentionKind.PERSON or name.last > head:
                continue
            title = self.title_tokens(name.last - 1)
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
        return title_tokens(self.tree, head)
