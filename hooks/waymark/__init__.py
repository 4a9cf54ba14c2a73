"""Waymark: cited, translated, light pages out of news articles. Knows nothing of MkDocs."""
