"""Primary records in the hub: which articles are, the index by which they are found, the traces of quotations."""
