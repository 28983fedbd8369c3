"""Look at characters and words: pure functions on text, one module a subject."""
