"""Feeds, news XML, JSON and tables made to hurt: refused by name, quickly, in little memory."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from firsthand.domain import Capture, Rejected
from firsthand.read import captures_from
from tests.read.reading import only_rejected, rejected_of_rows, rows_of

_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/hostname">]>'
_BODIES = {
    "rss": "<rss version='2.0'><channel><item><title>A</title><description>&a11; and so on, he said.</description></item></channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><content>&a11; and so on.</content></entry></feed>",
    "nitf": "<nitf><body><body.content><p>&a11; and so on, he said.</p></body.content></body></nitf>",
    "newsml-g2": "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta/><contentSet><inlineData>&a11; and so on</inlineData></contentSet></newsItem>",
    "newsml": "<NewsML><NewsItem><NewsComponent><DataContent><p>&a11; and so on</p></DataContent></NewsComponent></NewsItem></NewsML>",
    "sitemap": "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>&a11;</loc></url></urlset>",
}
_SECONDS = 8.0
"""Far more than any of these takes; a parser that is quadratic takes minutes."""


@pytest.mark.parametrize("declaration", [_LAUGHS, _OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize("kind", sorted(_BODIES))
def test_entities_are_refused_by_name(kind: str, declaration: str) -> None:
    rejected = only_rejected((declaration + _BODIES[kind]).encode())

    assert "declares entities" in rejected.reason
    assert "DOCTYPE" in rejected.hint


def test_an_entity_that_is_declared_elsewhere_is_not_looked_for() -> None:
    raw = '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">' + _BODIES["nitf"]
    rows = rows_of(raw.encode())

    assert isinstance(rows[0], Capture)
    assert "&a11; and so on" in rows[0].text


def _deep(opening: str, closing: str, middle: str, count: int = 10_000) -> str:
    return opening * count + middle + closing * count


@pytest.mark.parametrize(
    "text",
    [
        f"<rss version='2.0'><channel><item><title>A</title><description>{_deep('<a>', '</a>', 'x')}</description></item></channel></rss>",
        f"<nitf><body><body.content>{_deep('<block>', '</block>', '<p>x y z</p>')}</body.content></body></nitf>",
        f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta/><contentSet><inlineXML>{_deep('<div>', '</div>', 'x')}</inlineXML></contentSet></newsItem>",
        f"<NewsML>{_deep('<NewsComponent>', '</NewsComponent>', 'x')}</NewsML>",
        _deep("[", "]", "1"),
        _deep("[[", "]]", '"a"', 300_000),
        _deep('{"a":', "}", "1"),
        '[{"text": "Two tugs are on their way."}, ' + _deep('{"a":', "}", "1") + "]",
        '{"text": "Two tugs are on their way."}\n' + _deep('{"a":', "}", "1"),
        '{"messages": [{"type": "message", "date": "2026", "text": '
        + _deep("[", "]", '"x"')
        + "}]}",
    ],
)
def test_ten_thousand_deep_nesting_is_no_harm(text: str) -> None:
    began = time.monotonic()
    rows = rows_of(text.encode())

    assert rejected_of_rows(rows)
    assert time.monotonic() - began < _SECONDS


_LONG = 300_000


@pytest.mark.parametrize(
    "inside",
    [
        "<author>" + "a" * _LONG + "</author>",
        "<author>" + "a@" * _LONG + "</author>",
        "<pubDate>" + "1-" * _LONG + "</pubDate>",
        "<title>" + "&amp;lt;" * _LONG + "</title>",
        "<description>" + "&lt;" * _LONG + "</description>",
        "<description>" + "< " * _LONG + "</description>",
        "<description>" + "&lt;a href=" * (_LONG // 3) + "</description>",
        "<description>" + "&lt;font&gt;" * (_LONG // 3) + "</description>",
        "<description>" + "&" * _LONG + "</description>",
        "<![CDATA[" * (_LONG // 10),
        "<!--" * (_LONG // 10),
        "<item " * (_LONG // 10),
        "<category>a</category>" * 20_000,
        "<a " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>",
        "<source>" * 20_000,
        "<link>" + " " * _LONG + "x</link>",
        "<title>" + "T | " * _LONG + "</title>",
        "<dc:rights>" + "© " * _LONG + "</dc:rights>",
    ],
    ids=range(18),
)
def test_a_feed_takes_time_by_its_length_alone(inside: str) -> None:
    began = time.monotonic()
    rows = rows_of(
        f"<rss version='2.0'><channel><title>T</title><item>{inside}</item></channel></rss>".encode()
    )

    assert rows
    assert time.monotonic() - began < _SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "title,text,date\n" + 'a,"b\n' * 60_000,
        "title,text,date\n" + '"' * 200_001 + ",b,c\n",
        "title,text,date\n" + ",".join(['"x"'] * 200_000) + "\n",
        "title,text,date\n" + 'a,"\\' * 60_000 + "\n",
        'title,text,date\na,"He said \\"' + "\\" * 200_000 + '",2026\n',
        '{"text": "' + "\\u0041" * 100_000,
        '{"text": "' + "[+1 chars" * 50_000 + '"}',
        '{"text": "' + "<a " * 100_000 + '"}',
        '{"authors": "[' + "'" * 100_000 + ']", "text": "Two tugs are on their way."}',
        '{"date": "' + "1" * 100_000 + '", "text": "Two tugs are on their way."}',
        '{"language": "' + "a-" * 100_000 + '", "text": "Two tugs are on their way."}',
        '{"outlet": "' + "a." * 100_000 + '", "text": "Two tugs are on their way."}',
        "a." * 100_000 + " = [1]",
        "{" + '"' + "\\" * 65_000,
        "".join(f'{{"text": "Tug {n} is on its way now."}}\n' for n in range(3_000)),
    ],
    ids=range(15),
)
def test_json_and_tables_take_time_by_their_length_alone(text: str) -> None:
    began = time.monotonic()

    assert rows_of(text.encode())
    assert time.monotonic() - began < _SECONDS


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        ("<rss version='2.0'><channel>", "<item/>"),
        ("<rss version='2.0'><channel><item>", "<a/>"),
        ("<nitf><body><body.content>", "<p>a</p>"),
        ("<NewsML><NewsItem>", "<a/>"),
        ('<html><div class="page_header"><div class="message default clearfix" id="message1">', "<p>"),
    ],
)  # fmt: skip
def test_millions_of_tags_are_refused_by_name(head: str, piece: str) -> None:
    began = time.monotonic()
    raw = (head + piece * 1_500_000 + "</item></channel></rss>").encode()
    rejected = rejected_of_rows(rows_of(raw))

    assert any("more than" in row.reason or "more entries" in row.reason for row in rejected)
    assert time.monotonic() - began < 3 * _SECONDS


def test_a_table_of_unclosed_marks_gives_up_by_name() -> None:
    begun = "title,text,date\nA,Two tugs are on their way.,\n"
    rows = rows_of((begun + ('a,"b and so on, he said\n' + "x\n" * 200) * 200).encode())

    assert "never closed" in rejected_of_rows(rows)[-1].reason


_HUGE = """
    import sys
    from pathlib import Path
    from firsthand.domain import Rejected
    from firsthand.read import read_paths

    rows = [row for row in read_paths([sys.argv[1]])]
    print(len(rows), sum(isinstance(row, Rejected) for row in rows), rows[-1].reason if isinstance(rows[-1], Rejected) else "")
    print(peak())
"""

_PEAK = """
def peak():
    # Not `ru_maxrss`: that counts what the process that started this one held at that moment.
    try:
        with open("/proc/self/status") as told:
            return next(int(line.split()[1]) // 1024 for line in told if line.startswith("VmHWM"))
    except OSError:
        return 0
"""


def _in_a_process(path: Path) -> tuple[str, int]:
    """What reading a file prints, and the most memory it took, in MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK + textwrap.dedent(_HUGE), str(path)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    first, peak = done.stdout.strip().splitlines()
    return first, int(peak)


def _filled(path: Path, head: bytes, piece: bytes, size: int, tail: bytes = b"") -> Path:
    """A file of about `size` bytes: `piece` again and again."""
    many = piece * max(1, 2**20 // len(piece))
    with path.open("wb") as file:
        file.write(head)
        while file.tell() < size:
            file.write(many)
        file.write(tail)
    return path


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"<rss version='2.0'><channel>", b"<item><title>A</title></item>"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry><title>A</title></entry>"),
        (b"<nitf><body>", b"<p>The ferry is late.</p>"),
        (b"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>", b"<newsItem/>"),
    ],
)
def test_a_feed_of_200_mb_is_refused_without_being_loaded(
    tmp_path: Path, head: bytes, piece: bytes
) -> None:
    said, peak = _in_a_process(_filled(tmp_path / "huge.xml", head, piece, 200 * 2**20))

    assert said.startswith("1 1 is over the limit of 16 MB")
    assert peak < 300


def test_200_mb_of_one_json_record_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = _filled(tmp_path / "huge.json", b'[{"text": "', b"ferry ", 200 * 2**20, b'"}]')
    said, peak = _in_a_process(path)

    assert said.startswith("1 1 ")
    assert peak < 500


def test_a_table_of_one_line_of_200_mb_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = _filled(tmp_path / "huge.csv", b"title,text,date\nA,", b"ferry ", 200 * 2**20)
    _, peak = _in_a_process(path)

    assert peak < 500


def test_no_row_is_lost_among_broken_ones() -> None:
    lines = [
        b'{"text": "Two tugs are on their way."}',
        b"{",
        b"null",
        b"[]",
        b'"x"',
        b"\xff\xfe{}",
        b"{}",
    ]
    rows = captures_from("in", lines[0] + b"\n" + b"\n".join([lines[0], *lines[1:]]))

    assert len(rows) == len(lines) + 1
    assert sum(isinstance(row, Rejected) for row in rows) == len(lines) - 1
