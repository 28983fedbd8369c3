"""By what means something was said: at a news conference, in a post, to the jury, by a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.tables.saying import saying

__all__ = ["Medium", "medium_of", "medium_of_phrase", "occasion_words"]

_LEADING = frozenset(
    {"in", "at", "during", "on", "by", "through", "via", "after", "over", "from", "following", "to"}
)
"""Prepositions that lead to where or how something was said."""

_BARE = frozenset({"by", "on", "over", "via"})
"""Those that lead to a means without an article: "by telephone", "on television"."""

_LONGEST = 4
"""Most words of a noun phrase in the table."""

_OUTLETS_TOO = frozenset(
    {"post", "record", "review", "report", "address", "tv", "radio", "television"}
)
"""Words that, as names, are outlets'."""

_INSIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """The means by which something was said."""

    name: str
    words: tuple[int, ...]
    """Tokens that show it."""

    phrase: frozenset[int] = frozenset()
    """Tokens of the whole phrase that names the occasion; empty where only the means is told."""

    how: str
    """As a phrase a reader can be shown."""

    @property
    def lasting(self) -> bool:
        """Whether it is an occasion that goes on while the same speaker goes on."""
        return self.name in saying().lasting


def medium_of_phrase(tree: Tree, head: int) -> tuple[str, tuple[int, ...]] | None:
    """The means that the noun phrase around `head` names, with the tokens that show it.

    "A televised speech in the square" is a broadcast: the longest phrase of the table that ends in
    the head, or goes on from it with "on X", counts.
    """
    before = sorted(kid for kid in _near(tree, head) if kid < head)
    after: list[int] = []
    for prep in tree.kids(head, "prep"):
        if prep == head + 1 and tree.lower(prep) in {"on", "in", "with"}:
            objects = tree.kids(prep, "pobj")
            after = [prep, objects[0]] if objects else []
    if tree.tokens[head].pos == "PROPN" and tree.lower(head) in _OUTLETS_TOO:
        return None  # "the Harbour Post" is no post
    core = [tree.tokens[head].lemma.lower()]
    for more in (after, []):
        tail = [tree.lower(more[0]), tree.tokens[more[1]].lemma.lower()] if more else []
        for size in range(min(len(before), _LONGEST), -1, -1):
            chosen = before[len(before) - size :]
            for spelt in (
                [*(tree.lower(at) for at in chosen), *core, *tail],
                [*(tree.lower(at) for at in chosen), tree.lower(head), *tail],
            ):
                name = saying().nouns.get(" ".join(spelt))
                if name is not None:
                    return name, (*chosen, head, *more)
    return None


def _near(tree: Tree, head: int) -> set[int]:
    """The words right before a noun that belong to it, hyphens between them left out."""
    found = set()
    for kid in tree.children[head]:
        if tree.tokens[kid].dep in _INSIDE and tree.tokens[kid].dep != "poss":
            found |= {at for at in tree.subtree(kid) if tree.is_word(at)}
    return found


def occasion_words(tree: Tree, prep: int, without: Collection[int]) -> frozenset[int]:
    """The noun phrase behind a preposition, without what is reported and without asides.

    Empty for a single word: "by telephone" and "on television" name a means, no occasion.
    """
    words: set[int] = set()
    for kid in tree.kids(prep, "pobj"):
        cut = [
            at
            for at in tree.children[kid]
            if at > kid and (tree.tokens[at].dep in _ASIDE or _is_time(tree, at))
        ]
        words |= tree.subtree(kid, without=cut)
    kept = frozenset(at for at in words if at not in without)
    return kept if sum(tree.is_word(at) for at in kept) > 1 else frozenset()


_ASIDE = frozenset({"relcl", "acl", "advcl", "conj", "cc", "appos", "punct"})


def _is_time(tree: Tree, at: int) -> bool:
    """Whether a branch tells a day or hour, which is no part of an occasion's name."""
    kids = [at, *tree.kids(at, "pobj")]
    return any(tree.tokens[kid].entity in {"DATE", "TIME"} for kid in kids)


def medium_of(tree: Tree, found: Relation, clause: Iterable[int]) -> Medium | None:
    """The means by which `found` was said; None where its reporting clause does not tell.

    Args:
        tree: Of the article.
        found: Whose words.
        clause: Tokens of its reporting clause, the source included.

    Returns:
        What a phrase beside the reporting word tells; else what the reporting word, the one who
        was told, or a text that speaks, tells by itself.
    """
    words = sorted(clause)
    inside = set(words)
    led = []
    for at in words:
        if tree.tokens[at].dep not in {"prep", "agent", "dative"} or tree.lower(at) not in _LEADING:
            continue
        if at in found.source and not _behind_speaker(found, at):
            continue
        if at > 0 and tree.lower(at - 1) == "according":
            continue  # names who speaks
        for kid in tree.kids(at, "pobj"):
            shown = medium_of_phrase(tree, kid) if kid in inside else None
            if shown is not None and (tree.lower(at) != "to" or shown[0] != "statement"):
                led.append((at, shown))
    if led:
        prep, (name, tokens) = min(led, key=lambda each: (_apart(each[0], found.anchor), each[0]))
        return Medium(
            name=name,
            words=tokens,
            phrase=occasion_words(tree, prep, found.content),
            how="a phrase beside the reporting words names the occasion",
        )
    return _by_itself(tree, found, inside)


def _behind_speaker(found: Relation, prep: int) -> bool:
    """Whether a phrase follows a speaker named behind the cue: "…", said the mayor in a letter."""
    head = found.source_head
    return head is not None and found.anchor < head < prep


def _apart(at: int, anchor: int) -> int:
    return abs(at - anchor)


def _by_itself(tree: Tree, found: Relation, clause: set[int]) -> Medium | None:
    """What the reporting word, the hearer, or the text that speaks tells of the means."""
    table = saying()
    for at in sorted(found.cue):
        token = tree.tokens[at]
        name = table.verbs.get(token.lemma.lower()) if token.pos == "VERB" else None
        # "ruled out" is no ruling of a court
        if name is not None and not tree.kids(at, "prt"):
            return Medium(name=name, words=(at,), how="the reporting word tells the means")
    for at in sorted(clause - found.source):
        token = tree.tokens[at]
        name = table.hearers.get(token.lemma.lower())
        told = token.dep in {"dobj", "dative", "iobj"} or (
            token.dep == "pobj" and tree.lower(token.head) in {"to", "before", "with"}
        )
        by_cue = token.head in found.cue or tree.tokens[token.head].head in found.cue
        if name is not None and told and by_cue and token.pos != "PROPN":
            return Medium(name=name, words=(at,), how="who was told tells the means")
    text = found.source_head
    anchor = tree.tokens[found.anchor]
    if anchor.dep == "acl" and anchor.tag == "VBG":
        text = anchor.head  # "released a statement saying …"
    if text is not None and tree.tokens[text].pos == "NOUN":
        name = table.texts.get(tree.tokens[text].lemma.lower())
        rumours = tree.tokens[text].tag == "NNS" and tree.tokens[text].lemma.lower() == "report"
        if name is not None and not rumours:
            return Medium(name=name, words=(text,), how="a text speaks")
    return None
