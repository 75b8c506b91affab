"""Sentences, page layout and the shared lexicon."""
