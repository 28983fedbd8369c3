"""Count how often each reason of a statement is right, for ``tables/data/reason_scores.toml``.

    python -m training.reason_scores GOLD.jsonl [FOLDS] [READINGS.pkl] [--write]

GOLD holds annotated documents with every field (``firsthand.wikinews.dev``). The product's own
functions find the statements; those whose content agrees by half with an annotated one's count. A
reason is right where the field it speaks for has the annotated value; a reason without a field (how
the statement was found) is right where the whole relation is, and wrong for statements that nobody
annotated. FOLDS is what `training.crossval train` made: the shipped networks have seen
``firsthand.wikinews.dev``, and would be sure of themselves there. READINGS are pickled readings by
document that a caller made before, only to spare the parse: never a file from elsewhere. Where a
judge grades its reasons (a model's probability), stretches of its grades are counted. Fields that
the annotation does not hold (occasion) keep their judges' own scores.

Printed are, by five-fold cross-validation over documents, the Brier score of the measured scores
and of saying 1 throughout, and how often the scores of a range are right. --write stores the counts
over all documents. Run it again after a judgement has changed.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from bench.doors.statements import _line
from bench.statement_errors.fields import FIELDS
from bench.statement_errors.relations import (
    HALF,
    Document,
    aligned,
    jaccard,
    read,
    relations_of,
    right,
)
from bench.statement_errors.words import words_of
from firsthand.annotate import Annotator
from firsthand.attribute import scoring, statements
from firsthand.attribute.scoring import value_of
from firsthand.domain import Reading, Statement
from firsthand.extract import plain_article
from firsthand.attribute.tagger import Tagger
from firsthand.tables.reasonscores import Counted, Graded, ReasonScores, scores_from
from training.crossval import fold_taggers

_TABLE = Path(__file__).parents[1] / "src/firsthand/tables/data/reason_scores.toml"
_FOLDS = 5
_MOST_LEVELS = 5
"""A feature that takes more scores than this is graded by its judge, and keeps them."""

_EMPTY = ReasonScores(of_value={}, of_feature={}, of_grade={})
_MOST_STRETCHES, _FEWEST = 10, 25
"""Stretches of grades, and cases in each."""

_MEDIA = {"press conference": "news conference", "written statement": "statement"}
"""The annotation's words for media, and the product's."""

_COMPARED = {
    "speaker": "speaker",
    "stance": "stance",
    "hedged": "hedged",
    "said_on": "said_on",
    "manner": "manner",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One reason and whether the value it speaks for is right."""

    field: str
    feature: str
    value: str
    score: float
    right: bool


def is_right(field: str, gold: dict, found: dict) -> bool | None:
    """Whether a field's value is the annotated one; None: the annotation does not say."""
    if field in _COMPARED:
        said = FIELDS[_COMPARED[field]](gold, found)
        return None if said is None else said == ""
    if field == "authority":
        if "authority" not in gold:
            return None
        return bool(gold["authority"]) and FIELDS["authority"](gold, found) == ""
    if field == "relays":
        said = FIELDS["relays"](gold, found)
        return None if said is None else said == ""
    if field == "medium":
        said = gold.get("medium")
        return None if "medium" not in gold else _MEDIA.get(said, said) == found.get("medium")
    if field == "parent":
        return None if "parent" not in gold else gold["parent"] is not None
    return None


def cases(document: Document, found: Sequence[Statement]) -> Iterable[Case]:
    """The reasons of one document's statements that can be judged."""
    words = words_of(document.text, language="und")
    rows = [_line(one) for one in found]
    gold = relations_of(document, words)
    ours = relations_of(
        Document(id="", text="", language="und", title=None, rows=tuple(rows)), words
    )
    to_gold = {across: left for left, across in aligned(gold, ours).items()}
    for number, one in enumerate(found):
        left = to_gold.get(number)
        agreed = left is not None and jaccard(gold[left].content, ours[number].content) >= HALF
        for reason in one.reasons:
            if reason.score < 0:
                continue
            if reason.field == "":
                is_so = left is not None and right(gold[left], ours[number])
            elif reason.field == "content":
                is_so = agreed
            elif reason.field == "source":
                is_so = jaccard(gold[left].source, ours[number].source) >= HALF if agreed else None
            elif agreed:
                is_so = is_right(reason.field, dict(gold[left].row), rows[number])
            else:
                continue
            if is_so is not None:
                yield Case(
                    reason.field, reason.feature, value_of(one, reason.field), reason.score, is_so
                )


def counted(found: Iterable[Case]) -> tuple[list[Counted], list[Graded]]:
    """Counts by field, feature and value; by stretches of grades where the judge grades."""
    told = list(found)
    grades: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for one in told:
        grades[one.field, one.feature].append(one)
    sums: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    stretches: list[Graded] = []
    for (field, feature), cases_ in grades.items():
        if len({one.score for one in cases_}) > _MOST_LEVELS:
            stretches += _stretches(field, feature, sorted(cases_, key=lambda one: one.score))
            continue
        for one in cases_:
            at = sums[field, feature, one.value]
            at[0] += one.right
            at[1] += 1
    rows = [
        Counted(field=field, feature=feature, value=value, right=good, of=of)
        for (field, feature, value), (good, of) in sorted(sums.items())
    ]
    return rows, sorted(stretches, key=lambda one: (one.field, one.feature, one.low))


def _stretches(field: str, feature: str, told: Sequence[Case]) -> Iterable[Graded]:
    """Stretches of about equally many cases, ascending; cases of one grade are not parted."""
    count = max(1, min(_MOST_STRETCHES, len(told) // _FEWEST))
    edges = [0] + [len(told) * n // count for n in range(1, count)] + [len(told)]
    for first, last in zip(edges, edges[1:]):
        while 0 < first < last and told[first].score == told[first - 1].score:
            first += 1
        while last < len(told) and told[last].score == told[last - 1].score:
            last += 1
        held = told[first:last]
        if held:
            yield Graded(
                field=field,
                feature=feature,
                low=round(held[0].score, 3),
                right=sum(one.right for one in held),
                of=len(held),
            )


def report(by_document: Sequence[Sequence[Case]]) -> None:
    """Print what the scores are worth on documents they were not counted on."""
    told: list[tuple[str, float, float, bool]] = []
    for fold in range(_FOLDS):
        rest = [one for n, doc in enumerate(by_document) if n % _FOLDS != fold for one in doc]
        table = scores_from(*counted(rest))
        for n, doc in enumerate(by_document):
            if n % _FOLDS == fold:
                for one in doc:
                    score = table.score(one.field, one.feature, one.value, grade=one.score)
                    told.append(
                        (one.field, one.score, one.score if score is None else score, one.right)
                    )
    print(f"{'field':12} {'cases':>6} {'right':>6} {'Brier: judges':>14} {'measured':>9}")
    for field in sorted({row[0] for row in told}):
        rows = [row for row in told if row[0] == field]
        good = sum(row[3] for row in rows) / len(rows)
        own, new = brier(1, rows), brier(2, rows)
        print(f"{field or '(found)':12} {len(rows):6} {good:6.2f} {own:14.3f} {new:9.3f}")
    print(f"{'all':12} {len(told):6} {'':6} {brier(1, told):14.3f} {brier(2, told):9.3f}")
    print("score      cases  right")
    for low in (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        high = min((edge for edge in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01) if edge > low))
        rows = [row for row in told if low <= row[2] < high]
        if rows:
            print(
                f"{low:.2f}-{min(high, 1):.2f}  {len(rows):6} {sum(r[3] for r in rows) / len(rows):6.2f}"
            )


def brier(at: int, rows: Sequence[tuple[str, float, float, bool]]) -> float:
    """Mean squared distance of the scores in column `at` from what came true."""
    return sum((row[at] - row[3]) ** 2 for row in rows) / len(rows)


def write(rows: Sequence[Counted], stretches: Sequence[Graded]) -> None:
    """Store counts as the table the product reads."""
    lines = [
        "# How often each reason of a statement was right; made by training/reason_scores.py.",
        "# Counts over annotated English Wikinews articles (texts CC BY 2.5; the annotation is our own).",
        "",
    ]
    for name, records in (("reason", rows), ("graded", stretches)):
        lines.append(f"{name} = [")
        for one in records:
            told = ", ".join(
                f"{each.name} = {json.dumps(getattr(one, each.name), ensure_ascii=False)}"
                for each in fields(one)
            )
            lines.append(f"    {{ {told} }},")
        lines.append("]")
    _TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(gold: str, *options: str) -> None:
    """Count, report, and store if asked to."""
    scoring.reason_scores = lambda: _EMPTY  # judges' own scores
    documents = read(Path(gold))
    kept = next((Path(one) for one in options if one.endswith(".pkl")), None)
    readings: dict[str, Reading] = dict(pickle.loads(kept.read_bytes())) if kept else {}
    folds = next((Path(one) for one in options if Path(one).is_dir()), None)
    taggers: list[Tagger | None] = [None]
    if folds is not None:
        taggers = list(fold_taggers(folds))
    annotator = Annotator()
    by_document: list[list[Case]] = []
    raw = {
        json.loads(line)["id"]: json.loads(line)
        for line in Path(gold).read_text("utf-8").splitlines()
        if line.strip()
    }
    for name, document in documents.items():
        if name not in readings:
            row = raw[name]
            readings[name] = annotator.read_names(
                plain_article(
                    document.text,
                    item=name,
                    published=row.get("date"),
                    title=document.title,
                    outlet=row.get("publisher"),
                )
            )
        tagger = taggers[len(by_document) % len(taggers)]
        by_document.append(list(cases(document, statements(readings[name], tagger=tagger))))
    report(by_document)
    rows, stretches = counted(one for doc in by_document for one in doc)
    if "--write" in options:
        write(rows, stretches)
    else:
        for grade in stretches:
            print(f"{grade.field:10} {grade.right:4}/{grade.of:<4} {grade.feature} [{grade.low} …]")
        for one in rows:
            print(
                f"{one.field:10} {one.right:4}/{one.of:<4} {one.feature} {one.value and f'[{one.value}]'}"
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
