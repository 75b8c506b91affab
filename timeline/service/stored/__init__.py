"""What is stored: the events of all articles in order, single events, and the articles."""
