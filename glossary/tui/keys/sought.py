"""Other words by which people look for what a key does, beside those that stand on the screen."""

from collections.abc import Mapping

from glossary.locale import mark

# By action; a catalogue id each, with words of the reader's language in its translation.
SOUGHT: Mapping[str, str] = {
    "export": mark("report notes export save as print file mail send web page html pdf"),
    "session": mark("facilitate workshop meeting start begin agenda"),
    "facilitate": mark("facilitator phase clock timer beamer projector"),
    "choose('projector')": mark("projector screen wall footer hide keys letters big"),
    "choose('phones')": mark("mobile qr code join browser network wifi link lobby invite"),
    "choose('clock')": mark("timer pause time"),
    "bigger_letters": mark("larger big font size zoom text beamer projector read"),
    "switch_theme": mark("colours theme black white contrast"),
    "switch_language": mark("Nederlands English language translate"),
    "choose_set": mark("file folder switch other"),
    "make": mark("create start new own"),
    "new_term": mark("add create new term"),
    "remove_term": mark("delete remove throw away"),
    "add_partner": mark("organisation participant new join"),
    "undo": mark("undo restore mistake"),
    "redo": mark("redo"),
    "find": mark("search filter"),
    "enter_definition": mark("definition type edit meaning"),
    "difference": mark("disagree note name"),
    "agree": mark("wording draft agreement position outcome decide"),
    "restate": mark("listen repeat say back paraphrase"),
    "card": mark("question exercise help stuck"),
    "history": mark("log versions git changes"),
    "hide_names": mark("letters anonymous hide"),
    "quit": mark("exit close leave end"),
}
