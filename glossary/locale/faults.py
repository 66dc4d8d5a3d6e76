"""What the operating system's refusals mean."""

import errno

from glossary.locale import gettext as _
from glossary.locale import mark

_SENTENCES = {
    errno.ENOSPC: mark("The disk is full."),
    errno.EDQUOT: mark("Your share of the disk is full."),
    errno.EROFS: mark("This place is read-only."),
    errno.EACCES: mark("You have no permission for this place."),
    errno.EPERM: mark("You have no permission for this place."),
    errno.ENOTDIR: mark("Part of this path is not a folder."),
    errno.EISDIR: mark("This is a folder, not a file."),
    errno.ENOENT: mark("The file or folder is not there."),
    errno.ENAMETOOLONG: mark("The name is too long."),
    errno.ELOOP: mark("This is a symbolic link, and those are not followed."),
    errno.EIO: mark("The disk reports an error."),
    errno.EBUSY: mark("Another program is using this place."),
    errno.ENXIO: mark("This is not a file."),
}


def os_sentence(error: OSError | ValueError) -> str:
    """The reason of a failed system call; a ValueError is a path that no system accepts."""
    if not isinstance(error, OSError):
        return _("No file can have this name.")
    sentence = _SENTENCES.get(error.errno or 0)
    if sentence is not None:
        return _(sentence)
    return _("The system refused: {reason}.").format(reason=error.strerror or type(error).__name__)
