"""A quotation's place in a primary record: transcripts, their speaker turns, the search, both wordings. Pure."""
