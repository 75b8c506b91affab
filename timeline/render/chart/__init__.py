"""The drawing of a timeline to scale."""
