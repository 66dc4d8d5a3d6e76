"""Where the server and its pages meet: what a phone is shown, and what becomes of its answer."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from glossary.formats.html_text import Html


class Shown(NamedTuple):
    """What a phone sees now.

    `html` is what stands in <main>. `place` changes when what this partner is asked changes
    (term, phase, question), and tells nothing of others; after a restart of the program the same
    question has the same one, so that what was typed finds its field again.
    """

    html: Html
    place: str


class Given(NamedTuple):
    """What became of an answer: `is_kept` when it is on disk.

    `html` asks further (a conflict, a reason that is missing, a refusal); None leads to what is
    asked next, where `told` is said of the answer: `on` says behind /q/ what that is, and "" is
    where the group is.
    """

    is_kept: bool
    html: Html | None = None
    told: str = ""
    on: str = ""


class Pages(Protocol):
    """Called in threads, several at a time. Raises GlossaryError with a sentence for the phone.

    `language` is "nl" or "en"; it is spoken already. `hidden` belongs in every form, which posts
    to the address of its page: no `action` is needed. What is typed in a form is kept on the
    phone under its `data-keep`, so that it is there again wherever that is asked; without one,
    as long as the place of the page is the same.
    """

    def show(self, partner: str, question: str, language: str, hidden: Html) -> Shown:
        """The page for a partner: this question of its own, or the first open one.

        `question` is what stands behind /q/ in the address, and may be anything that somebody
        typed there; "" and what is unknown is the first.
        """

    def give(self, partner: str, form: Mapping[str, str], language: str, hidden: Html) -> Given:
        """Write down an answer; the same one twice is the same as once.

        Lines end in a line feed alone; of a name that a form has twice the last value counts.
        """

    def typed(self, form: Mapping[str, str], language: str) -> Html:
        """What somebody typed in a form that is not taken, to be copied; nothing where that is.

        Nothing else is in it, nor is anything looked up: whoever asks may be a stranger.
        """
