"""The hub's part on stories, topics and sides."""
