"""Fetching: the only room that opens outbound sockets."""
