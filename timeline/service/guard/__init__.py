"""Who may ask, how often and how much, and what a browser may do with the answer."""
