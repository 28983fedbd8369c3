"""Say which stages run, in what order and with what settings."""

from firsthand.plan.news import NewsPlan, news_plan
from firsthand.plan.provenance import made_with
from firsthand.plan.shapes import Each, Grouped, Whole
from firsthand.plan.stages import Extract, StoryInput, WriteBrief

__all__ = [
    "Each",
    "Extract",
    "Grouped",
    "NewsPlan",
    "StoryInput",
    "Whole",
    "WriteBrief",
    "made_with",
    "news_plan",
]
