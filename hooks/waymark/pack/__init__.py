"""Copies to carry away: the built site as zips that work from a folder, and as one file a locale."""
