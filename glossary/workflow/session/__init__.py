"""Lead a group from silent entry to consent on the exact words."""
