"""Those whom a pronoun or "the company" may mean: people, bodies and unnamed speakers nearby."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.attribute.names import Name, Names
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.genders import pronoun_of
from firsthand.tables.media import is_outlet

__all__ = ["Candidate", "Reference", "Sort", "candidates_for", "learned_genders"]

FEMALE_TITLES = frozenset(
    {"mrs", "ms", "miss", "queen", "princess", "dame", "lady", "baroness", "duchess", "mother"}
    | {"spokeswoman", "congresswoman", "chairwoman", "businesswoman", "councilwoman", "sister"}
    | {"daughter", "wife", "widow", "actress"}
)
MALE_TITLES = frozenset(
    {"mr", "sir", "king", "prince", "lord", "spokesman", "congressman", "chairman", "pope"}
    | {"businessman", "councilman", "father", "brother", "son", "husband", "widower", "duke"}
)

_REACH = 10
"""Sentences back to the last mention of a candidate; 98 % of pronouns that are sources reach less
than six."""

_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.OTHER, MentionKind.PLACE})
_SPEAKING_BODIES = frozenset({SpeakerKind.BODY, SpeakerKind.DOCUMENT, SpeakerKind.OUTLET})
_SPEAKING_GROUPS = frozenset({SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, *_SPEAKING_BODIES})


class Sort(StrEnum):
    """What kind of words refer to somebody."""

    PERSON = "person"
    """ "he", "she"."""

    THEY = "they"
    IT = "it"
    HOLDER = "holder"
    """A person by office or calling ("the spokesman")."""

    BODY = "body"
    """A body by its kind ("the company")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source that names nobody but means somebody named."""

    head: int
    sort: Sort
    pronoun: str | None = None
    """"he" or "she", where the words tell."""

    lemma: str = ""
    """Of the noun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person or body, with where the article has named it."""

    name: str
    kind: SpeakerKind
    heads: tuple[int, ...]
    """Last tokens of its mentions before the reference, ascending; the first behind it where there
    is none before in reach."""

    spoke_at: tuple[int, ...] = ()
    """Cues by which it spoke before the reference, ascending: what a chain of "he said" goes by."""

    pronoun: str | None = None
    named: Name | None = None
    """The mention nearest before; None for those without a name."""

    speaker: Speaker | None = None
    """For those without a name: as they were resolved when they spoke."""

    @property
    def last(self) -> int:
        """The token by which the article came to it last, naming it or letting it speak."""
        return max(self.heads[-1], self.spoke_at[-1]) if self.spoke_at else self.heads[-1]


def learned_genders(tree: Tree, names: Names) -> dict[str, str]:
    """The pronoun of each person whom a title or the given name tells of.

    Titles count before given names.
    """
    found: dict[str, str] = {}
    people = [name for name in names.found if name.kind is MentionKind.PERSON]
    for name in people:
        for at in (name.first - 1, name.first):
            title = tree.lower(at).strip(".") if at >= 0 else ""
            if title in MALE_TITLES | FEMALE_TITLES:
                found.setdefault(name.canonical, "he" if title in MALE_TITLES else "she")
    for name in people:
        given = name.canonical.split()
        pronoun = pronoun_of(given[0]) if len(given) > 1 else None
        if pronoun is not None:
            found.setdefault(name.canonical, pronoun)
    return found


def candidates_for(
    tree: Tree,
    names: Names,
    reference: Reference,
    latest: Sequence[tuple[int, Speaker]],
    genders: Mapping[str, str],
) -> tuple[Candidate, ...]:
    """Whom a reference may mean, by name.

    Args:
        tree: The article.
        names: Its names.
        reference: The words that refer.
        latest: Who spoke so far, with their cues.
        genders: "he" or "she" by name; who is known to be the other is left out.

    Returns:
        Sorted by the place of their last mention, nearest first; names decide ties.
    """
    spoke: dict[str, tuple[int, ...]] = {}
    for at, speaker in latest:
        for one in speaker.parts or (speaker,):
            if one.name is not None and at < reference.head:
                spoke[one.name] = (*spoke.get(one.name, ()), at)
    found = _named(tree, names, reference, genders, spoke)
    told = {one.name for one in found}
    found += [one for one in _unnamed(tree, reference, latest) if one.name not in told]
    return tuple(sorted(found, key=lambda one: (abs(reference.head - one.last), one.name)))


def _named(
    tree: Tree,
    names: Names,
    reference: Reference,
    genders: Mapping[str, str],
    spoke: Mapping[str, tuple[int, ...]],
) -> list[Candidate]:
    here = tree.sentence_of[reference.head]
    people = reference.sort in {Sort.PERSON, Sort.HOLDER}
    mentions: dict[str, list[Name]] = {}
    behind: dict[str, Name] = {}
    for name in names.found:
        person = name.kind is MentionKind.PERSON
        if person is not people or (not people and name.kind not in _BODIES):
            continue
        if name.last <= reference.head:
            mentions.setdefault(name.canonical, []).append(name)
        elif tree.sentence_of[name.first] == here and name.first > reference.head:
            behind.setdefault(name.canonical, name)
    found = []
    for told, each in sorted({**{k: [v] for k, v in behind.items()}, **mentions}.items()):
        pronoun = genders.get(told)
        if reference.pronoun is not None and pronoun not in {None, reference.pronoun}:
            continue
        last = max(each[-1].first, *spoke.get(told, ()), each[-1].first)
        if here - tree.sentence_of[last] > _REACH:
            continue
        outlet = is_outlet(told)
        body = SpeakerKind.OUTLET if outlet else SpeakerKind.BODY
        found.append(
            Candidate(
                name=told,
                kind=SpeakerKind.PERSON if people else body,
                heads=tuple(name.last - 1 for name in each),
                spoke_at=spoke.get(told, ()),
                pronoun=pronoun,
                named=each[-1],
            )
        )
    return found


def _unnamed(
    tree: Tree, reference: Reference, latest: Sequence[tuple[int, Speaker]]
) -> list[Candidate]:
    """Speakers without a name of their own: "a resident", "officials", two people together."""
    wanted = {
        Sort.PERSON: frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.UNKNOWN}),
        Sort.HOLDER: frozenset({SpeakerKind.ANONYMOUS}),
        Sort.THEY: _SPEAKING_GROUPS,
        Sort.IT: _SPEAKING_BODIES,
        Sort.BODY: frozenset({SpeakerKind.BODY}),
    }[reference.sort]
    here = tree.sentence_of[reference.head]
    found: dict[str, Candidate] = {}
    for at, speaker in latest:
        if speaker.name is None or at >= reference.head or not speaker.heads:
            continue
        if speaker.kind not in wanted or here - tree.sentence_of[at] > _REACH:
            continue
        before = found.get(speaker.name)
        heads = tuple(sorted({*(before.heads if before else ()), *speaker.heads}))
        cues = (*(before.spoke_at if before else ()), at)
        found[speaker.name] = Candidate(
            name=speaker.name, kind=speaker.kind, heads=heads, spoke_at=cues, speaker=speaker
        )
    return [found[name] for name in sorted(found)]
