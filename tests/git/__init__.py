"""Real repositories, with a set in them."""
