"""Thin functions over the git command; they read, and never run what a repository asks for."""
