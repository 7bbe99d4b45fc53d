"""Feeds: bytes in, a feed and its entries out; lists of feeds; when to poll again."""
