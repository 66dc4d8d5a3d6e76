"""Every key and what it does, in one place: bindings, key bar, help and palette read it."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType

from glossary.locale import gettext, mark


class Key(NamedTuple):
    """A key (or several, with commas), the action that it runs and the words for it.

    `label` stands in the key bar (a word or two), `help` explains it on the help screen. A key
    without label is left out of the bar. Labels and helps are catalogue ids. `shown` stands for
    the key where it is one of several that do the like.
    """

    keys: str
    action: str
    label: str = ""
    help: str = ""
    priority: bool = False
    shown: str = ""


EVERYWHERE = (
    Key("f1", "help", mark("Help"), mark("Explain this screen and its keys")),
    Key("f2", "switch_theme", "", mark("Switch between light and dark")),
    Key("f3", "switch_language", "", mark("Switch between Dutch and English")),
    Key("ctrl+p", "command_palette", "", mark("Find a command by its name")),
    Key("ctrl+q", "quit", "", mark("Stop; everything is saved"), priority=True),
)

TOUR = (Key("f10", "end_tour", "", mark("End the tour of the demo")),)

# While a session goes on. Letters lead on only where nobody types.
SESSION = (
    Key("n", "next_phase", mark("Next phase"), mark("Go on to the next phase")),
    Key("ctrl+g", "facilitate", mark("Menu"), mark("Open the facilitator's menu"), priority=True),
)

LIBRARY = (
    Key("enter", "open_term", mark("Open"), mark("Lay the definitions of this term side by side")),
    Key("e", "enter_definition", mark("Fill in"), mark("Write what a partner means by this term")),
    Key("a", "agree", mark("Agree"), mark("Draft, positions and outcome of this term")),
    Key("r", "restate", "", mark("Say back in turns what others mean")),
    # With priority, so that letters typed right behind it already go to the find line.
    Key("slash", "find", mark("Find"), mark("Find a term while typing"), priority=True),
    Key("s", "session", mark("Session"), mark("Lead the group through a session")),
    Key("o", "choose_set", "", mark("Open another term set")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("x", "export", mark("Export"), mark("Write the set as Markdown to take home")),
    Key("h", "history", "", mark("How this term changed, commit by commit")),
    Key("q", "quit", mark("Stop"), mark("Stop; everything is saved")),
)

COMPARE = (
    Key("space,pagedown", "page(1)", mark("More"), mark("Next page of partners")),
    Key("backspace,pageup", "page(-1)", "", mark("Previous page of partners")),
    Key("n,right", "step(1)", mark("Next"), mark("Next term")),
    Key("p,left", "step(-1)", "", mark("Previous term")),
    Key("m", "all_marks", mark("Marks"), mark("Show all marks, or only those that matter")),
    Key("w", "why", mark("Why"), mark("What to talk about, in sentences")),
    Key("e", "enter_definition", mark("Fill in"), mark("Write what a partner means by this term")),
    Key("a", "agree", mark("Agree"), mark("Draft, positions and outcome of this term")),
    Key("r", "restate", "", mark("Say back in turns what others mean")),
    Key("k", "card", "", mark("A conversation card")),
    Key("T", "temperature", "", mark("How heated is it?")),
    Key("1", "light(1)", mark("Speaker"), mark("Light one partner; again shows all"), shown="1–9"),
    *(Key(str(digit), f"light({digit})") for digit in range(2, 10)),
    Key("down", "speak(1)", "", mark("The next partner speaks")),
    Key("up", "speak(-1)", "", mark("The previous partner speaks")),
    Key("l", "view('lenses')", mark("Lenses"), mark("Who speaks from which angle")),
    Key("v", "difference", mark("Difference"), mark("Name a difference between partners")),
    Key("g", "view('cases')", mark("Cases"), mark("Who says what of the boundary cases")),
    Key("A", "hide_names", mark("Anonymous"), mark("Letters in the place of names, or names")),
    Key("f", "focus_on", mark("Two"), mark("Look at two partners only")),
    Key("enter", "pick", "", mark("Choose the partner that is lit")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("h", "history", "", mark("How this term changed, commit by commit")),
    Key("escape", "back", mark("Back"), mark("Show all partners, or back to the list")),
)

# Keys of the compare screen that have less right to the key bar: those of a conversation in turns
# where there is none, and those for one's own work where there is.
IN_TURNS = {"light(1)", "view('lenses')", "view('cases')", "difference", "hide_names", "focus_on"}
ALONE = {"all_marks", "enter_definition", "agree", "step(1)", "why"}

MATRIX = (
    Key("space,pagedown", "page(1)", mark("More"), mark("Next page")),
    Key("backspace,pageup", "page(-1)", "", mark("Previous page")),
    Key("l", "view('lenses')", mark("Lenses"), mark("Who speaks from which angle")),
    Key("g", "view('cases')", mark("Cases"), mark("Who says what of the boundary cases")),
    Key("A", "hide_names", mark("Anonymous"), mark("Letters in the place of names, or names")),
    Key("escape,q", "back", mark("Back"), mark("Back to the definitions")),
)

DIFFERENCE = (
    Key("enter", "go_on", mark("Go on"), mark("From partners to kind to sentence; then save")),
    Key("ctrl+s", "save", mark("Save"), mark("Save the difference")),
    Key("escape", "back", mark("Back"), mark("Back to the definitions")),
)

ENTRY = (
    Key("ctrl+s", "save", mark("Save"), mark("Save now (also happens when leaving)")),
    Key("ctrl+n", "next_partner", mark("Next partner"), mark("Save and go to the next partner")),
    Key("ctrl+l", "confirm_lens", "", mark("Confirm the angle, or take that back")),
    Key("ctrl+o", "other_lens", "", mark("Name another angle")),
    Key("ctrl+t", "type_for", mark("Type for"), mark("The facilitator types for this partner")),
    Key("f4", "open_field('example')", "", mark("Give an example"), priority=True),
    Key("f5", "open_field('counterexample')", "", mark("Give a counterexample"), priority=True),
    Key("f6", "open_field('belief')", "", mark("Say what you believe about it"), priority=True),
    Key("f7", "open_field('interest')", "", mark("Say why it matters to you"), priority=True),
    Key("f8", "open_field('as_partner')", "", mark("Say it as a partner"), priority=True),
    Key("f9", "open_field('source')", "", mark("Name the source"), priority=True),
    Key("plus", "add_partner", "", mark("Add a partner (outside the text)")),
    Key("escape", "back", mark("Back"), mark("Save and go back")),
)

RESTATE = (
    Key("ctrl+s", "save", mark("Done"), mark("Save, and ask the owner whether this is it")),
    Key("ctrl+n", "turn(1)", mark("Next turn"), mark("Save and go to the next turn")),
    Key("ctrl+b", "turn(-1)", "", mark("Save and go back to the turn before")),
    Key("ctrl+o", "skip", mark("Skip"), mark("Leave this turn out; that is noted")),
    Key("f4", "meaning", mark("Meaning"), mark("Show what the owner wrote"), priority=True),
    Key("escape", "back", mark("Back"), mark("Save and go back")),
)

SIGNALS = (
    Key("r", "remove", mark("Remove"), mark("Take back a difference that people named")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("A", "hide_names", mark("Anonymous"), mark("Letters in the place of names, or names")),
    Key("escape,w,q", "back", mark("Back"), mark("Back to the definitions")),
)

HISTORY = (
    Key("space,pagedown", "page(1)", mark("More"), mark("Next page")),
    Key("backspace,pageup", "page(-1)", "", mark("Previous page")),
    Key("down,j", "move(1)", mark("Older"), mark("Older commit")),
    Key("up,k", "move(-1)", "", mark("Newer commit")),
    Key("1", "since('all')", "", mark("Show everything")),
    Key("2", "since('agreed')", "", mark("Only what came after the outcome was recorded")),
    Key("3", "since('here')", "", mark("Only what came after the commit of the cursor")),
    Key("n,right", "partner(1)", mark("Next partner"), mark("Only the words of the next partner")),
    Key("p,left", "partner(-1)", "", mark("Only the words of the previous partner")),
    Key("0", "everybody", "", mark("The words of everybody, and of the group")),
    Key("escape,h,q", "back", mark("Back"), mark("Back to the screen")),
)

FIND = (
    Key("enter", "screen.open_term", mark("Open")),
    Key("down", "screen.move_list(1)"),
    Key("up", "screen.move_list(-1)"),
    Key("pagedown", "screen.move_list_page(1)"),
    Key("pageup", "screen.move_list_page(-1)"),
    Key("escape", "screen.clear", mark("Clear"), mark("Stop finding")),
)

SETS = (
    Key("enter", "choose", mark("Open"), mark("Open this term set")),
    Key("n", "make", mark("New set"), mark("Make a set of your own from a starter")),
    Key("escape,q", "back", mark("Back"), mark("Keep the present set")),
)

NEW_SET = (
    Key("enter", "go_on", mark("Go on"), mark("From the words to the title to the partners")),
    Key("ctrl+s", "make", mark("Make"), mark("Make the set and open it")),
    Key("escape", "back", mark("Back"), mark("Make nothing")),
)

EXPORT = (
    Key("enter", "screen.write", mark("Write"), mark("Write the file")),
    Key("escape", "screen.back", mark("Back"), mark("Write nothing")),
)

HELP = (Key("escape,f1,q", "back", mark("Back"), mark("Back to the screen")),)

QUESTION = (
    Key("pagedown", "page(1)"),
    Key("pageup", "page(-1)"),
    Key("escape", "decline", mark("Back"), mark("Change nothing")),
)

AGREEMENT = (
    Key("f4", "panel('draft')", "", mark("Draft one wording"), priority=True),
    Key("f5", "panel('positions')", "", mark("Ask every partner for a position"), priority=True),
    Key("f6", "panel('outcome')", "", mark("Say how the conversation ended"), priority=True),
    Key("f7", "open_field('example')", "", mark("Give an example"), priority=True),
    Key("f8", "open_field('counterexample')", "", mark("Give a counterexample"), priority=True),
    Key("ctrl+e", "close_round", "", mark("Close the round without those who are absent")),
    Key("h", "earlier_rounds", "", mark("Earlier rounds of positions (outside the text)")),
    Key("k", "card", "", mark("A conversation card (outside the text)")),
    Key("T", "temperature", "", mark("How heated is it? (outside the text)")),
    Key("ctrl+z", "undo", "", mark("Take back the last change (outside the text)")),
    Key("ctrl+y", "redo", "", mark("Make it again (outside the text)")),
    Key("ctrl+s", "save", mark("Save"), mark("Save now (also happens when leaving)")),
    Key("f9", "history", "", mark("How this term changed, commit by commit"), priority=True),
    Key("ctrl+b", "points", "", mark("What the draft settles, and the boundary cases")),
    Key("ctrl+o", "exit('differ')", "", mark("Another way out: each keeps its own name")),
    Key("ctrl+r", "exit('renamed')", "", mark("Another way out: a new term")),
    Key("ctrl+l", "exit('parked')", "", mark("Another way out: park it")),
    Key("ctrl+t", "restate", "", mark("Say back in turns what others mean")),
    Key("ctrl+n", "next_panel", mark("Next step"), mark("From draft to positions to outcome")),
    Key("escape", "back", mark("Back"), mark("Save and go back")),
)

ROUNDS = (Key("escape,h,q", "back", mark("Back"), mark("Back to the positions")),)

CARD = (
    Key("space,k,right", "turn(1)", mark("Next card"), mark("The card that helps most after this")),
    Key("backspace,left", "turn(-1)", mark("Previous"), mark("The card before this one")),
    Key("escape,q", "back", mark("Back"), mark("Back to the conversation")),
)

TEMPERATURE = (
    Key("backspace", "forget", "", mark("Take an answer back")),
    Key("k", "card", mark("Card"), mark("A conversation card")),
    Key("escape,T,q", "back", mark("Back"), mark("Back to the conversation")),
)

PROGRESS = (
    Key("enter", "take_up", mark("Take up"), mark("Take this term up, where the group left it")),
    Key("p", "plan", mark("Plan"), mark("Choose and order the terms of today again")),
    Key("t", "today", mark("Today"), mark("What changed today")),
    Key("x", "export", mark("Export"), mark("Write the set as Markdown to take home")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("escape", "back", mark("List"), mark("Stop the clock and go back to the list")),
    Key("q", "app.quit", mark("Stop"), mark("Stop; the session goes on here next time")),
)

AGENDA = (
    Key("enter", "start", mark("Start"), mark("Keep this agenda and begin")),
    Key("space", "pick", mark("Choose"), mark("Choose this term for today, or not")),
    Key("shift+up,K", "shift(-1)", mark("Order"), mark("Have this term earlier")),
    Key("shift+down,J", "shift(1)", "", mark("Have this term later")),
    Key("greater_than_sign,full_stop", "longer(5)", "", mark("More minutes per term")),
    Key("less_than_sign,comma", "longer(-5)", "", mark("Fewer minutes per term")),
    Key("plus", "add_partner", mark("Partner"), mark("Add a partner")),
    Key("o", "choose_set", mark("Sets"), mark("Open another term set")),
    Key("escape", "back", mark("Back"), mark("Keep the agenda as it was")),
)

TODAY = (Key("escape,t,q", "back", mark("Back"), mark("Back to the overview")),)

# The facilitator's menu: each key gives the guide the answer that it names.
MENU = (
    Key("1", "choose('collect')", "", mark("Phase: everybody writes, nobody sees the others")),
    Key("2", "choose('compare')", "", mark("Phase: reveal, and lay definitions side by side")),
    Key("3", "choose('restate')", "", mark("Phase: say in your own words what another means")),
    Key("4", "choose('draft')", "", mark("Phase: find one wording")),
    Key("5", "choose('consent')", "", mark("Phase: ask every partner for a position")),
    Key("6", "choose('closed')", "", mark("Phase: say how the conversation ended")),
    Key("n", "choose('next')", "", mark("The next phase")),
    Key("N", "choose('previous')", "", mark("The phase before")),
    Key("o", "choose('overview')", "", mark("Overview of the session")),
    Key("k", "choose('card')", "", mark("A conversation card")),
    Key("t", "choose('temperature')", "", mark("How heated is it?")),
    Key("p", "choose('clock')", "", mark("Stop the clock, or let it run")),
    Key("plus,equals_sign", "choose('more')", "", mark("Five minutes more for this phase")),
    Key("minus", "choose('fewer')", "", mark("Five minutes fewer")),
    Key("c", "choose('hide')", "", mark("Hide the clock, or show it")),
    Key("b", "choose('projector')", "", mark("Large and bare for the beamer, or as usual")),
    Key("z", "choose('undo')", "", mark("Take back the last change")),
    Key("Z", "choose('redo')", "", mark("Make it again")),
    Key("escape,ctrl+g", "choose('')", "", mark("Back to the screen")),
)

_KEY_NAMES = {
    "slash": mark("/"),
    "space": mark("space"),
    "enter": mark("enter"),
    "escape": mark("esc"),
    "backspace": mark("backspace"),
    "pagedown": mark("page down"),
    "pageup": mark("page up"),
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "comma": ",",
    "equals_sign": "=",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
}


def in_session(keys: Iterable[Key], *, steps_on: bool) -> tuple[Key, ...]:
    """Keys to explain while a session goes on: its own first, its menu last.

    The letter that leads on is one of them on a screen that `steps_on`.
    """
    opens = key_name("ctrl+g")
    menu = (key._replace(shown=f"{opens} {key_name(key.keys.split(',')[0])}") for key in MENU)
    own = SESSION if steps_on else SESSION[1:]
    return (*own, *keys, *menu)


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual bindings of keys; their descriptions stay catalogue ids until they are shown."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=bool(key.label),
            priority=key.priority,
            key_display=key.shown or None,
        )
        for key in keys
    ]


def key_name(key: str) -> str:
    """How a key is called on screen in the reader's language: "ctrl+s" gives "^s"."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    name = _KEY_NAMES.get(key)
    return gettext(name) if name else key
