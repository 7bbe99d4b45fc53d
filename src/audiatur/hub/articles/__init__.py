"""The hub's part on articles, their entries and their versions."""
