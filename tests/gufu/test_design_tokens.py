"""The colours of the design, counted: text at least 4.5:1, borders of controls at least 3:1."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "gufu/static/gufu/css/tokens.css"
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")
GROUNDS = ("--page", "--surface", "--surface-sunk", "--surface-raised")
TEXTS = ("--ink", "--ink-soft", "--link", "--link-hover")
SIGNALS = ("--ok", "--warn", "--danger", "--info")
KINDS = (
    *("case", "tool", "question", "principle", "person"),
    *("quote", "arena", "business", "do", "dont"),
)


def declarations(kind: str = "") -> dict[str, str]:
    """Return the custom properties of :root, or those of a kind on top of them."""
    css = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(), flags=re.S)
    root = re.search(r":root \{(.*?)\n  \}", css, flags=re.S)
    assert root
    values = dict(DECLARATION.findall(root.group(1)))
    if kind:
        rules = re.findall(r"\n  ([^\n{]*\.kind-[^{]+)\{([^}]*)\}", css)
        own = [
            body for selectors, body in rules if f".kind-{kind}" in re.split(r"[,\s]+", selectors)
        ]
        assert len(own) == 1, f".kind-{kind} is given {len(own)} times"
        values |= dict(DECLARATION.findall(own[0]))
    return values


def luminance(name: str, values: dict[str, str], scheme: int) -> float:
    """Follow var() and light-dark() (scheme 0 light, 1 dark) to a hex colour's luminance."""
    value = values[name].strip()
    while not value.startswith("#"):
        if both := re.fullmatch(r"light-dark\(([^,]+(?:\([^)]*\))?),\s*(.+)\)", value):
            value = both.group(scheme + 1).strip()
        elif other := re.fullmatch(r"var\((--[\w-]+)\)", value):
            value = values[other.group(1)].strip()
        else:
            pytest.fail(f"{name} is no colour: {value}")
    channels = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str, scheme: int, kind: str = "") -> float:
    """Return the WCAG contrast of two tokens, 1–21."""
    values = declarations(kind)
    low, high = sorted(luminance(name, values, scheme) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("text", [*TEXTS, *SIGNALS])
    def test_text_on_every_ground(self, text: str, ground: str, scheme: int) -> None:
        assert contrast(text, ground, scheme) >= 4.5

    @pytest.mark.parametrize("ground", GROUNDS)
    def test_borders_and_focus_on_every_ground(self, ground: str, scheme: int) -> None:
        assert contrast("--line-strong", ground, scheme) >= 3
        assert contrast("--focus", ground, scheme) >= 3

    @pytest.mark.parametrize("signal", SIGNALS)
    def test_signals_on_their_own_area(self, signal: str, scheme: int) -> None:
        assert contrast(signal, f"{signal}-soft", scheme) >= 4.5
        assert contrast("--ink", f"{signal}-soft", scheme) >= 4.5

    @pytest.mark.parametrize(
        ("text", "ground"),
        [
            ("--on-primary", "--primary"),
            ("--on-primary", "--primary-hover"),
            ("--on-accent", "--accent"),
            ("--on-deep", "--deep"),
            ("--on-deep-soft", "--deep"),
            ("--ink", "--mark"),
        ],
    )
    def test_pairs(self, text: str, ground: str, scheme: int) -> None:
        assert contrast(text, ground, scheme) >= 4.5

    @pytest.mark.parametrize("kind", KINDS)
    def test_kinds(self, kind: str, scheme: int) -> None:
        for ground in ("--kind-soft", "--surface", "--page"):
            assert contrast("--kind", ground, scheme, kind) >= 4.5
        for text in ("--ink", "--ink-soft"):
            assert contrast(text, "--kind-soft", scheme, kind) >= 4.5
