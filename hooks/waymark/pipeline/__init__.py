"""The order of the stages: seeds to claims, pages to segments to translations to filled Markdown."""

from waymark.pipeline.collect import collect_segments
from waymark.pipeline.project import Project, open_project
from waymark.pipeline.render import Rendered
from waymark.pipeline.settings import Settings, read_settings

__all__ = ["Project", "Rendered", "Settings", "collect_segments", "open_project", "read_settings"]
