"""Run the Python of a page, and put what it prints below it.

``python -m tests.docs.pages PAGE…`` rewrites pages after a judgement has changed; read the
difference before it is committed.
"""

from __future__ import annotations

import io
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

__all__ = ["checked"]

_BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n^```text\n(?P<told>.*?)^```\n)?", re.DOTALL | re.MULTILINE
)


def checked(page: str) -> str:
    """The page with each ``text`` block holding what the ``python`` block above it prints.

    Blocks share one namespace, in the order of the page. A block that nothing is shown of is run
    all the same, and must print nothing.
    """
    space: dict[str, Any] = {"__name__": "page"}

    def run(block: re.Match[str]) -> str:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(block["code"], "page", "exec"), space)
        if block["told"] is None:
            assert printed.getvalue() == ""
            return block.group()
        return f"```python\n{block['code']}```\n\n```text\n{printed.getvalue()}```\n"

    return _BLOCK.sub(run, page)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(checked(path.read_text(encoding="utf-8")), encoding="utf-8")
