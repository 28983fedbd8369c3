"""Findings to cited lines, timeline, matrix, ledger and graph; and their renderings."""

from firsthand.brief.assemble import make_brief

__all__ = ["make_brief"]
