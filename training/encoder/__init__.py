"""How the sentence encoder's files are made."""
