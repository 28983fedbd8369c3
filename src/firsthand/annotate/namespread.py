"""Further occurrences of names that an article is sure of elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.annotate.wording import Wording
from firsthand.domain import Mention, MentionKind, Reason, Span
from firsthand.tables.namecues import name_cues
from firsthand.tables.rarity import rarity

__all__ = ["spread"]

_SURE = 0.6
"""Least share of the weights of one occurrence for which others are looked for."""

_RARE = 0.8
"""Rarity below which a capitalised word that the parser takes for a common one is one."""

_LONGEST = 5
"""Words of a name that is looked for."""


def spread(wording: Wording, mentioned: Sequence[Mention]) -> Iterator[Mention]:
    """Occurrences of the names found that neither recogniser nor parser took for names.

    "Whitestown thanks its donors" opens a sentence with a town that the tagger takes for a common
    noun; "TORRINGTON —" stands in capitals. Only words that the article never writes small.
    """
    known: dict[str, dict[str, Mention]] = defaultdict(dict)
    for one in mentioned:
        words = one.name.split()
        sure = len(one.reasons) > 1 and one.reasons[1].score >= _SURE
        if (
            sure
            and one.kind in {MentionKind.PLACE, MentionKind.PERSON, MentionKind.ORGANISATION}
            and len(words) <= _LONGEST
            and len(words[0]) > 3
            and words[0].casefold() not in wording.common
            and words[0].casefold() not in name_cues().generic
        ):
            known[words[0].casefold()].setdefault(one.name, one)
        if sure and one.kind is MentionKind.PERSON and len(words) > 1:
            for word in sorted({words[0], words[-1]}):
                if len(word) > 3 and word.casefold() not in wording.common:
                    known[word.casefold()].setdefault(word, replace(one, name=word))
    if not known:
        return
    longest_first = {
        word: sorted(ones.values(), key=lambda each: -len(each.name))
        for word, ones in known.items()
    }
    taken = iter(sorted(one.span for one in mentioned))
    current = next(taken, None)
    reached = 0
    for at, token in enumerate(wording.tokens):
        while current is not None and current.end <= token.start:
            current = next(taken, None)
        if token.start < reached or (current is not None and current.start < token.end):
            continue
        word = wording.words[at]
        if not word[:1].isupper() or (
            token.pos != "PROPN" and not word.isupper() and rarity(word.lower()) < _RARE
        ):
            continue
        for one in longest_first.get(word.casefold(), ()):
            span = Span(token.start, token.start + len(one.name))
            written = span.of(wording.text)
            after = wording.text[span.end : span.end + 1]
            if (
                (
                    written == one.name
                    or (written.isupper() and written.casefold() == one.name.casefold())
                )
                and not after.isalnum()
                and (current is None or span.end <= current.start)
                and token.entity in {"", "CARDINAL"}
                and not wording.hyphen(at + 1)
            ):
                reached = span.end
                yield Mention(
                    span=span,
                    kind=one.kind,
                    name=written,
                    reasons=(Reason(feature="named so elsewhere in the article", score=0.8),),
                )
                break
