"""Keys that edit act in the order in which they are typed.

Textual inserts letters where they arrive, but lets keys with a binding go round by way of the
screen: a letter typed right behind a backspace would come before it.
"""

from collections.abc import Iterable, Mapping

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

_EDITING = ("cursor", "delete", "home", "end")


def editing(bindings: Iterable[BindingType]) -> dict[str, str]:
    """Of the bindings of a text field those that move the cursor or delete: key to action."""
    return {
        key.strip(): binding.action
        for binding in bindings
        if isinstance(binding, Binding) and binding.action.startswith(_EDITING)
        for key in binding.key.split(",")
    }


async def edit_at_once(field: Widget, actions: Mapping[str, str], event: events.Key) -> None:
    """Do what an editing key stands for in a text field, before the next key is looked at."""
    action = actions.get(event.key)
    if action is not None:
        event.stop()
        event.prevent_default()
        await field.run_action(action)
