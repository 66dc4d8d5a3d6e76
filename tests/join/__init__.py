"""Phones in the room, over real connections on this machine."""
