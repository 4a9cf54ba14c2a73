"""Markdown ⇄ segments: cut a page into translatable spans, join translations, refuse what bends it."""

from waymark.segments.inline import Malformed, markup, markup_masked, placeholders
from waymark.segments.scan import cut
from waymark.segments.shape import join, refuse, refused

__all__ = ["Malformed", "cut", "join", "markup", "markup_masked", "placeholders", "refuse", "refused"]
