"""audiatur: a news hub that lets the other side be heard too."""
