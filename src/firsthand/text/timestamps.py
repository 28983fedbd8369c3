"""Publication timestamps: the dates that pages print about themselves, with label, time and zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from firsthand.domain import Span

__all__ = ["Timestamp", "iso_moment", "label_of", "offset_text", "timestamps_in", "without_stamps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """A printed date of publication or update."""

    span: Span
    """Label, date, time and zone together, in code points of the text given."""

    value: str
    """ISO 8601, as precise as printed: day or minute; an offset only where a zone is printed."""

    label: str
    """``published``, ``updated``, ``""`` where none is printed, ``other`` for a day of another kind
    ("Next review")."""


_MONTHS = (
    "january januar janvier enero gennaio januari janeiro styczeń stycznia jänner jan janv ene gen ledna januára január siječnja ocak tammikuuta ianuarie gener sausio jaanuar janar января січня януари јануар ιανουαρίου ιαν जनवरी มกราคม ม.ค. يناير كانون_الثاني جانفي ژانویه ינואר בינואר tháng_1 tháng_01",
    "february februar février febrero febbraio februari fevereiro luty lutego feber feb fév févr fevr února februára február febr veljače şubat helmikuuta februarie febrer vasario veebruar shkurt февраля лютого февруари фебруар φεβρουαρίου φεβ फरवरी फ़रवरी กุมภาพันธ์ ก.พ. فبراير شباط فيفري فوریه פברואר בפברואר tháng_2 tháng_02",
    "march märz mars marzo maart março marec marzec marca mar mär mrz mrt března márc március ožujka mart maaliskuuta martie març kovo märts marts maret марта березня март μαρτίου μαρ मार्च มีนาคม มี.ค. مارس آذار ماي_مارس מרץ במרץ tháng_3 tháng_03",
    "april avril abril aprile avril kwiecień kwietnia apr avr abr dubna apríla április ápr travnja nisan huhtikuuta aprilie balandžio aprill prill апреля квітня април απριλίου απρ अप्रैल เมษายน เม.ย. أبريل ابريل إبريل نيسان أفريل آوریل אפריל באפריל tháng_4 tháng_04",
    "may mai mayo maggio mei maio maj maja mag května mája máj május svibnja mayıs toukokuuta maig gegužės мая травня май мај μαΐου μαϊου मई พฤษภาคม พ.ค. مايو أيار מאי במאי tháng_5 tháng_05",
    "june juni juin junio giugno junho czerwiec czerwca jun giu června júna jún június lipnja haziran kesäkuuta iunie juny birželio juuni qershor июня червня юни јун ιουνίου ιουν जून มิถุนายน มิ.ย. يونيو يونيه حزيران جوان ژوئن יוני ביוני tháng_6 tháng_06",
    "july juli juillet julio luglio julho lipiec lipca jul juil lug července júla júl július srpnja temmuz heinäkuuta iulie juliol liepos juuli korrik июля липня юли јул ιουλίου ιουλ जुलाई กรกฎาคม ก.ค. يوليو يوليه تموز جويلية ژوئیه יולי ביולי tháng_7 tháng_07",
    "august août agosto augustus sierpień sierpnia augusti aug ago aout srpna augusta augusztus kolovoza avgust avgusta ağustos elokuuta agost rugpjūčio gusht agustus августа серпня август αυγούστου αυγ अगस्त สิงหาคม ส.ค. أغسطس اغسطس آب أوت اوت אוגוסט באוגוסט tháng_8 tháng_08",
    "september septembre septiembre settembre setembro wrzesień września sep sept set setiembre září septembra szeptember szept rujna septembar eylül syyskuuta septembrie setembre rugsėjo shtator сентября вересня септември септембар σεπτεμβρίου σεπ सितंबर सितम्बर กันยายน ก.ย. سبتمبر أيلول سپتامبر ספטמבר בספטמבר tháng_9 tháng_09",
    "october oktober octobre octubre ottobre outubro październik października oct okt ott out října októbra október oktobar ekim lokakuuta octombrie spalio oktoober tetor октября жовтня октомври октобар οκτωβρίου οκτ अक्टूबर अक्तूबर ตุลาคม ต.ค. أكتوبر اكتوبر تشرين_الأول اکتبر אוקטובר באוקטובר tháng_10",
    "november novembre noviembre novembro listopad listopada nov listopadu novembra novembar studenoga studenog kasım marraskuuta noiembrie lapkričio nëntor ноября листопада ноември новембар νοεμβρίου νοε नवंबर नवम्बर พฤศจิกายน พ.ย. نوفمبر تشرين_الثاني نوامبر נובמבר בנובמבר tháng_11",
    "december dezember décembre diciembre dicembre dezembro grudzień grudnia desember dec dez déc dic des prosince decembra decembar prosinca aralık joulukuuta decembrie desembre gruodžio detsember dhjetor декабря грудня декември децембар δεκεμβρίου δεκ दिसंबर दिसम्बर ธันวาคม ธ.ค. ديسمبر كانون_الأول دسامبر דצמבר בדצמבר tháng_12",
)
"""Month names as dates print them, by language; where two languages disagree on a name (listopada is
November in Polish, October in Croatian) the one with more news in it is kept."""

_MONTH_OF = {
    name.replace("_", " ").strip("."): number
    for number, row in enumerate(_MONTHS, 1)
    for name in row.split()
}

_DIGITS = {
    ord(digit): str(value)
    for row in (
        "٠١٢٣٤٥٦٧٨٩",
        "۰۱۲۳۴۵۶۷۸۹",
        "०१२३४५६७८९",
        "๐๑๒๓๔๕๖๗๘๙",
        "০১২৩৪৫৬৭৮৯",
        "０１２３４５６７８９",
    )
    for value, digit in enumerate(row)
}
"""Digits of other scripts; each stands for one character, so that offsets stay."""

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_BUDDHIST_YEARS = 543
_BUDDHIST = range(2443, 2644)
"""Years of the Buddhist era that stand for 1900 to 2100; read so only beside Thai script."""

_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "ist": 330, "cet": 60, "cest": 120,
    "mez": 60, "mesz": 120, "west": 60, "eet": 120, "eest": 180, "msk": 180, "trt": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "ast": -240,
    "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "pht": 480, "wib": 420, "pkt": 300,
    "aest": 600, "aedt": 660, "acst": 570, "awst": 480, "nzst": 720, "nzdt": 780,
    "myt": 480, "ict": 420, "npt": 345, "sast": 120, "eat": 180, "wat": 60, "cat": 120, "idt": 180, "gst": 240, "brt": -180, "art": -180,
}  # fmt: skip
"""Minutes east of UTC. Where an abbreviation has several meanings the one that news sites print is
taken: IST is India's (an Irish or Israeli page says GMT+1 or IDT), BST British, CST American."""

_OTHER_DIGIT = re.compile(f"[{''.join(map(chr, _DIGITS))}]")

_LABELS = {
    "other": "next review(?: due)?|review due|expires?|expiry|valid until|gültig bis|event date|deadline|archived?(?: on)?|accessed(?: on)?|retrieved(?: on)?|joined|member since",
    "published": "first published|originally published|date published|published|publication date|publish date|posted|publié|parution|veröffentlicht|erschienen|erstveröffentlichung|publicado|publicación"
    "|publicerad|publisert|publiceret|udgivet|gepubliceerd|geplaatst|erstellt|pubblicato|opublikowano|data publikacji|publikováno|vydáno|megjelent|közzétéve|yayınlanma(?: tarihi)?|giriş(?: tarihi)?|julkaistu|publicat|objavljeno"
    "|опубликовано|опубліковано|публикация|δημοσιεύτηκε|प्रकाशित|نشر(?: في)?|تاريخ النشر|תאריך פרסום|เผยแพร่|公開|掲載|配信|发布|發布|입력|등록|issued|released|created",
    "updated": "last updated|last update|last modified|updated|modified|edited|mis à jour|mise à jour|actualisé|modifié|aktualisiert|zuletzt aktualisiert|geändert"
    "|stand|actualizado|última actualización|atualizado|uppdaterad|oppdatert|opdateret|bijgewerkt|laatste update|aggiornato|ultimo aggiornamento|aktualizacja|aktualizováno|frissítve|güncelleme(?: tarihi)?|güncellendi"
    "|päivitetty|actualizat|ažurirano|обновлено|оновлено|ενημερώθηκε|अपडेटेड|अपडेट|تحديث|آخر تحديث|עודכן|อัปเดต|更新|수정|update",
}
_LABEL = "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
_MONTH = (
    "(?P<month>"
    + "|".join(
        re.escape(name).replace("\\ ", r"\s")
        for name in sorted(_MONTH_OF, key=lambda name: (-len(name), name))
    )
    + r")(?![^\W\d_])\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|mo|di|mi|do|fr|sa|so)\b\.?,?\s{1,4}(?:the\s{1,4}|le\s{1,4}|den\s{1,4}|am\s{1,4})?"
)
_DATES = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?\s{{0,4}}(?:of\s{{1,4}}|de\s{{1,4}}|d['’])?[-\s/]?{_MONTH}(?:\s?/\s?[^\W\d_]+(?:\s[^\W\d_]+)?)?[-,/]?\s{{0,4}}(?:de\s{{1,4}}|del\s{{1,4}}|พ\.ศ\.\s{{0,4}})?(?P<year>\d{{4}})",
    rf"{_MONTH}\s{{0,4}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,4}}(?P<year2>\d{{4}})",
    r"(?P<d3>\d{1,2})[./]\s?(?P<m3>\d{1,2})[./]\s?(?P<y3>\d{4})",
    r"(?P<y5>(?:19|20)\d{2})(?:[./]|\.\s)(?P<m5>\d{1,2})(?:[./]|\.\s)(?P<d5>\d{1,2})(?!\.?\d)\.?",
    r"(?P<y6>(?:19|20)\d{2})\s?[年년]\s?(?P<m6>\d{1,2})\s?[月월]\s?(?P<d6>\d{1,2})\s?[日일]",
    rf"(?P<year3>(?:19|20)\d{{2}})\.?\s{{0,4}}(?:m\.\s{{0,4}})?{_MONTH}\s{{0,4}}(?P<day3>\d{{1,2}})(?:\.|\s?d\.)?",
    r"(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{2})(?!\.?\d)",
)
_BETWEEN = r"(?:\s{0,4}(?:,|\||/|-|–|—|·|•|\.|\bat\b|\bum\b|\bà\b|\bàs\b|\ba las\b|\bkl\.?|\bklo\b|\bklockan\b|\bklokken\b|\bom\b|\bob\b|\balle\b|\bore\b|\bsaat\b|\bgodz\.?|\bв\b|\bо\b|\bv\b|T|\bon\b|오전|오후|\s)\s{0,4})"
_ZONE_NAMES = "|".join(sorted(_ZONES, key=lambda name: (-len(name), name)))


def _clock_pattern(prefix: str) -> str:
    return (
        rf"(?:(?P<{prefix}hour>2[0-3]|[01]?\d)(?!\d)(?:(?:[:.h]|時|点|시\s?|\sh\s)(?P<{prefix}minute>[0-5]\d)(?!\d)[分분]?|(?=\s{{0,4}}[ap]\.?\s?m\b))(?::[0-5]\d(?:\.\d+)?)?"
        rf"\s{{0,4}}(?P<{prefix}half>[ap]\.?\s?m\b\.?)?(?:\s{{0,4}}(?:uhr|hrs|hours|h)\b)?"
        rf"(?:\s{{0,4}}\(?(?P<{prefix}zone>(?:utc|gmt)\s{{0,4}}[+-]\s{{0,4}}\d{{1,2}}(?::?\d{{2}})?|[+-]\d{{2}}:?\d{{2}}"
        rf"|{_ZONE_NAMES}|et|ct|mt|pt)\b\)?)?)"
    )


_PATTERNS = tuple(
    re.compile(
        rf"(?:(?<![^\W\d_])(?:{_LABEL})(?:\b|(?=\d))\s{{0,4}}(?:on|at|am|le|el|:|-|–|—|\|)?\s{{0,4}}:?\s{{0,4}}|(?<![\w.,/-]))"
        rf"(?P<weekday>{_WEEKDAY})?(?:{_clock_pattern('e')}{_BETWEEN}{{1,2}}(?:{_WEEKDAY})?)?{form}(?!\d(?!\d:\d\d))"
        rf"(?:(?:{_BETWEEN}{{1,3}}|(?=\d\d:\d\d)){_clock_pattern('')}(?![\d%]))?"
        rf"(?:\s{{1,4}}\(?(?P<late>(?-i:{_ZONE_NAMES.upper()}|ET|CT|MT|PT))\b\)?)?",
        re.IGNORECASE,
    )
    for form in _DATES
)
_HAS_YEAR = re.compile(r"\d{4}|\d\.\d{1,2}\.\d{2}")
"""What every form has somewhere; most lines have not, and are passed over quickly."""

_NOON = 12
_AFTERNOON_REACH = 8
_AFTERNOON = re.compile("오후|下午|午後|مساء|μ\\.μ")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


def timestamps_in(text: str, *, day_first: bool = True) -> Iterator[Timestamp]:
    """Yield the full dates (day, month, year) in `text`, with their label, clock time and zone.

    Dates without a year are left out: they are the annotator's business, who may resolve them
    against the publication date, which is what is sought here. Labels glued to the value
    ("Updated17 Feb 2022") are seen.

    Args:
        text: A line or some lines; spans refer to it.
        day_first: How 4/5/2024 is read where both readings are dates.

    Yields:
        Ascending, not overlapping.
    """
    if len(text) > _LONGEST_REMEMBERED:
        yield from _timestamps(text, day_first)
    else:
        yield from _remembered(text, day_first)


_LONGEST_REMEMBERED = 300
_MOST_REMEMBERED = 4096
"""Lines kept: the roles of one page's lines ask for the same line's dates several times."""


@lru_cache(maxsize=_MOST_REMEMBERED)
def _remembered(text: str, day_first: bool) -> tuple[Timestamp, ...]:
    return tuple(_timestamps(text, day_first))


def _timestamps(text: str, day_first: bool) -> Iterator[Timestamp]:
    found: list[Timestamp] = []
    if _OTHER_DIGIT.search(text):
        text = text.translate(_DIGITS)
    if not _HAS_YEAR.search(text):
        return
    thai = _THAI.search(text) is not None
    patterns = _patterns_for(text, thai=thai)
    for start, stop in _windows(text):
        for pattern in patterns:
            for match in pattern.finditer(text, start, stop):
                value = _value(match, day_first=day_first, buddhist=thai)
                if value is None:
                    continue
                label = next((name for name in _LABELS if match[name]), "")
                told = match.group().rstrip(" ,-–—|·•(")
                start_of = match.end("weekday") if _ends_a_name(match, value) else match.start()
                span = Span(start_of, match.start() + len(told))
                found.append(Timestamp(span=span, value=value, label=label))
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    end = 0
    for one in found:
        if one.span.start >= end:
            yield one
            end = one.span.end


_SHORT_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|rs?)?\b", re.IGNORECASE)
_SHORT_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’&.-]*[ \u00a0]\Z")
_LONGEST_NAME = 40


def _ends_a_name(match: re.Match[str], value: str) -> bool:
    """Whether the weekday that a date begins with ends a name ("Muskingum Sun, October 5, 2026").

    So it does where a capitalised word stands directly before an abbreviation and the day is
    another weekday.
    """
    weekday = _SHORT_WEEKDAY.match(match["weekday"] or "")
    if weekday is None or match.start("weekday") != match.start():
        return False
    named = _SHORT_WEEKDAYS.index(weekday[1].casefold())
    if date.fromisoformat(value[:10]).weekday() == named:
        return False
    before = match.string[max(0, match.start() - _LONGEST_NAME) : match.start()]
    return _NAME_BEFORE.search(before) is not None


_LONG = 1000
_BEFORE, _BEHIND = 120, 120
"""Characters around a year that its date, label and clock time take up, and more."""


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where dates are looked for: all of a short text, around what may be a year in a long one.

    The forms begin with much that may be there or not, so that a search costs more than the
    length of what is searched.
    """
    if len(text) <= _LONG:
        yield 0, len(text)
        return
    end = 0
    for year in _HAS_YEAR.finditer(text):
        if year.end() > end - _BEHIND // 2:
            end = min(len(text), year.end() + _BEHIND)
            yield max(0, year.start() - _BEFORE), end


def _patterns_for(text: str, *, thai: bool) -> list[re.Pattern[str]]:
    """The forms of dates whose signs and month names `text` has: most lines have one or none."""
    named = thai or any(word in _MONTH_WORDS for word in _WORD.findall(text.casefold()))
    has = {
        "iso": "-" in text,
        "named": named,
        "dotted": "." in text,
        "slashed": "." in text or "/" in text,
        "ideographic": "年" in text or "년" in text,
    }
    return [pattern for pattern, kind in zip(_PATTERNS, _KINDS, strict=True) if has[kind]]


_WORD = re.compile(r"[^\W\d_]+")
_MONTH_WORDS = frozenset(word for name in _MONTH_OF for word in _WORD.findall(name))
_KINDS = ("iso", "named", "named", "slashed", "slashed", "ideographic", "named", "dotted")
"""Of each form, what a text has to have for it."""


def without_stamps(text: str) -> str:
    """`text` with a bar in place of each timestamp, for reading what else its line says."""
    for stamp in reversed(tuple(timestamps_in(text))):
        text = text[: stamp.span.start] + "|" + text[stamp.span.end :]
    return text.strip(" |·•–—-,\u00a0")


def label_of(text: str) -> str:
    """The label that `text` gives a date, whether or not it prints one.

    Returns:
        ``published``, ``updated``, ``other``; empty where it prints none.
    """
    match = _LABEL_ALONE.search(text)
    return (match.lastgroup or "") if match is not None else ""


_LABEL_ALONE = re.compile(rf"(?<![^\W\d_])(?:{_LABEL})(?![^\W\d_])", re.IGNORECASE)


def iso_moment(text: str) -> str | None:
    """Read a machine-written date ("2022-02-17T19:45:00+05:30", "2022-02-17 19:45", RFC 2822).

    Returns:
        ISO 8601 with seconds dropped to what was given, or None when it is no such date.
    """
    bare = (
        _COMPACT.sub(_spread, text.strip(), count=1) if text.strip()[:8].isdigit() else text.strip()
    )
    match = _MACHINE.match(bare)
    if match is not None:
        day, clock, zone = match.groups()
        if not _is_day(day):
            return None
        if clock is None:
            return day
        hour, minute, *second = clock.split(":")
        return f"{day}T{hour}:{minute}:{(second or ['0'])[0].zfill(2)}{offset_text(zone)}"
    for stamp in timestamps_in(bare):
        return stamp.value
    return None


_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(?=[Zz+-]|\Z)|\Z)")


def _spread(match: re.Match[str]) -> str:
    """The compact form of ISO 8601 ("20261102T110235Z") in its extended one."""
    year, month, day, hour, minute, second = match.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}" if hour else "")


_MACHINE = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{1,2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?\s*$",
    re.IGNORECASE,
)


def offset_text(zone: str | None) -> str:
    """`zone` as ISO 8601 writes it ("+01:00"); empty where there is none.

    Args:
        zone: "Z", "UTC", "GMT", or a sign and two digits of hours, and two of minutes or none ("+0100").
    """
    if zone is None:
        return ""
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _is_day(value: str) -> bool:
    try:
        return _FIRST_YEAR <= date.fromisoformat(value).year <= _LAST_YEAR
    except ValueError:
        return False


def _value(match: re.Match[str], *, day_first: bool, buddhist: bool) -> str | None:
    groups = match.groupdict()
    day = _day(groups, day_first=day_first, buddhist=buddhist)
    if day is None:
        return None
    for prefix in ("", "e"):
        moment = _clock(groups, prefix)
        if moment is not None:
            hour, minute = moment
            beside = match.string[match.start() : match.end() + _AFTERNOON_REACH]
            if hour < _NOON and _AFTERNOON.search(beside):
                hour += _NOON
            zone = _zone(groups.get(prefix + "zone") or groups.get("late"), day, hour)
            found = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
            return found.isoformat(timespec="seconds")
    return day.isoformat()


def _day(groups: dict[str, str | None], *, day_first: bool, buddhist: bool) -> date | None:
    iso = groups.get("iso")
    if iso:
        return date.fromisoformat(iso) if _is_day(iso) else None
    if groups.get("m3"):
        first, second, year = (int(groups[name] or 0) for name in ("d3", "m3", "y3"))
        if not day_first:
            first, second = second, first
        return _date(year, second, first) or _date(year, first, second)
    if groups.get("y4"):
        return _date(2000 + int(groups["y4"] or 0), int(groups["m4"] or 0), int(groups["d4"] or 0))
    for mark in ("5", "6"):
        if groups.get("y" + mark):
            year, month_, number_ = (int(groups[name + mark] or 0) for name in "ymd")
            return _date(year, month_, number_)
    named = " ".join((groups.get("month") or "").casefold().split()).strip(".")
    month = _MONTH_OF.get(named)
    number = groups.get("day") or groups.get("day2") or groups.get("day3")
    year_text = groups.get("year") or groups.get("year2") or groups.get("year3")
    if month is None or number is None or year_text is None:
        return None
    year = int(year_text)
    return _date(year - _BUDDHIST_YEARS * (buddhist and year in _BUDDHIST), month, int(number))


def _date(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(groups: dict[str, str | None], prefix: str) -> tuple[int, int] | None:
    hour_text, minute_text = groups.get(prefix + "hour"), groups.get(prefix + "minute")
    half = (groups.get(prefix + "half") or "").casefold().replace(".", "").replace(" ", "")
    if not hour_text or not (minute_text or half):
        return None
    hour, minute = int(hour_text), int(minute_text or 0)
    if half:
        if not 1 <= hour <= 12:
            return None if hour > 23 else (hour, minute)
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, minute


_AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Zones of the United States that are printed without saying whether summer time holds; minutes
east of UTC in winter."""

_CHANGE_HOUR = 2
_SUNDAY = 6


def _summer_time(day: date, hour: int) -> bool | None:
    """Whether summer time holds in the United States at a local hour, by the rules since 1987.

    Returns:
        None before 1987 and in the hours around a change, where the clock alone does not tell.
    """
    if day.year < 1987:
        return None
    if day.year >= 2007:
        begin, end = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    else:
        begin, end = _sunday(day.year, 4, 1), _sunday(day.year, 10, 25)
    if day in {begin, end} and abs(hour - _CHANGE_HOUR) <= 1:
        return None
    return (
        begin < day < end
        or (day == begin and hour > _CHANGE_HOUR)
        or (day == end and hour < _CHANGE_HOUR)
    )


def _sunday(year: int, month: int, first: int) -> date:
    """The first Sunday on or after a day."""
    day = date(year, month, first)
    return day + timedelta(days=_SUNDAY - day.weekday())


def _zone(text: str | None, day: date, hour: int) -> timezone | None:
    """The offset that a printed zone names; None where it names none for sure."""
    if not text:
        return None
    bare = text.casefold().replace(" ", "")
    if bare in _ZONES:
        return timezone(timedelta(minutes=_ZONES[bare]))
    if bare in _AMERICAN:
        summer = _summer_time(day, hour)
        if summer is None:
            return None
        return timezone(timedelta(minutes=_AMERICAN[bare] + 60 * summer))
    match = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", bare)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
