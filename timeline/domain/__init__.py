"""The values that everything else speaks of: frozen, validated, without I/O, clock or environment."""
