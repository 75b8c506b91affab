"""Time expressions of news English, resolved against a publication date."""
