"""The rules engine: events read from an article without a model, by tables of trigger words and a shallow parse."""
