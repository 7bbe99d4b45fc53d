"""Articles: from an entry or a page to the work itself: text, language, furniture, notice, origin, copies."""
