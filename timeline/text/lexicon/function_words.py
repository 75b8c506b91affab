"""The small words that English prose cannot do without."""

from timeline.text.word_set import word_set

FUNCTION_WORDS = word_set(
    """a about after all also an and are as at be been before but by can could did do for from had has have he her his
    how if in into is it its more no not of on or other our out over said she should since so some than that the their
    them then there these they this those to under until up was we were what when where which while who will with
    would you"""
)
"""Articles, prepositions, pronouns, auxiliaries and conjunctions, the most frequent ones."""
