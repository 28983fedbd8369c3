"""Who does what to whom: the actor and the recipient of an event, from the parse."""

from __future__ import annotations

from firsthand.annotate.event_doers import doer
from firsthand.annotate.event_kinds import Anchor
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Span
from firsthand.tables.eventwords import event_words

__all__ = ["roles_of"]

_TOWARDS = ("with", "against", "on", "at", "to", "into", "for", "toward", "towards", "upon", "from")
"""Prepositions that lead to the recipient of a verb that has no object, likelier ones first."""

_NOUN_TOWARDS = ("against", "on", "with", "to", "at", "into", "toward", "towards", "from", "for")
_GIVEN = frozenset(
    {"AID", "SANCTION", "RETREAT", "CONCEDE", "THREATEN", "AGREE", "DEMAND", "SUPPORT", "CONSULT"}
)
"""Categories where "to", "on", "from" after an object leads to whom it is done to ("arms to Peru")."""

_GIVEN_TO = ("to", "on", "against")
_TWO_SIDED = frozenset({"CONSULT", "AGREE", "SUPPORT", "SANCTION"})
"""Where "with" leads to the other side ("signed a treaty with Peru"), elsewhere to the means."""

_OWN_DOING = frozenset(
    {
        "withdrawal", "pullout", "resignation", "retreat", "surrender", "death", "arrival", "departure",
        "protest", "demonstration", "rally", "march", "strike", "riot", "rise", "fall", "collapse",
        "crash", "explosion", "escape", "return", "advance", "disappearance", "meeting", "talk",
        "defeat", "victory", "vote", "retirement", "suicide", "apology", "disarmament", "eruption",
    }
)  # fmt: skip
"""Nouns whose "of" names the one who does it ("the resignation of the mayor"); elsewhere it names
the one it is done to ("the arrest of the mayor")."""

_EXPLETIVE = frozenset({"there", "this", "that", "which", "what"})
_MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
"""No doers: "was extended by six months"."""

_INITIALS = 3
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def roles_of(tree: Tree, anchor: Anchor) -> tuple[Span | None, Span | None]:
    """The noun phrases of the actor and of the recipient; None where the clause names none.

    Voice is turned round ("was arrested by Maltese police"); joint actors are one phrase.
    """
    if tree.tokens[anchor.number].pos == "VERB":
        actor, recipient = _of_verb(tree, anchor.number, anchor.kind)
    else:
        actor, recipient = _of_noun(tree, anchor)
    if recipient is not None and recipient == actor:
        recipient = None
    return _shown(tree, actor), _shown(tree, recipient)


def _shown(tree: Tree, number: int | None) -> Span | None:
    if number is None or tree.tokens[number].pos not in _NOMINAL:
        return None
    return None if tree.word(number) in _EXPLETIVE else tree.phrase(number)


def _of_verb(tree: Tree, number: int, kind: str) -> tuple[int | None, int | None]:
    subject = doer(tree, number)
    if tree.is_passive(number):
        token = tree.tokens[number]
        patient = token.head if token.dep == "acl" else subject
        agent = next(
            (
                noun
                for child in tree.children(number, "agent", "prep")
                if tree.word(child) == "by"
                for noun in tree.children(child, "pobj")
                if tree.tokens[noun].entity not in _MEASURES
            ),
            None,
        )
        return agent, patient
    objects = [child for child in tree.children(number, "dobj") if not _is_time(tree, child)]
    dative = next(tree.children(number, "dative"), None)
    if dative is not None and tree.tokens[dative].pos == "ADP":
        dative = next(tree.children(dative, "pobj"), None)
    if dative is not None:
        return subject, dative
    if objects:
        if kind in _GIVEN:
            for holder in (number, objects[0]):
                given = next(tree.nouns_under(holder, *_GIVEN_TO), None)
                if given is None and kind in _TWO_SIDED:
                    given = next(tree.nouns_under(holder, "with"), None)
                if given is not None and tree.tokens[given].pos in {"PROPN", "NOUN"}:
                    return subject, given
        return subject, objects[0]
    for below in tree.children(number, "ccomp"):
        if not tree.is_finite(below) and (inner := tree.own_subject(below)) is not None:
            return subject, inner  # "urged Malta to sign"
    for word in _TOWARDS:
        found = next(tree.nouns_under(number, word), None)
        if found is not None and not _is_time(tree, found):
            return subject, found
    return subject, None


def _of_noun(tree: Tree, anchor: Anchor) -> tuple[int | None, int | None]:
    number = anchor.number
    of = next(tree.nouns_under(number, "of"), None)
    actor = next(tree.nouns_under(number, "by", "between"), None)
    if actor is None and of is not None:
        actor = next(tree.nouns_under(of, "by"), None)
    if actor is None:
        actor = next(tree.children(number, "poss"), None)
    if actor is not None and _is_time(tree, actor):
        actor = None  # "Monday's attack"
    if actor is None:
        actor = next(
            (
                child
                for child in tree.children(number, "amod", "compound", "nmod")
                if tree.tokens[child].entity in {"NORP", "ORG", "PERSON"}
                or (tree.tokens[child].entity == "GPE" and _is_abbreviated(tree, child))
            ),
            None,
        )
    recipient = None
    for word in _NOUN_TOWARDS:
        recipient = next(tree.nouns_under(number, word), None)
        if recipient is not None:
            if not _is_time(tree, recipient):
                break
            recipient = None
    if of is not None and not _is_time(tree, of):
        if tree.lemma(number) in _OWN_DOING:
            actor = actor if actor is not None else of
        else:
            recipient = of
    carrier = anchor.carrier if anchor.carrier is not None else _carrier(tree, anchor)
    if carrier is not None and not tree.is_passive(carrier):
        subject = tree.subject(carrier)
        if subject is not None and subject != number:
            if actor is not None and recipient is None and tree.tokens[actor].pos != "PRON":
                recipient = actor
            actor = subject
    if carrier is not None and tree.is_passive(carrier):
        actor = next(tree.nouns_under(carrier, "by", "between"), actor)
    if carrier is not None and recipient is None:
        for word in ("with", "on", "against", "to"):
            recipient = next(tree.nouns_under(carrier, word), None)
            if recipient is not None and not _is_time(tree, recipient):
                break
            recipient = None
    return actor, recipient


def _is_abbreviated(tree: Tree, number: int) -> bool:
    """Whether a name is a state's initials ("US strike"); "the Paris attack" was only there."""
    token = tree.tokens[number]
    written = tree.text[token.start : token.end].replace(".", "")
    return written.isupper() and len(written) <= _INITIALS


def _carrier(tree: Tree, anchor: Anchor) -> int | None:
    """The light verb above a noun that names an event."""
    token, roles = tree.tokens[anchor.number], event_words().roles
    if token.dep not in {"dobj", "nsubjpass"}:
        return None
    lemma = tree.lemma(token.head)
    if lemma in roles["calling"] and not anchor.kind:
        return None
    return token.head if lemma in roles["light"] else None


def _is_time(tree: Tree, number: int) -> bool:
    return tree.tokens[number].entity in {"DATE", "TIME"}
