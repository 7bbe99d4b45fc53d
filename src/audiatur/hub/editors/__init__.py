"""The hub's part on the people who answer for the hub."""
