"""Archives are read member by member; what is wrong with one member costs that member alone."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from firsthand.domain import Capture, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from, read_paths
from tests.read.containers import PAGE, tarred, zipped
from tests.read.reading import sample

MIXED = {
    "coverage/ferry.html": PAGE,
    "coverage/ferry_files/frame.html": PAGE,
    "coverage/ferry.html.meta.toml": b'outlet = "Harbour Gazette"\nurl = "https://h.example/ferry"',
    "coverage/photo.jpg": b"\xff\xd8\xff\xe0" + bytes(60),
    "coverage/style.css": b"p { margin: 0 }",
    "__MACOSX/coverage/._ferry.html": b"\x00\x05\x16\x07",
    "coverage/.DS_Store": b"\x00\x00\x00\x01Bud1",
    "../../etc/note.txt": "Die Fähre lag am Dienstag noch auf Grund.".encode(),
    "C:\\dos\\second.txt": b"The ferry was towed to Horten on Friday.",
    "table.bin": b"\x00\x01\x02\x03",
    "lost.html.meta.toml": b'title = "x"',
}
READ = ["coverage/ferry.html", "etc/note.txt", "dos/second.txt"]
PACKERS: list[Callable[[bytes], bytes]] = [
    gzip.compress,
    bz2.compress,
    lzma.compress,
    zstandard.compress,
]


def _split(rows: list[Capture | Rejected]) -> tuple[list[Capture], dict[str, str]]:
    captures = [row for row in rows if isinstance(row, Capture)]
    return captures, {row.item: row.reason for row in rows if isinstance(row, Rejected)}


@pytest.mark.parametrize("pack", [zipped, tarred, lambda m: gzip.compress(tarred(m))])
def test_an_archive_gives_its_documents_and_names_what_it_cannot_use(
    pack: Callable[[dict[str, bytes]], bytes],
) -> None:
    captures, rejected = _split(captures_from("a", pack(MIXED)))

    assert [capture.item for capture in captures] == [f"a/{name}" for name in READ]
    assert captures[0].url == "https://h.example/ferry"
    assert [fact.value for fact in captures[0].facts] == ["Harbour Gazette"]
    assert sorted(rejected) == ["a/lost.html.meta.toml", "a/table.bin"]


def test_a_page_in_an_archive_becomes_an_article_from_where_its_sidecar_says() -> None:
    captures, _ = _split(captures_from("a.zip", zipped(MIXED)))

    (article,) = articles_from(captures[0])

    assert article.title == "Ferry pilot was warned"
    assert (article.outlet, article.url) == ("Harbour Gazette", "https://h.example/ferry")


@pytest.mark.parametrize("compress", PACKERS)
def test_single_files_and_archives_are_read_through_their_compression(
    compress: Callable[[bytes], bytes],
) -> None:
    (page,) = captures_from("ferry.html.packed", compress(PAGE))
    captures, _ = _split(captures_from("a.tar.packed", compress(tarred(MIXED))))

    assert isinstance(page, Capture)
    assert (page.item, page.raw) == ("ferry.html.packed", PAGE)
    assert [capture.item for capture in captures] == [f"a.tar.packed/{name}" for name in READ]


@pytest.mark.parametrize("compress", PACKERS)
def test_of_a_compressed_file_that_breaks_off_this_is_said(
    compress: Callable[[bytes], bytes],
) -> None:
    (row,) = captures_from("ferry.packed", compress(PAGE)[:-9])

    assert isinstance(row, Rejected)
    assert "breaks off" in row.reason or "damaged" in row.reason
    assert row.hint


def test_archives_lie_in_archives_up_to_a_depth() -> None:
    raw = zipped({"ferry.html": PAGE})
    for number in range(3):
        raw = zipped({f"{number}.zip": raw})

    (inside,) = captures_from("a.zip", raw)
    (outside,) = captures_from("a.zip", zipped({"z.zip": raw}))

    assert isinstance(inside, Capture)
    assert inside.format == "zip zip zip zip html"
    assert isinstance(outside, Rejected)
    assert "more than 4 archives" in outside.reason


def test_a_tar_archive_that_breaks_off_gives_what_it_holds() -> None:
    raw = tarred({"one.txt": b"The ferry sank.", "two.txt": b"x" * 5000})

    captures, rejected = _split(captures_from("a.tar", raw[:2000]))

    assert [capture.item for capture in captures] == ["a.tar/one.txt"]
    assert list(rejected) == ["a.tar"]


def test_a_damaged_member_costs_only_itself() -> None:
    raw = bytearray(zipped({"one.txt": b"The ferry sank." * 9, "two.txt": b"It was towed."}))
    raw[45] ^= 0xFF

    captures, rejected = _split(captures_from("a.zip", bytes(raw)))

    assert [capture.item for capture in captures] == ["a.zip/two.txt"]
    assert list(rejected) == ["a.zip/one.txt"]


def test_an_encrypted_member_is_named_with_the_remedy() -> None:
    raw = bytearray(zipped({"one.txt": b"The ferry sank."}))
    raw[6] |= 1
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1

    (row,) = captures_from("a.zip", bytes(raw))

    assert isinstance(row, Rejected)
    assert (row.item, row.reason) == ("a.zip/one.txt", "is encrypted")
    assert "password" in row.hint


def test_links_are_not_followed() -> None:
    raw = tarred({"one.txt": b"The ferry sank."}, links={"passwd.txt": "/etc/passwd"})

    captures, rejected = _split(captures_from("a.tar", raw))

    assert [capture.item for capture in captures] == ["a.tar/one.txt"]
    assert rejected == {"a.tar/passwd.txt": "is a link, not a file"}


def test_names_in_older_encodings_are_shown_as_meant() -> None:
    raw = zipped({"F_hre.txt": b"The ferry sank."}).replace(b"F_hre", b"F\x84hre")

    (row,) = captures_from("a.zip", raw)

    assert row.item == "a.zip/Fähre.txt"


def test_an_archive_of_pictures_says_so() -> None:
    (row,) = captures_from("a.zip", zipped({"a.png": b"\x89PNG\r\n", "b.css": b"p{}"}))

    assert isinstance(row, Rejected)
    assert "no articles" in row.reason
    assert "1 pictures" in row.reason


def _zeros(count: int, packer: Callable[[bytes], bytes]) -> bytes:
    return packer(bytes(count))


@pytest.mark.parametrize("packer", PACKERS)
def test_a_bomb_is_refused_by_name(packer: Callable[[bytes], bytes]) -> None:
    (row,) = captures_from("bomb", _zeros(60_000_000, packer))

    assert isinstance(row, Rejected)
    assert row.item == "bomb"
    assert "over the limit" in row.reason


def test_a_bomb_among_honest_members_costs_what_stands_behind_it() -> None:
    raw = gzip.compress(tarred({"a.html": PAGE, "b.txt": bytes(200_000_000), "c.html": PAGE}), 1)

    captures, rejected = _split(captures_from("a.tar.gz", raw))

    assert captures[0].item == "a.tar.gz/a.html"
    assert "over 64 MB" in rejected["a.tar.gz/b.txt"]


def test_members_that_share_their_bytes_are_counted_each() -> None:
    """The bomb of overlapping members: 3,000 entries for one stretch of 9 MB unpacked."""
    words = b"word " * 1_800_000
    packed = zlib.compress(words, 9)[2:-4]
    sizes = (zlib.crc32(words), len(packed), len(words))
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes, 1, 0) + b"a"
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, 1, *[0] * 6) + b"a"
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, 3000, 3000, 3000 * len(entry), len(local + packed), 0
    )

    rows = captures_from("a.zip", local + packed + entry * 3000 + end)

    assert len(rows) < 40
    last = rows[-1]
    assert isinstance(last, Rejected)
    assert (last.item, "250 times" in last.reason) == ("a.zip", True)


def test_bombs_in_bombs_share_one_allowance() -> None:
    raw = zipped({"w.txt": b"word " * 1_800_000})
    for _ in range(2):
        raw = zipped({f"{number:02}.zip": raw for number in range(16)})

    rows = captures_from("a.zip", raw)

    assert len(rows) < 300
    assert any(isinstance(row, Rejected) and row.item == "a.zip" for row in rows)


def test_headers_that_claim_gigabytes_are_not_believed() -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 3 * 2**30
    raw = info.tobuf(tarfile.GNU_FORMAT) + bytes(2**21)

    (row,) = captures_from("a.tar", raw)

    assert isinstance(row, Rejected)
    assert "headers of more than a megabyte" in row.reason


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    path.write_bytes(zipped({"../evil.txt": b"The ferry sank.", "/etc/evil.txt": b"Words here."}))

    rows = list(read_paths([str(path)]))

    assert [Path(row.item).name for row in rows] == ["evil.txt", "evil.txt"]
    assert [one.name for one in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_a_word_file_that_opens_with_a_picture_is_no_archive() -> None:
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>The ferry sank off Larvik.</w:t></w:r></w:p></w:body></w:document>'
    raw = zipped(
        {
            "word/media/image1.png": b"\x89PNG" + bytes(range(256)) * 400,
            "[Content_Types].xml": types,
            "word/document.xml": body.encode(),
        },
        method=0,
    )

    (row,) = captures_from("letter", raw)

    assert isinstance(row, Capture)
    assert "The ferry sank off Larvik." in row.text


def test_a_member_without_a_name_is_read() -> None:
    raw = zipped({"x": b"The ferry sank off Larvik."})
    at = raw.index(b"PK\x01\x02")
    local, directory, end = raw[:at], raw[at : raw.index(b"PK\x05\x06")], raw[-22:]
    local = local[:26] + b"\0\0" + local[28:30] + local[31:]
    directory = directory[:28] + b"\0\0" + directory[30:46] + directory[47:]
    end = end[:12] + struct.pack("<LL", len(directory), len(local)) + end[20:]

    (row,) = captures_from("a.zip", local + directory + end)

    assert isinstance(row, Capture)
    assert row.item == "a.zip/unnamed"


def test_a_zip_archive_that_breaks_off_gives_its_whole_members() -> None:
    members = {"one.txt": b"The ferry sank.", "a.png": b"\x89PNG", "two.txt": b"It was towed." * 90}
    raw = zipped(members)

    rows = captures_from("a.zip", raw[: raw.index(b"two.txt") + 9])
    (lost,) = captures_from("a.zip", raw[:20])

    captures, rejected = _split(rows)
    assert [capture.item for capture in captures] == ["a.zip/one.txt"]
    assert "damaged ZIP" in rejected["a.zip"]
    assert isinstance(lost, Rejected)


def test_two_members_of_one_name_are_told_apart() -> None:
    inner = {"a.txt": b"The ferry was towed to Horten.", "../a.txt": b"The ferry is at Horten now."}

    rows = captures_from("t.tar", tarred(inner))

    assert [row.item for row in rows] == ["t.tar/a.txt", "t.tar/a.txt (2)"]


def test_two_members_of_one_name_and_content_count_once(tmp_path: Path) -> None:
    text = b"The ferry was towed to Horten."
    (tmp_path / "t.tar").write_bytes(tarred({"a.txt": text, "./a.txt": text}))

    first, second = read_paths([str(tmp_path / "t.tar")])

    assert isinstance(first, Capture)
    assert isinstance(second, Rejected)
    assert "copy of" in second.reason


def test_posts_in_an_account_archive_of_x_are_read_and_other_scripts_passed_over() -> None:
    archive = zipped({"data/tweets.js": sample("x/tweets.js"), "assets/js/main.js": b"run();"})

    rows = captures_from("x.zip", archive)

    assert [row.item for row in rows] == ["x.zip/data/tweets.js#1", "x.zip/data/tweets.js#2"]
    assert all(isinstance(row, Capture) for row in rows)


def test_a_damaged_member_that_shares_its_name_costs_itself_alone() -> None:
    text, other = b"The ferry was towed to Horten.", b"The ferry is at Horten, said the master."
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for content in (text, other, text + b" It floats."):
            archive.writestr("a.txt", content)
    damaged = raw.getvalue().replace(other, other[::-1])

    rows = captures_from("t.zip", damaged)

    assert [type(row) for row in rows] == [Capture, Rejected, Capture]
    assert [row.item for row in rows] == ["t.zip/a.txt", "t.zip/a.txt (2)", "t.zip/a.txt (3)"]
