"""Lead a group through a session: which screen, which phase, how much time."""
