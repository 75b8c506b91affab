"""The words that name events, family by family, each with its type and how its arguments are read."""
