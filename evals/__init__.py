"""How good the timelines are: hand-labelled articles, scores, runs, reports and the gate. Not shipped."""
