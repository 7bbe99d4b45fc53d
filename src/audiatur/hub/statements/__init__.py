"""The hub's part on statements and speakers."""
