"""Copies to carry away: the built site as zips that work from a folder, and as one file a locale."""

from waymark.pack.built import Built, read_built
from waymark.pack.make import Order, chosen, make
from waymark.pack.manifest import Content, State
from waymark.pack.write import write

__all__ = ["Built", "Content", "Order", "State", "chosen", "make", "read_built", "write"]
