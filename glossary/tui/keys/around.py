"""Keys of the list, of what lies around a conversation, and of every screen."""

from glossary.locale import mark
from glossary.tui.keys.key import Key

EVERYWHERE = (
    Key("question_mark,f1", "help", mark("Help"), mark("Explain this screen and its keys")),
    Key("f2", "switch_theme", "", mark("Switch between light and dark")),
    Key("f3", "switch_language", "", mark("Switch between Dutch and English")),
    Key("ctrl+p", "command_palette", "", mark("Find a command by its name")),
    Key("ctrl+q", "quit", "", mark("Stop; everything is saved"), priority=True),
)

TOUR = (Key("f10", "end_tour", "", mark("End the tour of the demo")),)

LIBRARY = (
    Key("enter", "open_term", mark("Open"), mark("Lay the definitions of this term side by side")),
    Key("e", "enter_definition", mark("Fill in"), mark("Write what a partner means by this term")),
    Key("s", "session", mark("Session"), mark("Lead the group through a session")),
    Key("r", "restate", "", mark("Restate in turns what others mean")),
    # With priority, so that letters typed right behind it already go to the find line.
    Key("slash", "find", mark("Find"), mark("Find a term while typing"), priority=True),
    Key("i", "about", mark("About"), mark("Why it is loaded, questions, cases, who is silent")),
    Key("a", "agree", mark("Agree"), mark("Find one wording, ask for consent, close")),
    Key("o", "choose_set", "", mark("Open another term set")),
    Key("n", "new_term", "", mark("Let a word join this set")),
    Key("delete", "remove_term", "", mark("Take this word out of the set")),
    Key("z", "undo", "", mark("Take back the last change")),
    Key("Z", "redo", "", mark("Make it again")),
    Key("x", "export", mark("Minutes"), mark("Write the set as Markdown to take home")),
    Key("h", "history", "", mark("How this term changed, commit by commit")),
    Key("q", "quit", mark("Stop"), mark("Stop; everything is saved")),
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
    Key("space", "choose", mark("Choose"), mark("Begin with these words too, or not")),
    Key("ctrl+s", "make", mark("Make"), mark("Make the set and open it")),
    Key("escape", "back", mark("Back"), mark("Make nothing")),
)

NEW_TERM = (
    Key("enter", "add", mark("Go on"), mark("Let this word join the set")),
    Key("escape", "back", mark("Back"), mark("Add nothing")),
)

EXPORT = (
    Key("enter", "screen.write", mark("Write"), mark("Write the file")),
    Key("escape", "screen.back", mark("Back"), mark("Write nothing")),
)

HISTORY = (
    Key("space,pagedown", "page(1)", mark("Page"), mark("Next page")),
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

HELP = (Key("escape,question_mark,f1,q", "back", mark("Back"), mark("Back to the screen")),)

QUESTION = (
    Key("pagedown", "page(1)"),
    Key("pageup", "page(-1)"),
    Key("escape", "decline", mark("Back"), mark("Change nothing")),
    Key("f1,question_mark", "app.help"),
)
