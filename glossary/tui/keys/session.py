"""Keys with which a facilitator leads a group through a session."""

from collections.abc import Iterable

from glossary.locale import mark
from glossary.tui.keys.key import Key, key_name

# While a session goes on. Letters lead on only where nobody types.
SESSION = (
    Key("n", "next_phase", mark("Next phase"), mark("Go on to the next phase")),
    Key("ctrl+g", "facilitate", mark("Menu"), mark("Open the facilitator's menu"), priority=True),
)

AGENDA = (
    Key("enter", "start", mark("Start"), mark("Keep this agenda and begin")),
    Key("space", "pick", mark("Choose"), mark("Choose this term for today, or not")),
    Key("shift+up,K", "shift(-1)", mark("Order"), mark("Have this term earlier")),
    Key("shift+down,J", "shift(1)", "", mark("Have this term later")),
    Key("greater_than_sign,full_stop", "longer(5)", "", mark("More minutes per term")),
    Key("less_than_sign,comma", "longer(-5)", "", mark("Fewer minutes per term")),
    Key("plus", "add_partner", mark("Partner"), mark("Add a partner")),
    Key("a", "pick_only", mark("Only"), mark("Choose this term for today and no other")),
    Key("o", "choose_set", "", mark("Open another term set")),
    Key("escape", "back", mark("Back"), mark("Keep the agenda as it was")),
)

PROGRESS = (
    Key("enter", "take_up", mark("Take up"), mark("Take this term up, where the group left it")),
    Key("x", "export", mark("Minutes"), mark("Write the set as Markdown to take home")),
    Key("p", "plan", mark("Plan"), mark("Choose and order the terms of today again")),
    Key("t", "today", mark("Today"), mark("What changed today")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("escape", "back", mark("List"), mark("Stop the clock and go back to the list")),
    Key("q", "app.quit", mark("Stop"), mark("Stop; the session goes on here next time")),
)

TODAY = (Key("escape,t,q", "back", mark("Back"), mark("Back to the overview")),)

NETWORKS = (
    Key("enter", "open", mark("Open"), mark("Open the room for phones on this network")),
    Key("c", "encrypt", mark("Certificate"), mark("With a certificate, or without")),
    Key("r", "look", mark("Look again"), mark("Look again which networks there are")),
    Key("escape,q", "back", mark("Back"), mark("Open nothing")),
)

PHONES = (
    Key("enter", "admit", mark("Let in"), mark("Let this phone in, or move it to a partner")),
    Key("delete,x", "remove", mark("Remove"), mark("Take this phone out")),
    Key("r", "rotate", mark("New code"), mark("Draw another code; the old one lets nobody in")),
    Key("c", "clear", "", mark("Send away all who wait, after a flood")),
    Key("s", "close", mark("Shut"), mark("Close the room for phones")),
    Key("escape,q", "back", mark("Back"), mark("Back to the conversation; phones stay")),
)

# The facilitator's menu: each key gives the guide the answer that it names.
MENU = (
    Key("1", "choose('collect')", "", mark("Collect: everybody writes, nobody sees the others")),
    Key("2", "choose('compare')", "", mark("Compare: reveal, and lay definitions side by side")),
    Key("3", "choose('restate')", "", mark("Restate: say in your own words what another means")),
    Key("4", "choose('draft')", "", mark("Draft: find one wording together")),
    Key("5", "choose('consent')", "", mark("Consent: ask every partner for a position")),
    Key("6", "choose('closed')", "", mark("Close: say how the conversation ended")),
    Key("n", "choose('next')", "", mark("The next phase")),
    Key("N", "choose('previous')", "", mark("The phase before")),
    Key("o", "choose('overview')", "", mark("Overview of the session")),
    Key("k", "choose('card')", "", mark("A conversation card")),
    Key("t", "choose('temperature')", "", mark("How heated is it?")),
    Key("A", "choose('names')", "", mark("Letters in the place of names, or names")),
    Key("m", "choose('phones')", "", mark("Phones in the room: everybody answers on its own")),
    Key("p", "choose('clock')", "", mark("Stop the clock, or let it run")),
    Key("plus,equals_sign", "choose('more')", "", mark("Five minutes more for this phase")),
    Key("minus", "choose('fewer')", "", mark("Five minutes fewer")),
    Key("c", "choose('hide')", "", mark("Hide the clock, or show it")),
    Key("b", "choose('projector')", "", mark("Large and bare for the beamer, or as usual")),
    Key("z", "choose('undo')", "", mark("Take back the last change")),
    Key("Z", "choose('redo')", "", mark("Make it again")),
    Key("escape,ctrl+g", "choose('')", "", mark("Back to the screen")),
)


def answer_of(key: Key) -> str:
    """What a key of the menu answers, in the words of `Guide.obey`."""
    return key.action.removeprefix("choose('").removesuffix("')")


def by_menu(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Keys of the menu as they are pressed outside it."""
    opens = key_name("ctrl+g")
    return tuple(key._replace(shown=f"{opens} {key_name(key.keys.split(',')[0])}") for key in keys)
