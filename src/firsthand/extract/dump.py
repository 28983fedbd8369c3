"""Roles of the lines of a plain-text dump: headline, standfirst, body, and what is none of these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.extract.bylines import byline_of, is_desk, is_outlet_name, reporters_in
from firsthand.extract.datelines import dateline_of
from firsthand.extract.furniture import (
    announces_release,
    furniture_role,
    is_label,
    opens_comments,
    stamps_of_line,
    stands_alone,
)
from firsthand.extract.line_model import line_odds
from firsthand.extract.lines import Line, lines_of, unwrapped
from firsthand.extract.parts import Part
from firsthand.extract.photos import is_caption
from firsthand.extract.promotions import is_promotion
from firsthand.extract.region import body_region, prose_scores, word_count
from firsthand.extract.wires import credit_of, notice_of
from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import timestamps_in, without_stamps

__all__ = ["Dump", "dump_parts"]

_MOST_ODDS = 2.0
"""Log odds are cut here before the region is sought, or one sure line would outweigh a page."""

_CLUTTER_LINES = 30
"""Lines that are no prose from which a dump counts as a whole page. A pasted article has two to
five of them; of 521 page dumps twenty have fewer than 30, half have more than 130."""

_STANDFIRST_ABOVE = 5
_FEWEST_STANDFIRST, _LONGEST_STANDFIRST = 6, 60
_FURNITURE_BELOW = -1.0
"""Prose score of lines that say themselves that they are furniture."""

_PROSE_WEIGHT = 0.5
"""Weight of the prose score beside the odds; between 0 and 1 held-out F1 moves by 0.003."""

_LEAST_ODDS = -1.0
"""Log odds under which a line inside the region that does not read as prose is dropped, and above
whose opposite a sentence outside is kept. Held-out F1 of the text of 108 dumps: 0.907 by prose
scores alone, 0.932 with the line model."""

_DROPPED = -9.0
"""Odds of lines between a standfirst and the first paragraph that do not read as prose."""

_HEAD_LINES = 14
"""How far above the first paragraph headline, outlet and byline are looked for."""

_TAIL_LINES = 14
"""How far below the last paragraph a notice, a credit or a first-published line is looked for."""

_FEWEST_BEFORE_COMMENTS = 3
"""Paragraphs before a comments heading; above them such a line is a button under the headline."""

_FEWEST_WORDS_ON = 10
_ENDING = frozenset(["related", "legal", "syndication", "announcement", "comments"])
"""Roles after which nothing below a text goes on with it."""

_LEADING = re.compile(
    r"(?:(?:date|datum|fecha)?\s*:?\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?\s+"
    r"|(?:subject|title|headline|betreff|titel|titre)\s*:\s+|#{1,6}\s+)(?=\S)",
    re.IGNORECASE,
)
"""What stands in front of a headline on its line: a day, a label, a heading mark."""

_LABELLED = re.compile(r"(.{3,40}?)\s*[:|–—•-]\s+(\S.*)\Z", re.DOTALL)
"""A label and what it stands before on its line ("PRESS RELEASE | Odda Harbour Board")."""

_LONGEST_ISSUER_WORDS = 8
_ABOUT = re.compile(r"About (?:the )?(?P<name>[A-ZÀ-Þ][^.!?:\n]{1,60}?):?")
_PLACE_LINE = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ ,/-]+[A-ZÀ-Þ][^\W\d_]+){0,3}\s?:")
"""A place on a line of its own ("Shimla:"), as some Indian outlets set it above the text."""

_ABOUT_REACH = 8
_PLACE_REACH = 3
_MOST_CAPTIONS = 3
_OUTLET_LABEL = re.compile(r"(?:source|outlet|publisher|publication|quelle)\s*:\s*", re.IGNORECASE)
_LONGEST_HEADLINE_WORDS = 30
_PLACE_BEFORE = r"\b(?:in|at|from|of|near|to)\s+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """The parts of a dump; outlet and place as its head states them."""

    parts: tuple[Part, ...]
    outlet: str | None
    release: bool
    """Whether it announces itself as a press release."""

    stamp_place: str | None
    """The place in front of a timestamp ("Ghent, 3 March 2021")."""


def dump_parts(raw_text: str) -> Dump | None:
    """Give every line of `raw_text` its role; None when it holds no running text."""
    lines = unwrapped(raw_text, lines_of(raw_text))
    prose = prose_scores(lines)
    if body_region(prose) is None:
        return None
    if not _is_cluttered(prose):
        begin, end = body_region(prose) or (0, 0)
        opening = _with_standfirst(begin, prose)
        odds = [
            _DROPPED if opening < position < begin and score < 0 else score
            for position, score in enumerate(prose)
        ]
        roles = _Roles(raw_text, lines, opening, end, prose=prose, odds=odds)
        return roles.judged()
    odds = line_odds(lines)
    region = body_region(_both(odds, prose))
    if region is None or not any(score > 0 for score in prose[region[0] : region[1] + 1]):
        region = body_region(prose) or (0, len(lines) - 1)
    first = _with_standfirst(region[0], prose)
    roles = _Roles(raw_text, lines, first, region[1], prose=prose, odds=odds)
    return roles.judged()


def _both(odds: Sequence[float], prose: Sequence[float]) -> list[float]:
    """Scores for seeking the region: the model's odds, held against what reads as prose."""
    return [
        min(_MOST_ODDS, max(-_MOST_ODDS, one)) + _PROSE_WEIGHT * score
        for one, score in zip(odds, prose, strict=True)
    ]


def _with_standfirst(first: int, prose: Sequence[float]) -> int:
    """The region's first line, or a sentence above it with only a byline's few lines between."""
    for position in range(first - 1, max(-1, first - 1 - _STANDFIRST_ABOVE), -1):
        if prose[position] > 0:
            return position
        if prose[position] < _FURNITURE_BELOW:
            break
    return first


def _is_cluttered(prose: Sequence[float]) -> bool:
    """Whether a dump holds a page's furniture, as the line model's training texts do.

    The model has seen no clean text: it takes the last line of anything for a footer.
    """
    others = sum(score < 0 for score in prose)
    return others >= max(_CLUTTER_LINES, len(prose) - others)


class _Roles:
    """The lines of one dump while they are being told apart."""

    def __init__(
        self,
        raw_text: str,
        lines: Sequence[Line],
        first: int,
        last: int,
        *,
        prose: Sequence[float],
        odds: Sequence[float],
    ) -> None:
        self.raw_text, self.lines = raw_text, lines
        self.first, self.last = first, last
        self.prose, self.odds = prose, odds
        self.role: list[str] = [""] * len(lines)
        self.cut: dict[int, int] = {}
        self.outlet: str | None = None
        self.release = False
        self.stamp_place: str | None = None
        self.comments = False
        self.cluttered = odds is not prose and _is_cluttered(prose)

    def judged(self) -> Dump:
        self._cut_comments()
        self._body()
        self._head()
        self._tail()
        parts = []
        for position, line in enumerate(self.lines):
            cut = self.cut.get(position, line.start)
            if cut > line.start:
                parts.append(Part(start=line.start, end=cut, role="timestamp"))
                cut += len(self.raw_text[cut : line.end]) - len(
                    self.raw_text[cut : line.end].lstrip()
                )
            parts.append(Part(start=cut, end=line.end, role=self.role[position] or "navigation"))
        return Dump(
            parts=tuple(parts),
            outlet=self.outlet,
            release=self.release,
            stamp_place=self.stamp_place,
        )

    def _cut_comments(self) -> None:
        """Nothing below the heading of readers' comments is the article's."""
        seen = 0
        for position in range(self.first, self.last + 1):
            if seen >= _FEWEST_BEFORE_COMMENTS and opens_comments(self.lines[position].text):
                self.last = position - 1
                self.comments = True
                return
            seen += self.prose[position] > 0

    def _body(self) -> None:
        for position in range(self.first, self.last + 1):
            unlikely = self.odds[position] < _LEAST_ODDS and self.prose[position] < 0
            role = _role_in_body(self.lines[position].text)
            self.role[position] = role or ("" if unlikely else "body")
        for position in range(self.first, self.last):
            following = self.lines[position + 1].text
            if (
                self.role[position] == "related"
                and self.role[position + 1] == "body"
                and word_count(self.lines[position].text) <= 3
                and not stands_alone(following)
                and 3 < word_count(following) < 20
            ):
                self.role[position + 1] = "related"

    def _head(self) -> None:
        """Tell apart what stands above the first paragraph, or between standfirst and paragraphs."""
        start = max(0, self.first - _HEAD_LINES)
        opening = self._opening()
        for position in range(start, opening):
            if self.role[position] not in {"", "body"}:
                continue
            self.role[position] = self._role_in_head(position) or self.role[position]
        headline = self._headline(start, opening)
        self._names(start, opening, headline)
        if headline is not None:
            self.role[headline] = "headline"
            for position in range(headline + 1, opening):
                if self.role[position] == "body":
                    self.role[position] = "standfirst"
            self._standfirst_below(headline, opening)

    def _opening(self) -> int:
        """The first paragraph of the body proper: after byline, timestamp and captions."""
        marks = {"byline", "timestamp", "caption", "outlet"}
        stop = min(self.last + 1, self.first + 8)
        found = self.first
        for position in range(self.first, stop):
            role = self.role[position]
            text = self.lines[position].text
            if role in marks or (role == "body" and self._role_in_head(position) in marks):
                found = position + 1
            elif dateline_of(text) is not None:
                break
        while found <= self.last and self.role[found] != "body":
            found += 1
        if found == self.first and not self._marked_above():
            return found
        return min(self._below_captions(found), self.last)

    def _marked_above(self) -> bool:
        """Whether a byline or timestamp stands shortly above the region."""
        above = self.lines[max(0, self.first - _STANDFIRST_ABOVE) : self.first]
        return any(byline_of(line.text) or stamps_of_line(line.text) for line in above)

    def _below_captions(self, found: int) -> int:
        """The first paragraph behind lines that end like no sentence: they are captions."""
        stop = min(self.last, found + _MOST_CAPTIONS)
        loose = found
        while loose < stop and self._is_loose(loose):
            loose += 1
        if found < loose and self.role[loose] == "body" and stands_alone(self.lines[loose].text):
            for position in range(found, loose):
                self.role[position] = "caption"
            return loose
        return found

    def _is_loose(self, position: int) -> bool:
        text = self.lines[position].text
        return (
            self.role[position] == "body"
            and not stands_alone(text)
            and ":" not in text
            and text[-1:] not in ",;…"
            and dateline_of(text) is None
            and _FEWEST_STANDFIRST <= word_count(text) <= _LONGEST_STANDFIRST
        )

    def _role_in_head(self, position: int) -> str | None:
        text = self.lines[position].text
        announced = self._announced(position)
        if announced is not None:
            return announced
        if is_label(text):
            return "label"
        cut = _LEADING.match(text)
        if cut is not None and word_count(text[cut.end() :]) > 3:
            self.cut[position] = self.lines[position].start + cut.end()
            return None
        close = position >= self.first - _PLACE_REACH
        if close and _PLACE_LINE.fullmatch(text) and furniture_role(text) is None:
            self.stamp_place = self.stamp_place or text.rstrip(" :")
            return "dateline"
        if byline_of(text) is not None:
            return "byline"
        if reporters_in(text) is not None:
            return "reporting"
        if stamps_of_line(text):
            return "timestamp"
        if is_caption(text):
            return "caption"
        return furniture_role(text)

    def _announced(self, position: int) -> str | None:
        """The role of a line that announces a press release, alone or before a date, name or title."""
        text = self.lines[position].text
        dated = bool(stamps_of_line(text))
        if announces_release(without_stamps(text)):
            self.release = True
            return "timestamp" if dated else "label"
        match = _LABELLED.match(text)
        if match is None or not announces_release(match[1]):
            return None
        self.release = True
        rest = without_stamps(match[2])
        if is_outlet_name(rest) or (dated and word_count(rest) <= _LONGEST_ISSUER_WORDS):
            self.outlet = self.outlet or rest or None
            return "timestamp" if dated else "label"
        self.cut[position] = self.lines[position].start + match.start(2)
        return None

    def _headline(self, start: int, opening: int) -> int | None:
        texts = Counter(_folded(line.text) for line in self.lines)
        lead = " ".join(line.text for line in self.lines[opening : opening + 4]).casefold()
        lead_words = set(re.findall(r"\w{4,}", lead))
        best, chosen = 0.0, None
        for position in range(start, opening):
            text = self._from_cut(position)
            words = word_count(text)
            if self.role[position] not in {"", "body"} or not 1 < words <= _LONGEST_HEADLINE_WORDS:
                continue
            own = set(re.findall(r"\w{4,}", text.casefold()))
            score = (
                1.0 + 1.5 * len(own & lead_words) / max(1, len(own)) - 0.12 * (opening - position)
            )
            score += 0.8 * (texts[_folded(text)] > 1 or self._recurs(text)) + 0.6 * (position == 0)
            score -= 1.2 * (stands_alone(text) and text[-1] in ".。" and not text.endswith("..."))
            score -= (
                0.8 * (words < 4)
                + 1.0 * is_outlet_name(text)
                + 1.0 * (text.split()[-1].casefold() in page_words().issuer_suffixes)
                + 0.8 * any(one in text for one in "|•·›»")
            )
            if score > best:
                best, chosen = score, position
        return chosen

    def _standfirst_below(self, headline: int, opening: int) -> None:
        """Take the line between headline and byline as standfirst, full stop or none."""
        position = headline + 1
        if position >= opening or self.role[position] != "":
            return
        text = self.lines[position].text
        marks = self.role[position + 1 : position + 1 + _STANDFIRST_ABOVE]
        if (
            _FEWEST_STANDFIRST <= word_count(text) <= _LONGEST_STANDFIRST
            and not is_outlet_name(text)
            and not self.cluttered
            and ("byline" in marks or "timestamp" in marks or "caption" in marks)
        ):
            self.role[position] = "standfirst"

    def _recurs(self, text: str) -> bool:
        """Whether a later line ends in `text` (a trail of links to the page itself)."""
        return len(text) > 20 and any(
            line.text.endswith(text) and len(line.text) > len(text)
            for line in self.lines[self.last :]
        )

    def _from_cut(self, position: int) -> str:
        return self.raw_text[
            self.cut.get(position, self.lines[position].start) : self.lines[position].end
        ]

    def _names(self, start: int, opening: int, headline: int | None) -> None:
        """Find outlet and bare bylines among the lines around headline and timestamp."""
        anchors = [
            position
            for position in range(start, opening)
            if self.role[position] in {"timestamp", "byline", "standfirst", "outlet"}
            or position == headline
        ]
        for position in range(start, opening):
            text = self.lines[position].text
            near = any(self._apart(position, one) <= 2 for one in anchors if one != position)
            if self.role[position] == "timestamp":
                self._before_stamp(text)
            elif (
                self.role[position] in {"", "body", "standfirst"} and near and position != headline
            ):
                self._name(position, text, below=headline is None or position > headline)
        if self.outlet is None and headline is not None and self.release:
            self._issuer(start, opening)

    def _apart(self, one: int, other: int) -> int:
        """Lines from one to the other, buttons and links between them not counted."""
        low, high = sorted((one, other))
        between = self.role[low + 1 : high]
        return 1 + sum(role not in {"navigation", "promotion", "ticker"} for role in between)

    def _name(self, position: int, text: str, *, below: bool) -> None:
        """Take a line as outlet or, below the headline, as names without "By"."""
        text = _OUTLET_LABEL.sub("", text, count=1)
        suffixed = text.rsplit(maxsplit=1)[-1].casefold() in page_words().issuer_suffixes
        if is_outlet_name(text) and self.outlet is None and not (self.release and not suffixed):
            self.role[position], self.outlet = "outlet", text.strip(" ,|*_")
        elif below and byline_of(text, bare=True) is not None and word_count(text) <= 8:
            self.role[position] = "byline"

    def _issuer(self, start: int, opening: int) -> None:
        for position in range(start, opening):
            text = self.lines[position].text
            if (
                self.role[position] in {"", "body", "standfirst"}
                and word_count(text) <= _LONGEST_ISSUER_WORDS
            ):
                self.role[position], self.outlet = "outlet", text
                return

    def _before_stamp(self, line: str) -> None:
        """Read what stands before the date: an outlet, or the place of a press release."""
        stamp = next(iter(timestamps_in(line)), None)
        if stamp is None:
            return
        name = line[: stamp.span.start].strip(" ,|·•–—-*_\u00a0")
        if (
            not name
            or announces_release(name)
            or not name[0].isupper()
            or len(name.split()) > 6
            or byline_of(name)
            or is_desk(name)
        ):
            return
        as_place = re.search(_PLACE_BEFORE + re.escape(name) + r"\b", self.raw_text)
        if self.release or (as_place and not is_outlet_name(name)):
            self.stamp_place = name
        elif self.outlet is None:
            self.outlet = name

    def _tail(self) -> None:
        stop = min(len(self.lines), self.last + 1 + _TAIL_LINES)
        near, open_end, adjoins, resumed = True, not self.comments, True, False
        bridge: list[int] = []
        own = _marking_words(
            " ".join(
                line.text
                for line, role in zip(self.lines, self.role, strict=True)
                if role == "body"
            )
        )
        for position in range(self.last + 1, len(self.lines)):
            text = self.lines[position].text
            role = _role_in_body(text, closing=near and position < stop)
            if role is None and position < stop and stamps_of_line(text):
                role = "timestamp"
            if role is None and is_promotion(text, at_edge=True):
                role = "promotion"
            self.comments = self.comments or opens_comments(text)
            open_end = open_end and role not in _ENDING and not opens_comments(text)
            likely = self.prose[position] > 0 and (
                self.odds[position] > -_LEAST_ODDS
                or (
                    position < stop
                    and self.odds[position] > _LEAST_ODDS
                    and stands_alone(text)
                    and word_count(text) >= _FEWEST_WORDS_ON
                    and not _ADDRESSES.search(text)
                    and page_words().promotion_opening.match(text) is None
                    and (
                        _shared(text, own) >= _FEWEST_SHARED - (resumed or self.odds[position] > 0)
                    )
                )
            )
            likely = likely and (
                open_end or (not self.comments and self.odds[position] > -_LEAST_ODDS)
            )
            self.role[position] = role or ("body" if likely else "navigation")
            resumed = role is None and (resumed or likely)
            own = own | _marking_words(text) if likely else own
            adjoins = adjoins and role is None and stands_alone(text)
            if adjoins and not likely and word_count(text) >= _FEWEST_WORDS_ON:
                bridge.append(position)
            if likely:
                for one in bridge:
                    self.role[one] = "body"
                bridge.clear()
            near = near and role in {
                "credit",
                "syndication",
                "reporting",
                "correction",
                "announcement",
                "promotion",
            }
        for position in range(self.last, max(self.first, self.last - 4), -1):
            if self.role[position] != "body":
                continue
            text = self.lines[position].text
            role = _role_in_body(text, closing=True)
            if role is None and notice_of(text) is not None:
                role = "syndication"
            if role is None:
                break
            self.role[position] = role
        self._about()
        if self.release:
            self._contacts()

    def _about(self) -> None:
        """A closing "About X" and the paragraphs on X below it describe the issuer."""
        for position in range(max(self.first, self.last - _ABOUT_REACH), self.last):
            match = _ABOUT.fullmatch(self.lines[position].text)
            following = self.lines[position + 1].text
            if self.role[position] != "body" or match is None or match["name"] not in following:
                continue
            below = self.role[position : self.last + 1 + _PLACE_REACH]
            if not self.release and "announcement" not in below:
                continue
            for later in range(position, self.last + 1):
                if self.role[later] == "body":
                    self.role[later] = "announcement"
            return

    def _contacts(self) -> None:
        """Everything from the first note to editors on is not the release itself."""
        closing = False
        for position in range(self.first, self.last + 1):
            closing = closing or self.role[position] == "announcement"
            if closing and self.role[position] == "body":
                self.role[position] = "announcement"


def _role_in_body(text: str, *, closing: bool = False) -> str | None:
    """The role of a line within or below the article that is not its text."""
    if reporters_in(text) is not None:
        return "reporting"
    if text[:1] in "([" and notice_of(text) is not None:
        return "syndication"
    if closing and notice_of(text) is not None:
        return "syndication"
    credit = credit_of(text)
    if credit is not None and (closing or text[0] in "([" or not credit.whole):
        return "credit"
    role = furniture_role(text)
    if role is not None:
        return role
    if is_promotion(text, at_edge=closing):
        return "promotion"
    if is_caption(text) and word_count(text) <= 60:
        return "caption"
    return "timestamp" if stamps_of_line(text) else None


def _marking_words(text: str) -> frozenset[str]:
    """Words by which two paragraphs of one article are known: capitalised within, or long."""
    return frozenset(word.casefold() for word in _MARKING.findall(text))


_MARKING = re.compile(r"\b(?:[A-ZÀ-Þ][\w-]{4,}|[^\W\d_]{7,})\b")
_FEWEST_SHARED = 2


_ADDRESSES = re.compile(
    r"\b(?:you|your|we|our|us|I)\b|^[A-Z]\w+(?: [A-Z][\w.-]+){1,2} is (?:an?|the)\b|(?:\.\.\.|…)\Z",
    re.IGNORECASE,
)
"""A line that speaks to its reader, tells who somebody is or is cut short is a page's, not the
article's, where that is in doubt."""


def _shared(text: str, own: frozenset[str]) -> int:
    """How many marking words a sentence below a promotion shares with the article."""
    return len(_marking_words(text) & own)


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
