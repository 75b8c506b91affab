"""The model's door: the only place that speaks to a provider."""
