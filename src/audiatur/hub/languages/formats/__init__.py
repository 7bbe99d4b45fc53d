"""How dates and numbers are written in forms and by Django itself, where this hub differs from what Django does."""
