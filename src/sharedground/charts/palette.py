"""The colours of everything drawn, as the design names them. Knows no chart."""

PAPER = "#FAF8F4"
SURFACE = "#FFFFFF"
INK = "#1E2530"
MUTED = "#545C6B"
LINE = "#C9C3B8"
CONTROL = "#857E72"
TOGETHER = "#0A6B66"
WITHOUT_THEM = "#5A4A94"
LEFT_ALONE = "#A8530F"
GAIN = "#2F6FB0"
ALERT = "#8A1C3B"
FOCUS = "#FFD84D"

STANCES = {"risk_averse": WITHOUT_THEM, "collaborative": TOGETHER, "unsupported": LEFT_ALONE}
"""A stance's colour; a word always stands beside it."""

FONTS = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif"
"""The reader's own sans-serif: no font file travels with a drawing."""
