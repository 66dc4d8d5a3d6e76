"""Colours for a room: bright light, back row six metres away.

All pairs below have a contrast of at least 7:1.
"""

from textual.theme import Theme

LIGHT = Theme(
    name="room-light",
    primary="#003B73",
    secondary="#5A2A6E",
    accent="#8A2D00",
    warning="#8A2D00",
    error="#8A2D00",
    success="#00523B",
    foreground="#000000",
    background="#FFFFFF",
    surface="#FFFFFF",
    panel="#E6EBF2",
    dark=False,
    text_alpha=1.0,
    luminosity_spread=0.1,
    variables={
        "key-bar-background": "#003B73",
        "key-bar-foreground": "#FFFFFF",
        "key-bar-key": "#FFE08A",
        "quiet": "#3D4A5C",
        "attention": "#8A2D00",
        "came": "#BFE8CF",
        "block-cursor-background": "#003B73",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-text-style": "bold",
        "border": "#003B73",
        "border-blurred": "#5B6B7F",
        "input-cursor-background": "#000000",
        "input-cursor-foreground": "#FFFFFF",
        "input-selection-background": "#BFD9F2",
        "scrollbar": "#5B6B7F",
        "scrollbar-background": "#E6EBF2",
    },
)

DARK = Theme(
    name="room-dark",
    primary="#8CC8FF",
    secondary="#E3B3F0",
    accent="#FFC27A",
    warning="#FFC27A",
    error="#FFB08A",
    success="#7FE3B8",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1B2733",
    dark=True,
    text_alpha=1.0,
    variables={
        "key-bar-background": "#1B2733",
        "key-bar-foreground": "#FFFFFF",
        "key-bar-key": "#FFE08A",
        "quiet": "#B8C4D0",
        "attention": "#FFB08A",
        "came": "#7FE3B8",
        "block-cursor-background": "#8CC8FF",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "border": "#8CC8FF",
        "border-blurred": "#7A8896",
        "input-cursor-background": "#FFFFFF",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#24527A",
        "scrollbar": "#7A8896",
        "scrollbar-background": "#1B2733",
    },
)

THEMES = (LIGHT, DARK)
