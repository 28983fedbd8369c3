"""Tell which names in a text are outlets', from the name itself and from the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.attribute.names import Name, Names
from firsthand.attribute.relation import Relation
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.media import is_outlet
from firsthand.tables.relaying import relaying

__all__ = ["as_outlets", "names_an_outlet", "outlet_noun", "outlets_in", "short_name", "shown_name"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_BESIDE = frozenset({"compound", "nmod", "appos", "amod", "nummod"})


def outlet_noun(tree: Tree, token: int) -> bool:
    """Whether a common noun means an outlet: "newspaper"; "agency" only in "news agency"."""
    table = relaying()
    lemma = tree.tokens[token].lemma.lower()
    pos = tree.tokens[token].pos
    if lemma in table.kinds and (pos in _NOUNS or (pos == "ADJ" and tree.lower(token) == lemma)):
        return True
    if pos not in _NOUNS:
        return False
    if lemma not in table.headed:
        return False
    before = [token - 1] if token else []
    beside = [*tree.kids(token, "compound", "amod", "nmod"), *before]
    return any(tree.lower(kid) in table.of for kid in beside)


def names_an_outlet(tree: Tree, name: Name) -> bool:
    """Whether `name` is an outlet's, known by its words or by the noun that stands with it.

    "The daily Vorwerk", "the Vorwerk newspaper", "Vorwerk, a weekly": the noun says so. The place
    or people in "a Paris daily" only says where it appears.
    """
    if is_outlet(name.written) or is_outlet(name.canonical):
        return True
    last = name.last - 1
    token = tree.tokens[last]
    if outlet_noun(tree, last) and name.last - name.first > 1:
        return True
    body = name.kind in {MentionKind.ORGANISATION, MentionKind.OTHER}
    if body and name.first > 0 and outlet_noun(tree, name.first - 1):
        return True  # "the state news agency VORW", however the parser joins the two
    of_place = name.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}
    if token.dep in _BESIDE and token.head != last and outlet_noun(tree, token.head):
        return not of_place or token.dep == "appos"
    beside = [kid for kid in tree.kids(last, "compound", "nmod", "amod") if kid < name.first]
    beside += [kid for kid in tree.kids(last, "amod") if kid == name.first]
    return any(outlet_noun(tree, kid) for kid in [*beside, *tree.kids(last, "appos")])


def shown_name(tree: Tree, name: Name) -> str:
    """An outlet's name, with the noun behind it where the name alone would not say that it is one.

    "The Vorwerk news agency" is Vorwerk; "Vorwerk news agency", which goes by that name without an
    article, keeps its noun where Vorwerk is not known as an agency.
    """
    short = short_name(name.canonical)
    last = name.last - 1
    head = tree.tokens[last].head
    if is_outlet(short) or tree.tokens[last].dep != "compound" or not outlet_noun(tree, head):
        return short
    if tree.kids(head, "det") or tree.kids(last, "det"):
        return short
    behind = [tree.word(at) for at in range(name.last, head + 1) if tree.is_word(at)]
    return " ".join([name.canonical, *behind])


def short_name(name: str) -> str:
    """An outlet's name without the common noun behind it ("Vorwerk magazine"), where that is enough."""
    words = name.split()
    if len(words) > 1 and words[-1] in relaying().kinds and is_outlet(" ".join(words[:-1])):
        return " ".join(words[:-1])
    return name


def outlets_in(tree: Tree, names: Names, words: Iterable[int]) -> list[Name]:
    """Names of outlets that lie wholly inside a set of tokens, in text order."""
    return [name for name in names.within(words) if names_an_outlet(tree, name)]


def as_outlets(
    tree: Tree, names: Names, found: Sequence[Relation], speakers: Sequence[Speaker]
) -> list[Speaker]:
    """Give speakers the kind of an outlet where the words beside the name, or "media", say so.

    "The newspaper Vorwerk reported" and "state media said" hand on what others say, as outlets
    known by name do.
    """
    made = []
    for one, speaker in zip(found, speakers, strict=True):
        head = one.source_head
        if head is None or speaker.parts or speaker.kind is SpeakerKind.OUTLET:
            made.append(speaker)
            continue
        own = names.at(head)
        if own is None and outlet_noun(tree, head):
            beside = [names.at(kid) for kid in tree.kids(head, "appos", "compound", "nmod")]
            own = next((name for name in beside if name is not None), None)
        if own is not None and names_an_outlet(tree, own):
            name = shown_name(tree, own)
            made.append(replace(speaker, name=name, kind=SpeakerKind.OUTLET))
        elif tree.lower(head) == "media" and speaker.name is not None:
            made.append(replace(speaker, kind=SpeakerKind.OUTLET))
        else:
            made.append(speaker)
    return made
