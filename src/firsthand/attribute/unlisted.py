"""Read a reporting clause whose verb is in no list, a signature or a label off a quotation's neighbours."""

from __future__ import annotations

from firsthand.attribute.beside import ends_sentence, word_before
from firsthand.attribute.quotes import Quotations
from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import source_of, source_words
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance
from firsthand.tables.cues import Cue, cues

__all__ = ["unlisted_cue"]

_DASHES = frozenset("—–―-~")
_CLOSING = ".,!?…\"'”’“‘»«) \n\t"
"""What may stand between the last word of a quotation and the dash before a name."""

_STOPS = frozenset(":;(") | _DASHES

_LONGEST_NAME = 20
"""Tokens of a signature or label, with office and place: "— Ada Okoye, harbour master at Turku"."""

_WAY = 4
"""Tokens between a quotation and the verb behind it: "…!" the crowd roared."""

_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PERSONS = frozenset({"he", "she", "they", "i", "we"})
_IRREGULAR = frozenset({"said", "says", "told", "tells", "wrote", "writes", "spoke", "went"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me", "it", "himself", "herself", "themselves"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST = frozenset({"VBD", "VBZ", "VBN", "VBP"})


def unlisted_cue(tree: Tree, quotes: Quotations, first: int, last: int) -> Relation | None:
    """Give the relation that a quotation's neighbours show, without content; None where they show none.

    In this order: a verb right behind it ("…!" beamed Ada Okoye), a name behind a dash
    ("…" — Ada Okoye, harbour master), a name before a colon (Ada Okoye: "…"), a clause before a
    colon whose subject can speak (She leaned in: "…"). A clause with an object is none: who found
    a note did not write it.

    Args:
        tree: The article's parse.
        quotes: All quotations.
        first: Number of the quotation's first stretch.
        last: Number after its last stretch.
    """
    begin, end = quotes.marks[first].first, quotes.marks[last - 1].last
    return (
        _behind(tree, quotes, end)
        or _signed(tree, quotes, end)
        or _labelled(tree, quotes, first)
        or _led_up_to(tree, quotes, begin, word_before(tree, quotes.marks[first]))
    )


def _made(tree: Tree, anchor: int, source: frozenset[int], head: int, rule: str) -> Relation:
    lemma = tree.tokens[anchor].lemma.lower()
    return Relation(
        anchor=anchor,
        cue=frozenset({anchor}),
        source=source - {anchor},
        source_head=head,
        content=frozenset(),
        reading=Cue(lemma=lemma, stance=Stance.ASSERTS, takes=frozenset({"quote"})),
        rule=rule,
    )


def _can_speak(tree: Tree, head: int) -> bool:
    token = tree.tokens[head]
    return token.pos == "PROPN" or token.entity in _PEOPLE or tree.lower(head) in _PERSONS


def _acts_alone(tree: Tree, verb: int) -> bool:
    """Whether a verb has no object but a pronoun: it tells how something was said, not what was done."""
    if tree.tokens[verb].lemma.lower() in {"be", "have"} or tree.kids(verb, "auxpass", "nsubjpass"):
        return False
    return all(tree.lower(kid) in _OBJECTS for kid in tree.kids(verb, "dobj", "attr"))


def _behind(tree: Tree, quotes: Quotations, end: int) -> Relation | None:
    """The verb right behind a quotation that ends like speech: "…," Blige sings; "…!" beamed Keller."""
    at = end
    while at < len(tree.tokens) and not tree.is_word(at):
        if ends_sentence(tree, at) or set(tree.word(at)) & _STOPS:
            return None
        at += 1
    edge = tree.text[tree.tokens[end - 1].end - 1 : tree.tokens[end - 1].end + 2]
    if at >= len(tree.tokens) or not any(mark in edge for mark in ",?!…"):
        return None
    if tree.paragraph(at) != tree.paragraph(end - 1) or quotes.number[at] >= 0:
        return None
    rule = "a verb right behind the quotation, with somebody who can speak"
    if tree.tokens[at].tag in _PAST and at + 1 < len(tree.tokens):
        heads = [kid for kid in tree.kids(at, "nsubj", "dobj", "attr", "npadvmod") if kid > at]
        heads = [kid for kid in heads if all(tree.is_word(word) for word in range(at, kid))]
        if heads and quotes.number[heads[0]] < 0 and _can_speak(tree, heads[0]):
            return _made(tree, at, source_words(tree, heads[0], len(tree.tokens)), heads[0], rule)
        return None
    for verb in range(at + 1, min(at + 1 + _WAY, len(tree.tokens))):
        if not tree.is_word(verb):
            return None
        if tree.tokens[verb].tag in _FINITE and tree.tokens[verb].pos == "VERB":
            before = [kid for kid in tree.kids(verb, "nsubj") if at <= kid < verb]
            if before and _can_speak(tree, before[0]) and _acts_alone(tree, verb):
                words = frozenset(range(at, verb)) & source_words(tree, before[0], verb)
                return _made(tree, verb, words, before[0], rule)
            return None
    return None


def _signed(tree: Tree, quotes: Quotations, end: int) -> Relation | None:
    """The name behind a dash, to the end of the line: "…" — Ada Okoye, harbour master."""
    at = end
    while at < len(tree.tokens) and not tree.is_word(at):
        at += 1
    if at >= len(tree.tokens) or quotes.number[at] >= 0:
        return None
    dash = next((mark for mark in range(end, at) if tree.word(mark)[-1] in _DASHES), None)
    gap = tree.text[tree.tokens[end - 1].end : tree.tokens[at].start]
    if dash is None or gap.lstrip(_CLOSING).rstrip().replace("--", "-") not in _DASHES:
        return None
    name: list[int] = []
    for word in range(at, min(at + 1 + _LONGEST_NAME, len(tree.tokens))):
        if name and "\n" in tree.text[tree.tokens[word - 1].start : tree.tokens[word].start]:
            break
        if tree.tokens[word].tag in _FINITE or len(name) == _LONGEST_NAME:
            return None
        if quotes.number[word] >= 0:
            break
        name.append(word)
    while name and (not tree.is_word(name[-1]) or tree.word(name[-1]).isspace()):
        name.pop()
    return _of_name(tree, dash, name, "a name behind a dash after the quotation")


def _labelled(tree: Tree, quotes: Quotations, first: int) -> Relation | None:
    """The name before a colon, from the start of the paragraph: Ada Okoye: "…"."""
    at = quotes.marks[first].first - 1
    while at >= 0 and ":" not in tree.word(at) and not tree.is_word(at):
        at -= 1
    if at < 0 or ":" not in tree.word(at) or tree.is_word(at):
        return None
    begin = at
    paragraph = tree.paragraph(at)
    while begin > 0 and tree.paragraph(begin - 1) == paragraph and at - begin <= _LONGEST_NAME:
        if tree.tokens[begin - 1].tag in _FINITE or tree.word(begin - 1).isspace():
            break
        begin -= 1
    if at - begin > _LONGEST_NAME or (begin > 0 and tree.paragraph(begin - 1) == paragraph):
        return None
    return _of_name(tree, at, list(range(begin, at)), "a name before a colon, then the quotation")


def _of_name(tree: Tree, anchor: int, name: list[int], rule: str) -> Relation | None:
    """A relation whose source is `name`, where it is one: capitals, and a person or body in it.

    A reporting verb that begins it is the cue: "Continued Keller: …".
    """
    if len(name) > 1 and _reports(tree, name[0]):
        anchor, name = name[0], name[1:]
    if not name or not tree.word(name[0])[0].isupper():
        return None
    named = [
        at for at in name if tree.tokens[at].pos == "PROPN" or tree.tokens[at].entity in _PEOPLE
    ]
    known = [at for at in named if tree.tokens[at].entity in _PEOPLE or tree.word(at).isupper()]
    if not named or (len(named) < 2 and not known):
        return None
    if any(tree.tokens[at].pos == "VERB" and tree.tokens[at].tag in _FINITE for at in name):
        return None
    tops = [at for at in named if tree.tokens[at].head not in named or tree.tokens[at].head == at]
    return _made(tree, anchor, frozenset(name), (tops or named)[0], rule)


def _reports(tree: Tree, token: int) -> bool:
    """Whether a word is a form of a listed verb, whatever the parser takes its capital for."""
    word = tree.lower(token)
    forms = {tree.tokens[token].lemma.lower()}
    if word.endswith(("ed", "es")):
        forms |= {word[:-1], word[:-2]}
    return any(form in cues().verbs for form in forms) or word in _IRREGULAR


def _led_up_to(tree: Tree, quotes: Quotations, begin: int, word: int) -> Relation | None:
    """The clause before a colon: "Trump leaned in and boomed: …"."""
    if word < 0 or quotes.number[word] >= 0:
        return None
    between = {char for at in range(word + 1, begin) for char in tree.word(at)}
    if ":" not in between and not between & _DASHES:
        return None
    sentence = tree.sentence(word)
    if sentence is None:
        return None
    verbs = [
        at
        for at in range(max(sentence.first, word - 3 * _LONGEST_NAME), word + 1)
        if tree.tokens[at].pos == "VERB"
        and tree.tokens[at].tag in _FINITE
        and tree.tokens[at].dep in {"ROOT", "conj"}
        and quotes.number[at] < 0
    ]
    if not verbs or not _acts_alone(tree, verbs[-1]):
        return None
    head, source, _ = source_of(tree, verbs[-1], cues(), passive=False)
    if head is None or not _can_speak(tree, head) or quotes.number[head] >= 0:
        return None
    return _made(
        tree, verbs[-1], source, head, "a clause with somebody who can speak, then a colon"
    )
