"""Proof: drafts that point at an article become a timeline."""
