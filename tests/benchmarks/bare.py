"""The least that Textual can be asked for; with an argument also a line to type in."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Bare(App[None]):
    """One word, and perhaps a line to type in."""

    def compose(self) -> ComposeResult:
        yield Static("barewords")
        if len(sys.argv) > 1:
            yield Input()


if __name__ == "__main__":
    Bare().run()
