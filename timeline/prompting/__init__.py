"""Prompt files: loaded, rendered, identified by their hash."""
