"""Half characters that UTF-8 cannot hold."""

from __future__ import annotations

import re

__all__ = ["writable"]

_LONE = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """`text` with lone surrogates shown as U+FFFD, one for one, so that offsets still hold.

    A page's embedded data and the strings of JSON may hold them; UTF-8 cannot.
    """
    try:
        text.encode("utf-8")  # a tenth of the time that looking for them takes
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text
