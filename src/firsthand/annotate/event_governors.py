"""What the words above an event in the parse say of it: "denied", "plans to", "urged … to", "without"."""

from __future__ import annotations

from firsthand.annotate.event_governing import govern, takes
from firsthand.annotate.event_marks import mark_verb
from firsthand.annotate.event_standing import Standing
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Modality
from firsthand.tables.eventwords import event_words

__all__ = ["step"]

_NOUN_PREPOSITIONS = frozenset({"of", "for", "to", "on", "against", "with", "from", "about", "at"})
"""Between a word and the event it governs: "called for", "threat of", "agreed on", "warned against"."""

_FACT_PREPOSITIONS = frozenset({"for", "at", "on", "with"})
"""After "condemn", "blame", "meet" these lead to what did happen."""

_SAYING = "reporting"


def step(tree: Tree, at: int, found: Standing) -> int | None:
    """Go up one word; note what it says of the event. None where nothing above bears on it."""
    token = tree.tokens[at]
    head = tree.joined_to(at)
    if head == at:
        return None
    if token.pos in {"VERB", "AUX"} or token.dep in {"xcomp", "ccomp", "advcl", "acl", "pcomp"}:
        return _step_clause(tree, at, head, found)
    return _step_noun(tree, at, head, found)


def _step_clause(tree: Tree, at: int, head: int, found: Standing) -> int | None:
    token, table = tree.tokens[at], event_words()
    dep = token.dep
    infinitive = tree.is_infinitive(at)
    if dep == "relcl":
        return None
    if dep != "conj" and _asked(tree, at, found):
        return None
    if dep == "conj":
        if not tree.is_finite(at) and tree.tokens[head].pos in {"VERB", "AUX"}:
            mark_verb(tree, head, found, own=False)
        return head if tree.tokens[head].dep != "ROOT" else None
    if dep == "advcl":
        mark = next(tree.children(at, "mark"), None)
        word = "" if mark is None else tree.word(mark)
        if mark is not None and word in table.auxiliaries["conditional"]:
            found.add(Modality.CONDITIONAL, mark)
            return None
        if infinitive:
            prevented = "prevented" in table.governors.get(tree.lemma(head), ())
            aimed = prevented and next(tree.children(head, "dobj"), None) is not None
            if aimed or not govern(tree, head, found, clause=True):
                found.add(Modality.PLANNED, next(iter(tree.helpers(at))))
            return None  # who "blocked the road to demand tents" did demand them
        if mark is None and tree.own_subject(at) is None:
            return head if not tree.is_finite(at) and _is_ahead(tree, head) else None
        return None
    if dep == "acl":
        if not infinitive:
            return _claimed(tree, head)
        if not govern(tree, head, found, clause=True):
            found.add(Modality.POSSIBLE, next(iter(tree.helpers(at))))
        return head
    if dep in {"pcomp", "pobj"}:
        return _step_preposition(tree, at, head, found)
    if dep in {"ccomp", "parataxis"} and ";" in (tree.word(one) for one in range(at, head)):
        return None  # a sentence of its own before the semicolon
    if dep in {"xcomp", "ccomp", "dep", "csubj", "parataxis"}:
        if dep == "ccomp" and tree.lemma(head) in table.roles[_SAYING]:
            if tree.lemma(head) in table.auxiliaries["settling"]:
                unsettled = next(tree.children(head, "neg"), None)
                if unsettled is not None:
                    found.add(Modality.POSSIBLE, unsettled)
            if "denied" in table.governors.get(tree.lemma(head), ()):
                govern(tree, head, found, clause=True)
            elif not _told_to(tree, at, head, found):
                return None
            return head
        governed = govern(tree, head, found, clause=True)
        if tree.tokens[head].pos in {"VERB", "AUX"} and (governed or dep == "xcomp"):
            if tree.lemma(head) in {"be", "have"} and infinitive:
                if tree.lemma(head) == "be":
                    found.add(Modality.PLANNED, head)
                elif tree.tokens[head].tag != "VBD":  # who "had to leave" has left
                    found.add(Modality.DEMANDED, head)
            mark_verb(tree, head, found, own=dep == "xcomp" and not governed)
        return head
    return None


def _asked(tree: Tree, at: int, found: Standing) -> bool:
    """Note a question that is left open: "an inquiry into whether the troops had left".

    Nothing above bears on what it asks: who "ordered an inquiry into whether engineers had raised
    the alarm" did not order the raising.
    """
    token = tree.tokens[at]
    mark = next(tree.children(at, "mark"), None)
    if mark is None:
        return False
    word = tree.word(mark)
    asked = word in event_words().auxiliaries["open_question"] or (
        word == "if" and token.dep == "ccomp" and tree.tokens[token.head].start < token.start
    )
    if asked:
        found.add(Modality.POSSIBLE, mark)
    return asked


def _told_to(tree: Tree, at: int, head: int, found: Standing) -> bool:
    """Whether a verb of saying demands or threatens: "insisted that Malta leave", "told them to leave"."""
    lists = event_words().governors.get(tree.lemma(head), ())
    bare = tree.tokens[at].tag == "VB" and not tree.helpers(at)
    if "demanded" in lists and (bare or tree.is_infinitive(at)):
        found.add(Modality.DEMANDED, head)
        return True
    if "threatened" in lists:
        found.add(Modality.THREATENED, head)
        return True
    return False


def _is_ahead(tree: Tree, number: int) -> bool:
    """Whether a verb has an auxiliary that says it has not happened."""
    table = event_words().auxiliaries
    return any(
        tree.word(child) in table["planned"] | table["possible"] for child in tree.helpers(number)
    )


def _claimed(tree: Tree, noun: int) -> int | None:
    """The noun, where it names a claim that may itself be denied ("reports that …"); else None."""
    return noun if "claims" in event_words().governors.get(tree.lemma(noun), ()) else None


def _step_preposition(tree: Tree, at: int, head: int, found: Standing) -> int | None:
    """A gerund below a preposition: "accused of killing", "without firing", "from leaving"."""
    del at
    word = tree.word(head)
    above = tree.tokens[head].head
    if above == head:
        return None
    if word in {"without", "instead"} or (
        word == "than" and tree.word(max(head - 1, 0)) == "rather"
    ):
        found.negate(head)
        return None
    if word in {"before", "after", "since", "while", "by", "despite", "upon", "following"}:
        return None
    lists = event_words().governors.get(tree.lemma(above), ())
    if word == "from" and "prevented" in lists:
        found.negate(above)
        return above
    if word == "for" and "demanded" not in lists and "planned" not in lists:
        return None
    if govern(tree, above, found, clause=True):
        if tree.tokens[above].pos == "VERB":
            mark_verb(tree, above, found, own=False)
        return above
    return above if tree.tokens[above].pos == "NOUN" else None


def _step_noun(tree: Tree, at: int, head: int, found: Standing) -> int | None:
    """From a noun that names an event, or a claim of one, to the word that governs it."""
    token, table = tree.tokens[at], event_words()
    dep = token.dep
    if dep == "conj":
        return head
    if dep == "pobj":
        word = tree.word(head)
        above = tree.tokens[head].head
        if word == "without":
            found.negate(head)
            return None
        phrasal = table.governors.get(f"{tree.lemma(above)}_{word}", ())
        if "prevented_things" in phrasal:
            found.negate(above)  # "called off the parade", with "off" taken for a preposition
            return above
        if word not in _NOUN_PREPOSITIONS or above == head:
            return None
        lists = table.governors.get(tree.lemma(above), ())
        if "claims" in lists and word in {"of", "for", "in"}:
            return above
        if word in _FACT_PREPOSITIONS and not takes(tree, above, word):
            return None
        if word == "about" and "demanded" in lists:
            return None  # "asked about the attack"
        if govern(tree, above, found, clause=False):
            if tree.tokens[above].pos == "VERB":
                mark_verb(tree, above, found, own=False)
            return above
        return None
    if dep in {"dobj", "nsubjpass"} or (dep == "appos" and tree.tokens[head].pos == "NOUN"):
        lemma = tree.lemma(head)
        lists = table.governors.get(lemma, ())
        if "claims" in table.governors.get(tree.lemma(at), ()) and "rejecting" in lists:
            found.add(Modality.DENIED, head)
            return None
        if lemma in table.roles["light"] and not lists:
            mark_verb(tree, head, found, own=True)
            return head
        if govern(tree, head, found, clause=False):
            mark_verb(tree, head, found, own=False)
            return head
        if lemma in table.roles["light"]:
            mark_verb(tree, head, found, own=True)
            return head
        return None
    if dep == "nsubj" and tree.lemma(head) in (
        table.roles["aspectual"] | {"be", "take", "happen", "occur", "come", "follow"}
    ):
        mark_verb(tree, head, found, own=True)
        for child in tree.children(head, "acomp", "attr"):
            if govern(tree, child, found, clause=False):
                break
        return head
    if dep == "attr" and tree.lemma(head) == "be":
        mark_verb(tree, head, found, own=True)
        return head
    return None
