"""What is measured: task, input, scorer, and which figures of the scorer's answer are kept."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MEASURES", "Measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One prediction run and the scorer calls over it.

    Paths are relative to the benchmark folder beside the project, or to `bench/` where `ours`.
    """

    name: str
    task: str
    source: str
    scores: tuple[Score, ...]
    ours: bool = False
    """Whether data and scorer come with the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One call of a scorer, and the figures taken from its JSON answer."""

    call: tuple[str, ...]
    """``PRED`` stands for the predictions, ``PRED.pairs`` for the pairs file beside them."""

    figures: tuple[tuple[str, str], ...]
    """Our name for the figure, and the dotted path to it in the answer."""


def _partition(name: str, stem: str) -> Measure:
    """Stories of one stream."""
    return Measure(
        name=name,
        task="stories",
        source=f"stories/dev/{stem}.docs.jsonl.gz",
        scores=(
            Score(
                call=(
                    "score_partition.py",
                    "partition",
                    f"stories/dev/{stem}.gold.jsonl",
                    "PRED",
                ),
                figures=(("BCubed F1", "bcubed_f1"),),
            ),
        ),
    )


def _quantities(half: str) -> Measure:
    """Quantities of one half of our own gold."""
    source = f"quantities/{half}.jsonl"
    return Measure(
        name=f"quantities, {half.replace('_', ' ')}",
        task="quantities",
        source=source,
        ours=True,
        scores=(
            Score(
                call=("quantities/score.py", source, "PRED", "--json"),
                figures=(
                    ("value, approximator, noun F1", "value + approximator + noun.f1"),
                    *((f"{line} F1", f"{line}.f1") for line in ("value", "approximator", "unit")),
                    *((f"{line} F1", f"{line}.f1") for line in ("noun", "noun span")),
                    ("false alarms", "false alarms"),
                ),
            ),
        ),
    )


_EVERY_FIELD = (
    ("nesting F1", "nesting all.F1"),
    ("speaker", "speaker all.acc"),
    *((name, f"field {name}.acc") for name in ("authority", "relays", "stance", "hedged")),
    ("said_on", "field said_on.acc"),
)
"""What only the sets that annotate every field can tell."""


def _statements(name: str, file: str, *more: tuple[str, str]) -> Measure:
    """Statements of one corpus."""
    return Measure(
        name=name,
        task="statements",
        source=f"statements/dev/{file}",
        scores=(
            Score(
                call=("statements/score.py", f"statements/dev/{file}", "PRED", "--json"),
                figures=(
                    ("relation F1", "relation all.F1"),
                    ("source overlap F1", "overlap source all.F1"),
                    ("cue overlap F1", "overlap cue all.F1"),
                    ("content overlap F1", "overlap content all.F1"),
                    ("source given content", "src_given_content all.acc"),
                    ("relation F1, direct", "relation direct.F1"),
                    ("relation F1, indirect", "relation indirect.F1"),
                    ("relation F1, mixed", "relation mixed.F1"),
                    *more,
                ),
            ),
        ),
    )


_OF_PAGES = Score(
    call=("extract/score.py", "extract/dev/gold.jsonl", "PRED", "--json"),
    figures=(
        ("body F1", "all.textF1"),
        ("pages under .5", "all.bad"),
        ("title exact", "all.title"),
        ("date", "all.date"),
        ("minute", "all.minute"),
        ("author F1", "all.authF1"),
    ),
)

MEASURES: tuple[Measure, ...] = (
    Measure(
        name="extract, pages",
        task="extract",
        source="extract/dev/pages.jsonl",
        scores=(_OF_PAGES,),
    ),
    Measure(
        name="extract, pages, fast tier",
        task="extract_fast",
        source="extract/dev/pages.jsonl",
        scores=(_OF_PAGES,),
    ),
    Measure(
        name="extract, dumps",
        task="extract",
        source="extract/dev/dumps.jsonl.gz",
        scores=(
            Score(
                call=(
                    "extract/score.py",
                    "extract/dev/gold.jsonl",
                    "PRED",
                    "--fields",
                    "text",
                    "--json",
                ),
                figures=(("body F1", "all.textF1"),),
            ),
        ),
    ),
    _statements("statements, PolNeAR", "polnear.dev.jsonl"),
    _statements("statements, Wikinews", "firsthand.wikinews.dev.jsonl", *_EVERY_FIELD),
    Measure(
        name="places",
        task="places",
        source="places/dev/toponyms.jsonl",
        scores=tuple(
            Score(
                call=(
                    "score_annotations.py",
                    "toponyms",
                    "places/dev/toponyms.jsonl",
                    "PRED",
                    "--corpus",
                    corpus,
                ),
                figures=(
                    (f"{corpus} recognition strict F1", "recognition_strict.F1"),
                    (f"{corpus} recognition relaxed F1", "recognition_relaxed.F1"),
                    (f"{corpus} within 161 km of resolved", "acc161_resolved"),
                    (f"{corpus} within 161 km of all", "acc161_end2end_recall"),
                ),
            )
            for corpus in ("lgl", "geovirus")
        ),
    ),
    Measure(
        name="times",
        task="times",
        source="times/dev/timex.jsonl",
        scores=(
            Score(
                call=("score_annotations.py", "timex", "times/dev/timex.jsonl", "PRED"),
                figures=(
                    ("strict F1", "strict.F1"),
                    ("relaxed F1", "relaxed.F1"),
                    ("value F1", "value_F1"),
                ),
            ),
        ),
    ),
    _quantities("dev"),
    _quantities("held_out"),
    Measure(
        name="plover",
        task="plover",
        source="timelines/dev/plover_gsr.jsonl",
        scores=(
            Score(
                call=("score_annotations.py", "plover", "timelines/dev/plover_gsr.jsonl", "PRED"),
                figures=(("accuracy", "accuracy"), ("macro F1", "macroF1")),
            ),
        ),
    ),
    Measure(
        name="timelines",
        task="timelines",
        source="timelines/dev/timelines.jsonl",
        scores=(
            Score(
                call=("score_annotations.py", "timelines", "timelines/dev/timelines.jsonl", "PRED"),
                figures=(("events F1", "events.F1"), ("events with date F1", "events+date.F1")),
            ),
        ),
    ),
    Measure(
        name="tls",
        task="tls",
        source="timelines/dev/tls_t17.jsonl.gz",
        scores=(
            Score(
                call=("score_annotations.py", "tls", "timelines/dev/tls_t17.jsonl.gz", "PRED"),
                figures=(
                    ("date F1", "MACRO.date"),
                    ("agreement ROUGE-1", "MACRO.agree_R1"),
                    ("agreement ROUGE-2", "MACRO.agree_R2"),
                ),
            ),
        ),
    ),
    _partition("stories, BASIL", "stories_basil"),
    _partition("stories, mixed stream", "stories_mixedstream"),
    _partition("stories, GVC", "stories_gvc"),
    _partition("stories, ECB+", "stories_ecbplus"),
    _partition("stories, UCI headlines", "stories_uci_headlines"),
    Measure(
        name="copies",
        task="copies",
        source="copies/dev/copies_constructed.docs.jsonl.gz",
        scores=(
            Score(
                call=(
                    "score_partition.py",
                    "partition",
                    "--key",
                    "cluster",
                    "copies/dev/copies_constructed.gold.jsonl",
                    "PRED",
                ),
                figures=(("pair F1", "pair_f1"),),
            ),
            Score(
                call=(
                    "score_partition.py",
                    "relations",
                    "copies/dev/copies_constructed.gold.jsonl",
                    "PRED.pairs",
                    "--reuse",
                    "copies/dev/copies_constructed.reuse_edges.jsonl",
                ),
                figures=(
                    ("relations macro F1", "macro_f1"),
                    ("blocks called whole", "block_called_whole"),
                ),
            ),
        ),
    ),
    Measure(
        name="directions",
        task="directions",
        source="copies/dev/copies_constructed.docs.jsonl.gz",
        scores=(
            Score(
                call=(
                    "score_partition.py",
                    "direction",
                    "copies/dev/copies_constructed.edges.jsonl",
                    "PRED",
                ),
                figures=(("edge F1", "edge_f1"),),
            ),
        ),
    ),
    *(
        Measure(
            name=f"coref, {label}",
            task="coref",
            source=f"stories/dev/coref_{stem}.mentions.jsonl.gz",
            scores=(
                Score(
                    call=(
                        "score_partition.py",
                        "coref",
                        f"stories/dev/coref_{stem}.mentions.jsonl.gz",
                        "PRED",
                    ),
                    figures=(("CoNLL F1", "conll_f1"),),
                ),
            ),
        )
        for label, stem in (("ECB+", "ecbplus"), ("GVC", "gvc"))
    ),
)
