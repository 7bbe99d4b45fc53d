"""The feeds that the hub gives out."""
