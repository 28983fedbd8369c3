"""The roles of a person with their times: held, acting, to come or former; since when, until when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import (
    ArticleId,
    DateBasis,
    Passage,
    Precision,
    Reading,
    Role,
    Span,
    Tenure,
    When,
)
from firsthand.settle.posts import Post
from firsthand.settle.spelling import key
from firsthand.tables.bodies import bodies
from firsthand.tables.countries import country_of_name
from firsthand.tables.tenures import tenures

__all__ = ["roles_of"]

_LONGEST = {
    Precision.MINUTE: 10,
    Precision.PART: 10,
    Precision.DAY: 10,
    Precision.MONTH: 7,
    Precision.YEAR: 4,
}
"""Code points of an ISO 8601 day that a time of a precision fixes; times of others fix nothing."""

_NEAR = 60
"""Code points between a verb of coming or leaving and its time ("was named to the post on Monday")."""

_CLAUSE = re.compile(r"[.;:\n“”\"]|,\s(?!who\b|an?\b|the\b)|\b(?:and|but|while|as)\b")
"""Where the clause about the holder ends."""

_BETWEEN = re.compile(
    r"(?:,[^,.;\n]{1,80},)?\s*(?:,?\s*who)?\s*(?:has|had|was|is|were|has been|had been)?\s*"
    r"(?:recently|newly|later|then|also|first|only)?\s*$",
    re.IGNORECASE,
)
"""What may stand between a name and the verb that tells of the same person's post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """One description of a person, with what it says of the time."""

    title: str
    tenure: Tenure
    post: Post
    day: str | None
    since: str | None
    until: str | None


def _word(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold().strip(".,;:“”\"'’()"))


def _title(words: str, role: str) -> str:
    """The title as written: the role's words with the grades and portfolios around them."""
    told = words.split()
    small = [_word(word) for word in told]
    want = [_word(word) for word in role.split()]
    table = bodies()
    at = next((n for n in range(len(small)) if small[n : n + len(want)] == want), None)
    if at is None:
        return role
    first, last = at, at + len(want)
    timed = tenures().acting | tenures().to_come | tenures().former
    while (
        first > 0
        and (
            small[first - 1] in table.grades | table.portfolios or small[first - 1] in {"and", "&"}
        )
        and small[first - 1] not in timed
        and not told[first - 1].endswith((",", "’s", "'s"))
    ):
        first -= 1
    if want[-1] in {"minister", "secretary"} and told[at][:1].isupper():
        while first > 0 and told[first - 1][:1].isupper() and _of_matter(told[first - 1]):
            first -= 1  # "Harbour Minister"
    while first < at and small[first] in {"and", "&"}:
        first += 1
    if small[last : last + 1] in (["of"], ["for"]) and not told[last - 1].endswith(","):
        end = last + 1
        while end < len(small) and (
            small[end] in table.portfolios or small[end] in {"the", "and", "affairs"}
        ):
            end += 1
        while small[end - 1] in {"the", "and", "of", "for"}:
            end -= 1
        last = max(last, end)
    return " ".join(told[first:last]).strip('.,;:“”"()')


def _of_matter(word: str) -> bool:
    """Whether a capitalised word before "Minister" says of what; not of which country, nor since when."""
    table = tenures()
    timed = _word(word) in table.acting | table.to_come | table.former or "-" in word
    return not (timed or word.endswith((",", ".", "’s", "'s")) or country_of_name(word))


def _tenure(words: str, post: Post) -> Tenure:
    """How the words beside the name say that the role is held."""
    small = {part for word in words.split() for part in (_word(word), *_word(word).split("-"))}
    table = tenures()
    if post.told.said.over or (small & table.former and _former_before(words, post)):
        return Tenure.FORMER
    if small & table.acting:
        return Tenure.ACTING
    return Tenure.TO_COME if small & table.to_come else Tenure.HELD


def _former_before(words: str, post: Post) -> bool:
    """Whether a word like "former" stands right before the title, grades and portfolios between."""
    title = _title(words, post.told.said.role or "")
    before = words[: words.find(title)].split() if title in words else []
    return bool(before) and bool(
        {_word(before[-1]), _word(before[-1]).split("-")[0]} & tenures().former
    )


def _fixed(when: When) -> str | None:
    """A time as a day, month or year, as far as it fixes one."""
    if when.kind not in {"DATE", "TIME"} or when.earliest is None or when.precision is None:
        return None
    length = _LONGEST.get(when.precision)
    return None if length is None else when.earliest[:length]


def _times(reading: Reading, span: Span) -> tuple[str | None, str | None, bool]:
    """Since when and until when the clauses around a description say that the post is held.

    Returns:
        Since, until, and whether the words say that it is over.
    """
    text, table = reading.article.text, tenures()
    ends = _CLAUSE.search(text, span.end)
    told = Span(span.start, max(span.end, ends.start() if ends is not None else len(text)))
    since = until = None
    over = False
    for verb, begins in [(m, True) for m in table.begins.finditer(text, span.end, told.end)] + [
        (m, False) for m in table.ends.finditer(text, span.end, told.end)
    ]:
        if _BETWEEN.fullmatch(text[span.end : verb.start()]) is None:
            continue
        found = _time_after(reading, verb.end(), told.end)
        if begins:
            since = since or found
        else:
            over, until = True, until or found
    for when in reading.times:
        if not (span.start <= when.span.start and when.span.end <= told.end):
            continue
        before = text[max(0, when.span.start - 12) : when.span.start]
        if table.since.search(before):
            since = since or _fixed(when)
        elif table.until.search(before):
            over, until = True, until or _fixed(when)
    return since, until, over


def _time_after(reading: Reading, start: int, end: int) -> str | None:
    """The time right after a verb, in its clause."""
    for when in reading.times:
        if start <= when.span.start <= min(end, start + _NEAR):
            return _fixed(when)
    return None


def _seen(post: Post, reading: Reading) -> _Seen:
    where, text = post.told.where.span, reading.article.text
    words = where.of(text)
    since, until, over = _times(reading, where)
    tenure = Tenure.FORMER if over else _tenure(words, post)
    article = reading.article
    stated = article.published if article.published_basis is DateBasis.STATED else None
    return _Seen(
        title=_title(words, post.told.said.role or ""),
        tenure=tenure,
        post=post,
        day=None if stated is None else stated[:10],
        since=since,
        until=until,
    )


def roles_of(posts: Sequence[Post], readings: Mapping[ArticleId, Reading]) -> tuple[Role, ...]:
    """The roles of one person.

    Args:
        posts: Every description of the person.
        readings: The story's articles, their dates and times settled.

    Returns:
        One role for each title and body, by the earliest day, then by passage.
    """
    groups: dict[tuple[str, str | None], list[_Seen]] = {}
    for post in posts:
        if not post.told.said.role:
            continue
        one = _seen(post, readings[post.told.where.article])
        body = None if post.body is None else post.body.name
        groups.setdefault((key(one.title), body), []).append(one)
    for (title, body), told in sorted(
        groups.items(), key=lambda item: (item[0][0], item[0][1] or "")
    ):
        named = [found for found in groups if found[0] == title and found[1] is not None]
        if body is None and len(named) == 1:
            groups[named[0]] += told
            del groups[title, None]
    roles = [_role(told) for told in groups.values()]
    return tuple(sorted(roles, key=lambda role: (role.first or "9", role.passages, role.title)))


def _role(told: Sequence[_Seen]) -> Role:
    """One role, from all descriptions that give it."""
    days = sorted(one.day for one in told if one.day is not None)
    latest = [one for one in told if one.day == days[-1]] if len(days) == len(told) else list(told)
    order = (Tenure.FORMER, Tenure.HELD, Tenure.ACTING, Tenure.TO_COME)
    written: dict[str, int] = {}
    for one in told:
        written[one.title] = written.get(one.title, 0) + 1
    body = next((one.post.body for one in told if one.post.body is not None), None)
    passages: set[Passage] = {one.post.told.where for one in told}
    return Role(
        title=min(written, key=lambda title: (-written[title], title)),
        tenure=min((one.tenure for one in latest), key=order.index),
        body=None if body is None else body.name,
        state=None if body is None else body.state,
        since=min((one.since for one in told if one.since is not None), default=None),
        until=max((one.until for one in told if one.until is not None), default=None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        passages=tuple(sorted(passages)),
    )
