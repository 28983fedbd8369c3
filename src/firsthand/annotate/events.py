"""What kind of event a sentence tells of, in the categories of PLOVER.

PLOVER (Political Language Ontology for Verifiable Event Records, 2016) names what one political
actor says or does to another. The lexicon's words are looked up; a report's frame ("…, officials
said") is left aside, the earlier and the fuller wording counts more, and a negation turns a
friendly category into REJECT.
"""

from __future__ import annotations

import re
from collections import defaultdict

from firsthand.tables.eventwords import event_patterns, negated_category

__all__ = ["event_type"]

_NEGATION = re.compile(
    r"\b(?:not|n't|never|no longer|neither|cannot|fail(?:s|ed) to)\W+(?:\w+\W+){0,2}$"
)

_FULLER = 0.8
"""Added for each further word of a pattern: "impose sanctions" tells more than "impose"."""

_EARLIER = 2.0
"""Added for a match at the head of the sentence, falling to nothing at its end: news puts the
event first and the circumstances after."""

_SPEECH = frozenset({"REJECT", "THREATEN", "DEMAND", "AGREE"})
"""Speech acts that govern what they speak of: "refused to sign" is no signing."""

_GOVERNS = re.compile(r"\W+(?:[\w.'’-]+\W+){0,4}?(?:to|for)\W+(?:[\w-]+\W+)?")
"""Between a speech act and what it governs: "urged [both sides to] withdraw"."""

_NEGATION_REACH = 24
"""Code points before a match in which a negation is looked for."""


def event_type(text: str) -> str:
    """The PLOVER category of the event that a sentence tells of.

    Args:
        text: One sentence of English news.

    Returns:
        AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, INVESTIGATE, DEMAND, DISAPPROVE,
        REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT or FIGHT; empty when no word
        of the lexicon stands in the sentence.
    """
    if not text:
        return ""
    matches = [
        (found.start(), found.end(), pattern)
        for pattern in event_patterns()
        if (found := pattern.expression.search(text)) is not None
    ]
    acts = [(end, start) for start, end, pattern in matches if pattern.category in _SPEECH]
    scores: dict[str, float] = defaultdict(float)
    ranks: dict[str, int] = {}
    for start, _, pattern in matches:
        if any(
            end <= start and began < start and _GOVERNS.fullmatch(text[end:start])
            for end, began in acts
        ):
            continue
        category = pattern.category
        if _NEGATION.search(text[max(0, start - _NEGATION_REACH) : start]):
            category = negated_category(category)
        score = 1.0 + _FULLER * (pattern.words - 1) + _EARLIER * (1 - start / len(text))
        ranks.setdefault(category, pattern.rank)
        scores[category] = max(scores[category], score)
    if not scores:
        return ""
    return min(
        scores, key=lambda category: (-round(scores[category], 6), ranks[category], category)
    )
