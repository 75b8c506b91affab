"""News text to a timeline of dated, sourced event records, each proved against the article."""
