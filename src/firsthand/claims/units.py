"""Claim units: the clauses of a story that put a proposition, each with who puts it and its slots."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.claims.clauses import Clause, clauses
from firsthand.claims.counts import counting, inherited
from firsthand.claims.propositions import antecedent, puts_something
from firsthand.claims.slots import Names, Slots, folded, names_of, slots
from firsthand.claims.witnesses import witnessed
from firsthand.domain import (
    Manner,
    Passage,
    Reading,
    Sentence,
    SettledStory,
    Span,
    SpeakerKind,
    Stance,
    Statement,
    Token,
    ZoneKind,
)
from firsthand.tables.claimwords import claimwords
from firsthand.tables.cues import cues
from firsthand.text.quotation import quotations

__all__ = ["Unit", "units"]

_SHARED = 0.6
"""Share of a clause's words inside a nested statement's content from which it is that one's."""

_LONGEST = 400
"""Code points of a passage; a reader is shown nothing longer as one claim."""

_SHORT_CONTENT = 4
"""Words of content up to which the cue is shown with it: "brushed off the leak as 'idle talk'".
A refusal, and content without a finite verb ("urged its members to …"), is always shown with it."""


_FINITE = ("VBD", "VBP", "VBZ", "MD")
_NOT_PREDICATED = ("nsubj", "nsubjpass", "csubj", "amod", "compound", "poss", "nmod", "advcl")
_NEAR = 40
"""Code points between two sentences up to which a bare number counts what the first one counted."""

_ASKING = (Stance.DEMANDS, Stance.EXPECTS)
_COMPLETING = ("attr", "acomp", "dobj", "oprd", "xcomp", "ccomp")
_FAR = 30
"""Tokens from a verb within which its subject is looked for."""

_LABEL_WORDS = 6
"""Words between quotation marks up to which they are a label that somebody gives."""

_FARTHEST_CUE = 40
"""Code points between cue and content up to which the two are shown as one passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One clause that puts one proposition."""

    passage: Passage
    core: Span
    """The clause without the cue that `passage` may include."""

    statement: Statement | None
    """The innermost statement that puts it; None in the outlet's own voice."""

    sentence: Span
    zone: ZoneKind
    slots: Slots
    wording: str
    """The clause with the subject it shares, for comparing."""

    quoted: str
    """The passage's words, as printed."""

    complete: bool
    """Whether it has a subject of its own and a verb."""

    tokens: tuple[Token, ...]
    """Its words."""

    predicate: frozenset[str]
    """Lemmas of its head and of what the head governs directly, attributes of nouns left out."""

    said: str = ""
    """Lemmas of its main verb with what completes a verb that says little ("be ready", "take part")."""

    open: bool = False
    """Whether the clause as a whole is put as a question or a condition ("whether …", "if …")."""

    cue: str = ""
    """Lemmas of the statement's cue; empty in the outlet's own voice."""

    witnessed: bool = False
    issued_by: str | None = None
    """In the own voice of a press release or official statement: who issued it."""

    @property
    def voice(self) -> tuple[str, ...]:
        """Whoever puts it, as the names by which two units have one voice; empty for an outlet."""
        if self.statement is None:
            return (self.issued_by,) if self.issued_by else ()
        return tuple(n for n in (self.statement.speaker, self.statement.authority) if n)


def units(settled: SettledStory) -> tuple[Unit, ...]:
    """The claim units of a story, by article and position.

    Headlines and captions are left out: they are checked against the claims, not counted with them.
    A clause is put by the innermost statement that holds it; clauses outside any statement are the
    outlet's own voice.
    """
    names = names_of(settled)
    found: dict[tuple[Passage, str], Unit] = {}
    for reading in settled.readings:
        marked = quotations(reading.article.text)
        for unit in (*_reported(reading, names, marked), *_own(reading, names)):
            found.setdefault((unit.passage, unit.statement.id if unit.statement else ""), unit)
    return _counted(tuple(found[key] for key in sorted(found)))


def _counted(found: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """`found`, a bare count with the noun of the count told one or two sentences before it."""
    told: list[Unit] = []
    for unit in found:
        before = [
            u
            for u in told[-4:]
            if u.passage.article == unit.passage.article
            and 0 <= unit.sentence.start - u.sentence.end <= _NEAR
            and u.slots.quantities
        ]
        quantities = (
            inherited(unit.slots.quantities, before[-1].slots.quantities)
            if before and counting(unit.said.split(" ")[0])
            else None
        )
        told.append(
            unit
            if quantities is None
            else replace(unit, slots=replace(unit.slots, quantities=quantities))
        )
    return tuple(told)


def _reported(reading: Reading, names: Names, marked: tuple[Span, ...]) -> list[Unit]:
    found = []
    inner: dict[str, list[Span]] = {}
    outlets = {one.id for one in reading.statements if one.speaker_kind is SpeakerKind.OUTLET}
    for statement in reading.statements:
        if statement.parent is None:
            continue
        told = inner.setdefault(statement.parent, [])
        told.extend(statement.content)
        if statement.parent in outlets:
            # an outlet that tells who said what puts nothing of its own: it is the relay
            told.extend((*statement.cue, *statement.source))
    for statement in reading.statements:
        if statement.zone in (ZoneKind.HEADLINE, ZoneKind.CAPTION):
            continue
        nested = inner.get(statement.id, [])
        if statement.id in outlets and _hands_on(reading, statement, nested):
            continue
        for content in statement.content:
            for sentence in reading.sentences:
                if not sentence.span.overlaps(content):
                    continue
                first, last = _range(reading, sentence, content)
                for clause in _pieces(reading, statement, first, last, marked):
                    if _share(reading, clause, nested) >= _SHARED:
                        continue
                    if not puts_something(reading.tokens, clause, statement):
                        continue
                    unit = _unit(reading, sentence, clause, names, statement)
                    if len(unit.slots.words) > 1 or statement.manner is not Manner.INDIRECT:
                        found.append(unit)
    return found


def _pieces(
    reading: Reading, statement: Statement, first: int, last: int, marked: tuple[Span, ...]
) -> list[Clause]:
    """The clauses of a stretch of content; of a description, one piece for each quoted label.

    "Called it a 'mistake' and 'a waste of money'" puts two things, though it has one clause.
    """
    tokens = reading.tokens
    if first < last and statement.stance is Stance.DESCRIBES:
        whole = Span(tokens[first].start, tokens[last - 1].end)
        labels = [
            m
            for m in marked
            if m.overlaps(whole) and len(m.of(reading.article.text).split()) <= _LABEL_WORDS
        ]
        if len(labels) > 1:
            bounds = sorted({first, last, *(_after(reading, m, first, last) for m in labels[:-1])})
            return [
                c for a, b in pairwise(bounds) for c in _telling(reading, clauses(tokens, a, b))
            ]
    return _telling(reading, clauses(tokens, first, last))


def _after(reading: Reading, label: Span, first: int, last: int) -> int:
    """Index of the first word after a quoted label."""
    for i in range(first, last):
        if reading.tokens[i].start >= label.end and reading.tokens[i].pos != "PUNCT":
            return i
    return last


def _telling(reading: Reading, among: tuple[Clause, ...]) -> list[Clause]:
    """`among` without clauses that only introduce another, and without what a negation introduces.

    Of "we may add that the tugs have left", the second part is told; of "she did not say that
    the tugs had left", only the whole: its second part alone would turn it round.
    """
    negative = {
        c.head
        for c in among
        if any(reading.tokens[i].head == c.head and reading.tokens[i].dep == "neg" for i in c.words)
    }
    return [
        c
        for c in among
        if (not c.thin or c.head in negative) and (c.above is None or c.above not in negative)
    ]


def _told_by_others(reading: Reading, clause: Clause) -> bool:
    """Whether the clause, or the verb above it, reports what somebody else says.

    Of "Posts claim that gas leaked" in a company's release neither part is the company's word.
    """
    tokens = reading.tokens
    verbs = cues().verbs
    heads = [clause.head]
    if tokens[clause.head].dep in ("ccomp", "acl"):
        heads.append(tokens[clause.head].head)
    for at in heads:
        # "Social media claim that": the tagger may take the verb for a noun.
        if tokens[at].pos not in ("VERB", "NOUN") or tokens[at].lemma.casefold() not in verbs:
            continue
        subjects = [
            reading.article.text[token.start : token.end].casefold()
            for token in tokens[max(0, at - _FAR) : at + _FAR]
            if token.dep in ("nsubj", "nsubjpass") and tokens[token.head] is tokens[at]
        ]
        if subjects and not set(subjects) & {"we", "i", "it"}:
            return True
    return False


def _own(reading: Reading, names: Names) -> list[Unit]:
    spoken = [s for one in reading.statements for s in one.content]
    # In a transcript somebody speaks throughout; a question from the floor is nobody's assertion.
    spoken += [Span(one.label.start, one.words.end) for one in reading.article.turns]
    cue_spans = [s for one in reading.statements for s in one.cue]
    found = []
    for sentence in reading.sentences:
        if sentence.zone in (ZoneKind.HEADLINE, ZoneKind.CAPTION):
            continue
        for clause in _telling(reading, clauses(reading.tokens, sentence.first, sentence.last)):
            head = reading.tokens[clause.head]
            reporting = any(s.start <= head.start < s.end for s in cue_spans)
            if reporting or any(s.overlaps(clause.span) for s in spoken):
                continue
            if not puts_something(reading.tokens, clause, None):
                continue
            if reading.article.issuer is not None and _told_by_others(reading, clause):
                continue
            unit = _unit(reading, sentence, clause, names, None)
            if len(unit.slots.words) >= 2:
                found.append(unit)
    return found


def _range(reading: Reading, sentence: Sentence, content: Span) -> tuple[int, int]:
    """Indices of the sentence's tokens that lie in `content`."""
    inside = [
        i
        for i in range(sentence.first, sentence.last)
        if reading.tokens[i].start < content.end and reading.tokens[i].end > content.start
    ]
    return (inside[0], inside[-1] + 1) if inside else (sentence.first, sentence.first)


def _hands_on(reading: Reading, statement: Statement, nested: list[Span]) -> bool:
    """Whether an outlet's report is for the most part what others, by name, are told to say."""
    words = [
        token
        for token in reading.tokens
        if any(span.start <= token.start < span.end for span in statement.content)
    ]
    held = sum(any(span.start <= token.start < span.end for span in nested) for token in words)
    return bool(nested) and held >= _SHARED * len(words)


def _share(reading: Reading, clause: Clause, spans: list[Span]) -> float:
    if not spans:
        return 0.0
    tokens = [reading.tokens[i] for i in clause.words]
    return sum(any(s.start <= t.start < s.end for s in spans) for t in tokens) / len(tokens)


def _unit(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    names: Names,
    statement: Statement | None,
) -> Unit:
    text = reading.article.text
    core = clause.span if clause.span.end - clause.span.start <= _LONGEST else _cut(clause, text)
    span = _shown(reading, clause, core, statement)
    subject = " ".join(
        text[reading.tokens[i].start : reading.tokens[i].end] for i in clause.subject
    )
    named = antecedent(reading.tokens, clause)
    words = clause.words if clause.has_subject else (*clause.subject, *clause.words)
    speaker = statement.speaker if statement is not None else None
    verbal = any(reading.tokens[i].pos in ("VERB", "AUX") for i in clause.words)
    bare = core.of(text)
    if named:
        pronoun = reading.tokens[max(clause.subject)].end
        noun = text[reading.tokens[named[0]].start : reading.tokens[named[-1]].end]
        words, told = (*named, *words), text[pronoun : core.end].strip()
        subject, bare = noun, told or bare
    unit = Unit(
        passage=Passage(reading.article.id, span),
        core=core,
        statement=statement,
        sentence=sentence.span,
        zone=sentence.zone,
        slots=slots(
            reading,
            sorted(set(words)),
            clause.head,
            subject=named or clause.subject,
            names=names,
            speaker=speaker,
        ),
        wording=f"{subject} {bare}" if subject and (named or not clause.has_subject) else bare,
        quoted=span.of(text),
        complete=clause.has_subject and verbal and not named,
        tokens=tuple(reading.tokens[i] for i in clause.words),
        predicate=frozenset(
            folded(reading.tokens[i].lemma)
            for i in clause.words
            if i == clause.head
            or (
                reading.tokens[i].head == clause.head
                and reading.tokens[i].dep not in _NOT_PREDICATED
            )
        ),
        said=_said(reading, clause),
        open=_open(reading, clause),
        cue=_cue(reading, statement),
    )
    return replace(
        unit,
        issued_by=reading.article.issuer if statement is None else None,
        witnessed=statement is None and witnessed(reading.article, core.of(text)),
    )


def _said(reading: Reading, clause: Clause) -> str:
    """The main verb's lemma and particle, with its attribute or object where the verb is light."""
    tokens = reading.tokens
    light = folded(tokens[clause.head].lemma) in claimwords().light
    kept = [
        i
        for i in clause.words
        if i == clause.head
        or (
            tokens[i].head == clause.head
            and (tokens[i].dep == "prt" or (light and tokens[i].dep in _COMPLETING))
        )
    ]
    return " ".join(folded(tokens[i].lemma) for i in kept)


def _open(reading: Reading, clause: Clause) -> bool:
    first = reading.tokens[clause.words[0]]
    mark = folded(first.lemma)
    return mark == "whether" or (mark == "if" and first.head == clause.head)


def _cue(reading: Reading, statement: Statement | None) -> str:
    if statement is None:
        return ""
    return " ".join(
        folded(t.lemma)
        for t in reading.tokens
        if any(s.start <= t.start < s.end for s in statement.cue)
    )


def _cut(clause: Clause, text: str) -> Span:
    """The first words of an overlong clause, ending at a word."""
    end = text.rfind(" ", clause.span.start, clause.span.start + _LONGEST)
    return Span(clause.span.start, end if end > clause.span.start else clause.span.start + _LONGEST)


def _shown(reading: Reading, clause: Clause, core: Span, statement: Statement | None) -> Span:
    """The passage to show: with the cue where the content alone is only a name or a label."""
    if statement is None or not statement.cue:
        return core
    finite = any(
        reading.tokens[i].tag in _FINITE
        or (
            reading.tokens[i].pos == "VERB"
            and clause.subject
            and (clause.has_subject or statement.stance not in _ASKING)
        )
        for i in clause.words
    )
    if (
        finite
        and len({*clause.subject, *clause.words}) > _SHORT_CONTENT
        and statement.stance is not Stance.DECLINES
    ):
        return core
    cue = min(statement.cue, key=lambda s: (abs(s.start - core.start), s))
    between = reading.article.text[min(cue.end, core.end) : max(cue.start, core.start)]
    if len(between) > _FARTHEST_CUE or "\n" in between or "." in between:
        return core
    return cue.cover(core)
