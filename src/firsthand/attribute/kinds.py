"""Say what kind of name a mention is, where the words around it know better than the recogniser."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from firsthand.attribute.body_mentions import tokens_in
from firsthand.attribute.canonical import BodyNames, bare, slip
from firsthand.attribute.mentions import PRESS
from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.genders import pronoun_of
from firsthand.tables.media import is_outlet, medium_in
from firsthand.tables.namewords import name_words

__all__ = ["in_personal_office", "is_person_called", "kind_of"]


def kind_of(tree: Tree, one: Mention, surnames: AbstractSet[str], bodies: BodyNames) -> MentionKind:
    """The kind of a mention.

    Args:
        tree: The article.
        one: The mention as recognised.
        surnames: Of the people named in full.
        bodies: The bodies named in full.
    """
    first, last = tokens_in(tree, one.span)
    kind, short = one.kind, bare(one.name)
    if kind is not MentionKind.PERSON and in_personal_office(tree, first, last):
        kind = MentionKind.PERSON
    land = country_of_name(one.name) is not None
    if one.name.isupper() and one.name.replace(".", "") in bodies.acronyms and not land:
        kind = MentionKind.ORGANISATION
    company = bodies.begun(one.name) if " " not in one.name else None
    if kind is MentionKind.PERSON:
        plural = tree.tokens[last - 1].tag == "NNPS" and short not in surnames
        press = tree.lower(last - 1) in PRESS and last - first > 1
        if plural or press or medium_in(one.name) is not None:
            return MentionKind.ORGANISATION  # nobody is called "Harbour Terminals" or "Twitter"
        if _with_body_noun(tree, last - 1):
            return MentionKind.ORGANISATION  # "Reed Okoye, the dockers' union"
        if company and short not in surnames:
            return MentionKind.ORGANISATION  # "Moreno", where only Moreno Lines is named
        if short not in surnames and _beside_kind(tree, first, last):
            return MentionKind.ORGANISATION  # "the Tidewater newspaper", "the charity Reed Aid"
        return kind
    if _a_surname(short, surnames, company):
        return MentionKind.PERSON  # "Okoye" taken for a place, where Ada Okoye is named
    if kind is MentionKind.ORGANISATION and _called_like_people(short):
        return MentionKind.PERSON  # "Maria Okoye"
    return MentionKind.PERSON if _addressed(tree, first) else kind


def is_person_called(tree: Tree, one: Mention) -> bool:
    """Whether a full name taken for another kind is a person's, by its office or its given name."""
    if in_personal_office(tree, *tokens_in(tree, one.span)):
        return True
    return one.kind is MentionKind.ORGANISATION and _called_like_people(bare(one.name))


def in_personal_office(tree: Tree, first: int, last: int) -> bool:
    """Whether an apposition says that a name is a person's ("Ada Okoye, the chief executive")."""
    if last - first < 2 or tree.lower(last - 1) in name_words().body_endings:
        return False
    apposed = tree.tokens[last - 1].dep == "appos" and first > 0 and tree.word(first - 1) == ","
    if apposed and tree.tokens[tree.tokens[last - 1].head].lemma.lower() in capacities().personal:
        return True
    return any(
        tree.tokens[kid].lemma.lower() in capacities().personal
        for kid in tree.kids(last - 1, "appos")
    )


def _with_body_noun(tree: Tree, head: int) -> bool:
    """Whether an apposition says that a name is a body's."""
    table = capacities()
    return any(
        tree.tokens[kid].lemma.lower() in table.bodies | table.kinds
        for kid in tree.kids(head, "appos")
    )


def _beside_kind(tree: Tree, first: int, last: int) -> bool:
    """Whether a noun right beside a name says what kind of body it is."""
    known = capacities().kinds
    before = first > 1 and tree.lower(first - 1) in known and tree.tokens[first - 2].dep == "det"
    behind = last < len(tree.tokens) and tree.word(last) in known
    return before or (behind and tree.tokens[last - 1].head == last)


def _called_like_people(name: str) -> bool:
    """Whether a name is a given name that only people have, and one word that ends no body's name."""
    words = name.split()
    table = name_words()
    return (
        len(words) == 2
        and pronoun_of(words[0]) is not None
        and words[1].lower() not in table.body_endings | capacities().company_endings
        and words[1].isalpha()
        and not is_outlet(name)
    )


def _a_surname(word: str, surnames: AbstractSet[str], company: str | None) -> bool:
    """Whether a name is somebody's surname, or one slip from it, and no company's short name."""
    if word in surnames:
        return company is None
    return " " not in word and company is None and any(slip(word, one) for one in surnames)


def _addressed(tree: Tree, first: int) -> bool:
    """Whether the word before a name is one that only people are addressed with."""
    return first > 0 and tree.lower(first - 1).strip(".") in {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
    }
