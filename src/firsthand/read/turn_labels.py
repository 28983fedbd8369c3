"""The labels before the turns of a transcript: who speaks, as printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.tables.fieldlabels import field_labels
from firsthand.tables.recordwords import record_words

__all__ = ["Label", "label_of", "labels_tell_turns"]

_LONGEST = 90
_MOST_WORDS = 9
_COLON = re.compile(r"(?P<name>[^:\n]{1,90}?)\s*:(?!//)(?:\s+|\Z)(?P<words>.*)", re.DOTALL)
_QUESTION = re.compile(r"(?P<name>Q|A)(?:[.:]\s+|\s{2,}|\t)(?P<words>\S.*)", re.DOTALL)
_TIMED = re.compile(
    r"(?P<name>[^\d:\n()\[\]][^:\n()\[\]]{0,58}?)\s*[\[(]?(?<![\d:])(?:\d{1,2}:)?\d{1,2}:\d{2}(?![\d:])[\])]?"
    r"(?:\s*:\s*|\s*\n|\s*\Z|(?<=[\])])\s+)(?P<words>.*)",
    re.DOTALL,
)
"""Labels with the time of the recording: "Speaker 1 (00:12):", "Mara Feld  0:12"."""

_ASIDE = re.compile(r"\s*[\[(][^\[\]()]{1,60}[\])]")
_WORD = re.compile(r"[^\W_][\w.'’/-]*")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "von",
        "der",
        "zu",
        "van",
        "de",
        "del",
        "della",
        "di",
        "da",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "und",
        "des",
        "für",
        "im",
        "af",
        "på",
    ]
)
_FEWEST_TURNS = 5
_FEWEST_CHANGES = 3
_FEWEST_LINES_LABELLED = 0.2
_FEWEST_SURE = 0.6
_FEWEST_FIELDS, _SAME_ORDER = 3, 0.9
"""Labels that come round, and how often each is followed by the same one. Two speakers alternate;
three who always speak in one order are "Overview", "Seats" and "Best for"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands before a turn."""

    name: str
    """As printed, without the colon and without a time."""

    words: str
    """What is said on the label's own line."""

    sure: bool
    """Whether its form alone shows that it is one: capitals, "Q", a time."""

    @property
    def key(self) -> str:
        """The name for comparing: small letters, without what stands in brackets."""
        return " ".join(_ASIDE.sub("", self.name).casefold().split())


def label_of(line: str) -> Label | None:
    """The label with which a line opens; None when it opens with none.

    Capitals ("MS. FELD:", "THE MINISTER:"), "Q" and "A", names with the time of the recording,
    and capitalised words with a colon ("Mara Feld, Harbour Gazette:").
    """
    head = line[: 2 * _LONGEST]
    question = _QUESTION.match(line)
    if question is not None:
        return Label(name=question["name"], words=question["words"].strip(), sure=True)
    timed = _TIMED.match(line) if any(one.isdigit() for one in head) else None
    if timed is not None and _is_name(timed["name"]):
        name = " ".join(timed["name"].strip(" -–,").split())
        return Label(name=name, words=timed["words"].strip(), sure=True)
    plain = _COLON.match(line) if ":" in head else None
    if plain is None or not _is_name(plain["name"]):
        return None
    name = " ".join(plain["name"].split())
    letters = [one for one in _ASIDE.sub("", name) if one.isalpha()]
    capitals = sum(one.isupper() for one in letters)
    asks = {" ".join(name.casefold().split()), name.casefold().split()[0]}
    sure = (len(letters) > 1 and capitals >= 0.7 * len(letters)) or not asks.isdisjoint(
        record_words().questioners
    )
    return Label(name=name, words=plain["words"].strip(), sure=sure)


def _is_name(text: str) -> bool:
    bare = _ASIDE.sub("", text).strip(" .,-–")
    low = " ".join(bare.casefold().split())
    if (
        low in field_labels().labels
        or not bare
        or low in record_words().not_speakers
        or bare[-1] in "!?…;"
    ):
        return False
    if low in record_words().questioners:
        return True
    words = _WORD.findall(bare)
    if not 1 <= len(words) <= _MOST_WORDS or not bare[0].isalpha() or not bare[0].isupper():
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in _SMALL for word in words
    )


def labels_tell_turns(labels: Sequence[Label | None]) -> bool:
    """Whether the lines of a text, taken together, are a transcript.

    At least five turns and three changes of speaker; two speakers who come back, or one where
    most labels are sure by their form; and not just a few labelled lines in a long text.

    Args:
        labels: Of each line that is not blank.
    """
    found = [label for label in labels if label is not None]
    if len(found) < max(_FEWEST_TURNS, _FEWEST_LINES_LABELLED * len(labels)):
        return False
    counts = Counter(label.key for label in found)
    again = sum(count > 1 for count in counts.values())
    changes = sum(one.key != other.key for one, other in pairwise(found))
    sure = sum(label.sure for label in found) >= _FEWEST_SURE * len(found)
    if len(counts) < 2 or changes < _FEWEST_CHANGES or len(counts) > 0.8 * len(found):
        return False
    if not any(label.sure for label in found) and _is_in_turn(found):
        return False
    return again > 1 or (again == 1 and sure)


def _is_in_turn(labels: Sequence[Label]) -> bool:
    """Whether three labels or more come round in one order: the fields of a list, not speakers."""
    following = Counter((one.key, other.key) for one, other in pairwise(labels))
    usual: dict[str, int] = {}
    for (key, _), count in following.items():
        usual[key] = max(usual.get(key, 0), count)
    steps = sum(following.values())
    return len(usual) >= _FEWEST_FIELDS and sum(usual.values()) >= _SAME_ORDER * steps
