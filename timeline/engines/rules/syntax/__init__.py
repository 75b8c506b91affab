"""A shallow parse: words with their parts of speech, phrases, and clauses with their subjects and objects."""
