"""What goes over the wire beside the Timeline JSON: requests and answers of the service's own."""
