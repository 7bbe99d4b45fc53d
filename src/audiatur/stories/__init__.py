"""Stories: which articles tell of the same event, decided as they arrive."""
