"""Documents to articles, and articles to numbered sentences with time tags."""
