"""Publishing: released items out as RSS, Atom, JSON Feed and JSON-LD."""
