"""Definitions one after the other, marks in words: for screen readers and pipes."""

from collections.abc import Iterator, Mapping, Sequence

from glossary.cli.marks import Mark, Run
from glossary.domain import one_line


def linear(
    columns: Sequence[tuple[str, Sequence[Run]]], known: Mapping[str, Mark]
) -> Iterator[str]:
    """Per partner its name, its text, and per mark the words that carry it."""
    for name, text in columns:
        yield ""
        yield f"{name}:"
        yield "".join(run.text for run in text)
        for mark in known.values():
            words = [f"“{one_line(run.text)}”" for run in text if run.mark == mark]
            if words:
                yield f"- {mark.word}: {', '.join(words)}"
