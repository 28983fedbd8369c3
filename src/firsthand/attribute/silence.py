"""Find refusals that no verb of refusing carries: "did not respond to requests for comment"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import source_of, source_words
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import negation_of
from firsthand.domain import Stance
from firsthand.tables.cues import Cue, Cues

__all__ = ["of_silence"]

_ANSWERING = frozenset({"respond", "reply"})
_ASKED = frozenset(
    {"request", "question", "inquiry", "enquiry", "query", "call", "message", "email", "e-mail"}
)
_CUE = Cue(lemma="respond", stance=Stance.DECLINES)


def of_silence(tree: Tree, table: Cues) -> Iterator[Relation]:
    """Give each refusal to answer: not responding, not returning calls, not to be reached."""
    for verb, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if token.pos != "VERB" or lemma not in _ANSWERING | {"return", "reach"}:
            continue
        negation = negation_of(tree, verb)
        if not negation:
            continue
        content = _asked(tree, verb, lemma)
        if not content:
            continue
        if lemma == "reach":
            head = next(iter(tree.kids(verb, "nsubjpass")), None)
            source = source_words(tree, head, verb) if head is not None else frozenset()
        else:
            head, source, _ = source_of(tree, verb, table, passive=False)
        if head is not None:
            yield Relation(
                anchor=verb,
                cue=frozenset({verb, *negation}),
                source=source,
                source_head=head,
                content=frozenset(content - source),
                reading=_CUE,
                negated=True,
                rule="leaves a request unanswered",
            )


def _asked(tree: Tree, verb: int, lemma: str) -> set[int]:
    """What was left unanswered; empty where nothing was asked."""
    if lemma == "return":
        objects = [at for at in tree.kids(verb, "dobj") if tree.tokens[at].lemma in _ASKED]
        return tree.subtree(objects[0]) if objects else set()
    wanted, led = (_ASKED, "to") if lemma in _ANSWERING else (frozenset({"comment"}), "for")
    for prep in tree.kids(verb, "prep"):
        if tree.lower(prep) == led and any(
            tree.tokens[at].lemma.lower() in wanted for at in tree.kids(prep, "pobj")
        ):
            return tree.subtree(prep)
    return set()
