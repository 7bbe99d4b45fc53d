"""The engines against their data, with floors that only rise."""
