"""What proposes events: the rules, or a language model."""
