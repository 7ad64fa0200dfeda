"""Plain text set as paragraphs and lists, everything else escaped."""

import pytest

from gufu.templatetags.prose import prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (None, ""),
        ("Et afsnit.", "<p>Et afsnit.</p>"),
        ("Et\nafsnit.\n\nEt til.", "<p>Et afsnit.</p><p>Et til.</p>"),
        ("- en\n- to", "<ul><li>en</li><li>to</li></ul>"),
        ("Før:\n- en\n  linje\n- to", "<p>Før:</p><ul><li>en linje</li><li>to</li></ul>"),
        ("**Fed** skrift", "<p><strong>Fed</strong> skrift</p>"),
        ("<script>&", "<p>&lt;script&gt;&amp;</p>"),
        ("**<b>**", "<p><strong>&lt;b&gt;</strong></p>"),
        ("Et\r\n\r\nto", "<p>Et</p><p>to</p>"),
    ],
)
def test_prose(text, html):
    assert prose(text) == html
