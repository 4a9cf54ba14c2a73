"""Template, claims, contacts and a locale in; Markdown out. The only user of Jinja2."""

from waymark.fill.calls import Call, calls_in
from waymark.fill.desk import Desk
from waymark.fill.messages import Messages, Said
from waymark.fill.page import fill

__all__ = ["Call", "Desk", "Messages", "Said", "calls_in", "fill"]
