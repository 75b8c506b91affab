"""What the rules know about English and the world, as tables without code."""
