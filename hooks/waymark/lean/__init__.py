"""Light and safe pages: the built site reduced to what a watched, cheap phone needs."""
