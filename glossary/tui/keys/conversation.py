"""Keys of the screens on which partners write, compare, say back and agree."""

from glossary.locale import mark
from glossary.tui.keys.key import Key

ENTRY = (
    Key("ctrl+s", "save", mark("Save"), mark("Save now (also happens when leaving)")),
    Key("enter", "write", mark("Write"), mark("Write here, while phones answer")),
    Key("ctrl+n", "next_partner", mark("Next partner"), mark("Save and go to the next partner")),
    Key("ctrl+b", "cases", mark("Cases"), mark("To the boundary cases, or back to the text")),
    Key("tab", "app.focus_next", "", mark("Next field")),
    Key("ctrl+l", "confirm_lens", "", mark("Confirm the lens, or take that back")),
    Key("ctrl+o", "other_lens", "", mark("Choose a lens from all of them")),
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

COMPARE = (
    Key("space,pagedown", "page(1)", mark("Page"), mark("Next page of partners")),
    Key("backspace,pageup", "page(-1)", "", mark("Previous page of partners")),
    Key("n,right", "step(1)", mark("Next"), mark("Next term")),
    Key("p,left", "step(-1)", "", mark("Previous term")),
    Key("m", "all_marks", mark("Marks"), mark("Show all marks, or only those that matter")),
    Key("w", "why", mark("Why"), mark("What to talk about, in sentences")),
    Key("e", "enter_definition", mark("Fill in"), mark("Write what a partner means by this term")),
    Key("i", "about", "", mark("Why it is loaded, questions, cases, who is silent")),
    Key("a", "agree", mark("Agree"), mark("Find one wording, ask for consent, close")),
    Key("r", "restate", "", mark("Restate in turns what others mean")),
    Key("1", "light(1)", mark("Speaker"), mark("Light one partner; again shows all"), shown="1–9"),
    *(Key(str(digit), f"light({digit})") for digit in range(2, 10)),
    Key("down", "speak(1)", "", mark("The next partner speaks")),
    Key("up", "speak(-1)", "", mark("The previous partner speaks")),
    Key("v", "difference", mark("Difference"), mark("Name a difference between partners")),
    Key("l", "view('lenses')", mark("Lenses"), mark("Who looks through which lens")),
    Key("g", "view('cases')", mark("Cases"), mark("Who says what of the boundary cases")),
    Key("k", "card", mark("Card"), mark("A conversation card")),
    Key("A", "hide_names", mark("Anonymous"), mark("Letters in the place of names, or names")),
    Key("f", "focus_on", mark("Two"), mark("Look at two partners only")),
    Key("T", "temperature", "", mark("How heated is it?")),
    Key("enter", "pick", "", mark("Choose the partner that is lit")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("h", "history", "", mark("How this term changed, commit by commit")),
    Key("escape", "back", mark("Back"), mark("Show all partners, or back to the list")),
)

# What matters on the compare screen while partners speak in turns, the most important first.
IN_TURNS = (
    "page(1)",
    "light(1)",
    "difference",
    "view('lenses')",
    "view('cases')",
    "card",
    "hide_names",
)

ABOUT = (Key("escape,i,q", "back", mark("Back"), mark("Back to where you were")),)

MATRIX = (
    Key("escape,q", "back", mark("Back"), mark("Back to the definitions")),
    Key("space,pagedown", "page(1)", mark("Page"), mark("Next page")),
    Key("backspace,pageup", "page(-1)", "", mark("Previous page")),
    Key("l", "view('lenses')", mark("Lenses"), mark("Who looks through which lens")),
    Key("g", "view('cases')", mark("Cases"), mark("Who says what of the boundary cases")),
    Key("A", "hide_names", mark("Anonymous"), mark("Letters in the place of names, or names")),
)

DIFFERENCE = (
    Key("enter", "go_on", mark("Go on"), mark("From partners to kind to sentence; then save")),
    Key("ctrl+s", "save", mark("Save"), mark("Save the difference")),
    Key("escape", "back", mark("Back"), mark("Back to the definitions")),
)

SIGNALS = (
    Key("r", "remove", mark("Remove"), mark("Take back a difference that people named")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("A", "hide_names", mark("Anonymous"), mark("Letters in the place of names, or names")),
    Key("escape,w,q", "back", mark("Back"), mark("Back to the definitions")),
)

RESTATE = (
    Key("ctrl+s", "save", mark("Done"), mark("Save, and ask the owner whether this is it")),
    Key("ctrl+n", "turn(1)", mark("Next turn"), mark("Save and go to the next turn")),
    Key("enter", "write", mark("Write"), mark("Write here, while phones answer")),
    Key("ctrl+n,enter", "go_on", "", mark("Go on to the next phase when no turn is left")),
    Key("left,right", "choose_turn", "", mark("Choose a turn to do it again when none is left")),
    Key("ctrl+b", "turn(-1)", "", mark("Save and go back to the turn before")),
    Key("ctrl+o", "skip", mark("Skip"), mark("Leave this turn out; that is noted")),
    Key("ctrl+k", "card", mark("Card"), mark("A conversation card"), priority=True),
    Key("escape", "back", mark("Back"), mark("Save and go back")),
    Key("f4", "meaning", mark("Meaning"), mark("Show what the owner wrote"), priority=True),
)

AGREEMENT = (
    Key("f4", "panel('draft')", "", mark("Draft one wording"), priority=True),
    Key("f5", "panel('positions')", "", mark("Ask every partner for a position"), priority=True),
    Key("f6", "panel('outcome')", "", mark("Say how the conversation ended"), priority=True),
    Key("f7", "open_field('example')", "", mark("Give an example"), priority=True),
    Key("f8", "open_field('counterexample')", "", mark("Give a counterexample"), priority=True),
    Key("ctrl+e", "close_round", "", mark("Close the round without those who are absent")),
    Key("pagedown", "page(1)", "", mark("Read on in a long wording"), priority=True),
    Key("pageup", "page(-1)", "", mark("Read back in it"), priority=True),
    Key("r", "add_reason", "", mark("Add a reason to a position that needs none")),
    Key("h", "earlier_rounds", "", mark("Earlier rounds of positions (outside the text)")),
    Key("T", "temperature", "", mark("How heated is it? (outside the text)")),
    Key("ctrl+z", "undo", "", mark("Take back the last change (outside the text)")),
    Key("ctrl+y", "redo", "", mark("Make it again (outside the text)")),
    Key("ctrl+s", "save", mark("Save"), mark("Save now (also happens when leaving)")),
    Key("ctrl+s", "record", mark("Record"), mark("Record the outcome that is chosen")),
    Key("x", "export", "", mark("Write the minutes, at the close (outside the text)")),
    Key("w", "rate", "", mark("Ask how well each knows what the others mean, at the close")),
    Key("backspace", "unrate", "", mark("Take such an answer back (outside the text)")),
    Key("ctrl+n", "next_panel", mark("Next phase"), mark("From draft to consent to close")),
    Key("n", "next_panel", "", mark("The same, outside the text")),
    Key("n", "onward", mark("Overview"), mark("To the overview of the session, for the next term")),
    Key("ctrl+n", "onward", mark("Overview"), mark("The same, also from a text")),
    Key("o", "reopen", mark("Open again"), mark("Open a conversation again that was closed")),
    Key("k", "card", mark("Card"), mark("A conversation card (outside the text)")),
    Key("ctrl+k", "card", mark("Card"), mark("A conversation card"), priority=True),
    Key("f9", "history", "", mark("How this term changed, commit by commit"), priority=True),
    Key("ctrl+b", "points", "", mark("What the draft settles, and the boundary cases")),
    Key("ctrl+o", "exit('differ')", "", mark("Another way out: each its own name")),
    Key("ctrl+r", "exit('renamed')", "", mark("Another way out: a new term")),
    Key("ctrl+l", "exit('parked')", "", mark("Another way out: park it")),
    Key("ctrl+t", "restate", "", mark("Restate in turns what others mean")),
    Key("escape", "back", mark("Back"), mark("Save and go back")),
)

ROUNDS = (Key("escape,h,q", "back", mark("Back"), mark("Back to the positions")),)

CARD = (
    Key("space,k,right", "turn(1)", mark("Next card"), mark("The card that helps most after this")),
    Key("escape,q", "back", mark("Back"), mark("Back to the conversation")),
    Key("backspace,left", "turn(-1)", mark("Previous"), mark("The card before this one")),
)

TEMPERATURE = (
    Key("backspace", "forget", "", mark("Take an answer back")),
    Key("k", "card", mark("Card"), mark("A conversation card")),
    Key("escape,T,q", "back", mark("Back"), mark("Back to the conversation")),
)
