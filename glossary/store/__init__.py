"""Term sets as TOML files: read, validate, edit with comments kept, save atomically."""
