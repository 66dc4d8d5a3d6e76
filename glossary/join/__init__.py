"""Phones in the room: a server on the laptop lets everybody answer on a screen of their own."""
