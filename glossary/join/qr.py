"""An address as a QR code: which of its squares are dark."""

from typing import Final

BORDER: Final = 4  # light squares around it, which readers need


def squares(link: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of squares with the border, True where dark; always dark on light.

    Capitals, which an address may be written in here, make it one size smaller.
    """
    import segno

    code = segno.make_qr(link, error="l", boost_error=True)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix_iter(border=BORDER))
