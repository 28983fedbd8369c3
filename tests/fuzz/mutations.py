"""Samples broken at random: what readers meet when files are cut, glued, miscoded or made to hurt."""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

__all__ = ["broken", "samples"]

_SAMPLES = Path(__file__).parent.parent / "read" / "samples"
_STYLES = Path(__file__).parent.parent / "extract" / "styles"
_LARGEST = 200_000
_TOKENS = tuple(
    token.encode()
    for token in (
        "<", ">", "&", "&#0;", "&#x110000;", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [", '<!ENTITY a "b">', "<?xml?>",
        "{", "}", "[", "]", '"', "\\u0000", "\\ud800", "null", "1e999", "-1", "99999999999999999999", "\x00", "\x1b", "\ufeff",
        "\u202e", "\r", "\n\n", "\n\n\n\n", "\t", "\x0c", "%s", "../", "http://", "From ", "\r\n\r\n", "--boundary", "=?utf-8?q?", "=\n",
        "obj", "endobj", "stream", "endstream", "/Kids", "/Length 99999999", "<<", ">>", "xref", "PK\x03\x04", "00:00:01,000 --> 00:00:02,000",
        "WEBVTT", "Q    ", "MR. X: ", "#", "---", "```", "|", ",", ";", '""', "\u2028", "\u0e01", "中", "é", "1970-01-01", "99/99/9999", "T25:61:61Z",
        "+99:99", "September 31, 0000", "By ", "(Reuters)", "<p>", "</p>", "<div>", "<script>", "<table>", "<a href=x>",
    )
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")


def samples() -> dict[str, bytes]:
    """Every sample file of the readers and the page styles, by its name."""
    found = {}
    for folder in (_SAMPLES, _STYLES):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.stat().st_size <= _LARGEST:
                found[str(path.relative_to(folder.parent))] = path.read_bytes()
    return found


def broken(known: Sequence[bytes], seed: int) -> bytes:
    """One of `known`, changed in one to eight ways that `seed` decides."""
    chance = Random(seed)
    raw = bytearray(chance.choice(known))
    if raw[:2] == b"\x1f\x8b" and chance.random() < 0.7:
        try:
            raw = bytearray(gzip.decompress(bytes(raw)))
        except (OSError, EOFError):
            pass
        else:
            return gzip.compress(bytes(_changed(raw, known, chance)), mtime=0)
    return bytes(_changed(raw, known, chance))


def _changed(raw: bytearray, known: Sequence[bytes], chance: Random) -> bytearray:
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(raw))
        to = min(len(raw), at + chance.choice((1, 4, 30, 400, 5000)))
        match chance.randint(0, 10):
            case 0:
                raw[at:to] = b""
            case 1:
                raw[at:at] = raw[at:to]
            case 2:
                raw[at:at] = chance.choice(_TOKENS)
            case 3:
                raw[at:at] = chance.choice(_TOKENS) * chance.choice((2, 50, 3000))
            case 4:
                raw[at:] = b""
            case 5:
                other = chance.choice(known)
                begin = chance.randint(0, len(other))
                raw[at:to] = other[begin : begin + chance.choice((10, 300, 8000))]
            case 6:
                raw[at:at] = bytes(raw[at:to][:40]) * chance.choice((10, 1000))
            case 7:
                for spot in range(at, to, chance.choice((1, 3, 17))):
                    raw[spot] ^= 1 << chance.randint(0, 7)
            case 8:
                found = list(_NUMBER.finditer(raw, at, min(len(raw), at + 2000)))
                if found:
                    number = chance.choice(found)
                    value = chance.choice((b"0", b"-1", b"4294967295", b"9" * 40, b"1.5", b"NaN"))
                    raw[number.start() : number.end()] = value
            case 9:
                raw = _recoded(raw, chance)
            case _:
                lines = raw.split(b"\n")
                one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                raw = bytearray(b"\n".join(lines))
    return raw[: 4 * 2**20]


def _recoded(raw: bytearray, chance: Random) -> bytearray:
    """The same characters in another encoding, or bytes read in the wrong one."""
    was = chance.choice(("utf-8", "cp1252", "latin-1"))
    now = chance.choice(("utf-16", "utf-16-le", "cp1251", "shift_jis", "utf-8", "utf-7", "latin-1"))
    return bytearray(bytes(raw).decode(was, "replace").encode(now, "replace"))
