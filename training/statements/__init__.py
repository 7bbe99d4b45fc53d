"""The recipe of the tagger of statements; see README.md."""
