"""What may not get lost when the program ends badly: its own mistake, and unsaved words."""

from collections.abc import Sequence

from glossary.locale import gettext as _


def reported(
    fault: BaseException | None, unsaved: Sequence[str] = (), *, has_kept: bool = False
) -> str:
    """Write where in the program it went wrong, and texts that could not be saved, in a file.

    Gives the sentence that says so; where no file can be made, it holds the texts themselves.
    Texts that were kept for the next start (`has_kept`) need no file.
    """
    kept = _(
        "What you typed last could not be saved. It is kept, and asked about at the next start."
    )
    if has_kept and fault is None and not unsaved:
        return kept
    import tempfile
    import traceback

    from glossary import __version__

    trace = traceback.format_exception(fault) if fault is not None else []
    report = "\n\n".join([f"glossary {__version__}", *unsaved, "".join(trace)])
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="glossary-", suffix=".txt", encoding="utf-8", errors="replace", delete=False
        ) as file:
            file.write(report)
    except OSError:
        where = " ".join(unsaved) or type(fault).__name__
    else:
        where = file.name
    if unsaved:
        return _("What you typed last could not be saved. It stands here: {place}").format(
            place=where
        )
    return _(
        "The program stopped on a mistake of its own. {saved} "
        "Please send this to its makers: {place}"
    ).format(saved=kept if has_kept else _("What you typed is saved."), place=where)
