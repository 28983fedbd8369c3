"""Where a copy has other words than the text copied, and what they touch.

`places` finds them; `kinds` asks whether another number (`numbers`), day (`days`), name (`names`)
or denial stands there, and not a letter misread (`slips`).
"""

from firsthand.copies.edits.places import edits, with_edits

__all__ = ["edits", "with_edits"]
