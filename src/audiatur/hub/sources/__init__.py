"""The hub's part on the register: outlets, their feeds, claims and policies."""
