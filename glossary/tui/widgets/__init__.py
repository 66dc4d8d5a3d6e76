"""Widgets that screens are made of; they show what they are given and do no I/O."""
