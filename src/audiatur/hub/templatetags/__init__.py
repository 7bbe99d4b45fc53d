"""What the templates of the hub need beyond Django's own words."""
