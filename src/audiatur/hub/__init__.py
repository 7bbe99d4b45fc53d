"""The hub: one Django app that keeps, publishes and works."""
