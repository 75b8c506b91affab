"""Traces by OpenTelemetry, an extra: without the package, spans are nothing and cost next to nothing."""
