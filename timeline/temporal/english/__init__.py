"""English: its time words and its rules, as tables."""
