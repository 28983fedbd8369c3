"""Read in what office somebody is put by a verb: "the board named Ada Okoye as its chair"."""

from __future__ import annotations

from firsthand.attribute.ground import Ground
from firsthand.attribute.names import Name, Names
from firsthand.attribute.offices import body_name
from firsthand.attribute.titles import is_office
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind

__all__ = ["appointed_by"]

_APPOINTING = frozenset(
    {"name", "appoint", "elect", "hire", "choose", "promote", "select", "pick", "install", "make"}
    | {"announce", "confirm", "reappoint", "recruit", "nominate"}
)
_FEATURE = "a verb puts them in an office of this body"


def appointed_by(tree: Tree, names: Names, head: int) -> Ground | None:
    """The body that a clause says somebody holds an office in.

    Args:
        tree: The article.
        names: Its names.
        head: Last token of the person's name: object of a verb of appointing, or its passive
            subject.

    Returns:
        The body in the office's own phrase, else the subject, where the office is "its" or has no
        owner; None where no office is told.
    """
    token = tree.tokens[head]
    verb = token.head
    if token.dep not in {"dobj", "nsubjpass", "nsubj", "oprd"}:
        return None
    if tree.tokens[verb].lemma.lower() not in _APPOINTING:
        inner = tree.tokens[verb].head
        if token.dep != "nsubj" or tree.tokens[inner].lemma.lower() not in _APPOINTING:
            return None
        verb = inner
    office = _office(tree, verb, head)
    if office is None:
        return None
    below = tree.subtree(office)
    for name in names.within(below):
        if name.kind is MentionKind.ORGANISATION:
            return _ground(name, office)
    for subject in tree.kids(verb, "nsubj"):
        for at in (subject, *tree.kids(subject, "appos")):
            body = names.at(at)
            if body is not None and body.kind is MentionKind.ORGANISATION and at != head:
                return _ground(body, office)
    return None


def _office(tree: Tree, verb: int, head: int) -> int | None:
    """The office that a verb of appointing gives."""
    found = [
        *tree.kids(verb, "oprd", "attr", "xcomp"),
        *(kid for prep in tree.kids(verb, "prep") for kid in tree.kids(prep, "pobj")),
        *(kid for prep in tree.kids(head, "prep") for kid in tree.kids(prep, "pobj")),
    ]
    return next((at for at in found if at != head and is_office(tree, at)), None)


def _ground(name: Name, office: int) -> Ground:
    return Ground(name=body_name(name), feature=_FEATURE, score=0.8, tokens=(name.last - 1, office))
