"""Pages from the web, and from nowhere else: no address that is not public is ever connected to."""
