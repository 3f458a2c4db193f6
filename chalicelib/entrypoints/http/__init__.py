"""The HTTP side: how a request becomes a call of a service and its answer becomes a response."""
