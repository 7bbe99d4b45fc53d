"""The language of the interface: how it is chosen for each answer, and how a reader keeps a choice."""
