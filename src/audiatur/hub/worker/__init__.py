"""The worker: it claims feeds, fetches, stores, analyses."""
