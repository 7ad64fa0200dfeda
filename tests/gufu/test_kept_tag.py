"""Parts of a page that are drawn once show what their key says, and what is fresh in them."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation
from django.utils.safestring import SafeString

from gufu.templatetags import kept


def test_is_drawn_once_for_each_value() -> None:
    drawn = []
    template = Template("{% kept name=name draw=draw %}{{ draw }}{{ name }}{% endkept %}")

    class Draw:
        def __str__(self) -> str:
            drawn.append(1)
            return ""

    draw = Draw()
    texts = [template.render(Context({"name": name, "draw": draw})) for name in ("a", "b", "a")]
    assert texts == ["a", "b", "a"]
    assert len(drawn) == 2


def test_sees_neither_request_nor_reader() -> None:
    template = Template("{% kept name=name %}[{{ name }}{{ user }}{{ request }}]{% endkept %}")
    assert template.render(Context({"name": "a", "user": "Ida", "request": "GET"})) == "[a]"


def test_what_is_fresh_sees_everything_every_time() -> None:
    template = Template(
        "{% kept n=n %}<{% for i in n %}{{ i }}{% fresh %}{{ token }}{% endfresh %}{% endfor %}>"
        "{% fresh %}{% kept %}({% fresh %}{{ token }}{% endfresh %}){% endkept %}{% endfresh %}"
        "{% endkept %}"
    )
    for token in ("x", "<"):
        shown = token.replace("<", "&lt;")
        assert template.render(Context({"n": (1, 2), "token": token})) == (
            f"<1{shown}2{shown}>({shown})"
        )


def test_a_hole_in_something_kept_within_something_kept_stays_open() -> None:
    template = Template(
        "{% kept %}a{% kept %}b{% fresh %}{{ token }}{% endfresh %}{% endkept %}{% endkept %}"
    )
    assert [template.render(Context({"token": token})) for token in "12"] == ["ab1", "ab2"]


def test_languages_and_safe_texts_are_told_apart() -> None:
    template = Template(
        "{% load i18n %}{% kept name=name %}{{ name }} {% trans 'Kolleger' %}{% endkept %}"
    )
    with translation.override("da"):
        assert template.render(Context({"name": "<b>"})) == "&lt;b&gt; Kolleger"
        assert template.render(Context({"name": SafeString("<b>")})) == "<b> Kolleger"
    with translation.override("en"):
        assert template.render(Context({"name": "<b>"})) == "&lt;b&gt; Colleagues"


def test_begins_anew_when_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    template = Template("{% kept n=n %}{{ n }}{% endkept %}")
    assert [template.render(Context({"n": n})) for n in (1, 2, 3, 1)] == ["1", "2", "3", "1"]
    assert len(template.nodelist[0].parts) == 2


def test_takes_only_named_values() -> None:
    with pytest.raises(TemplateSyntaxError, match="name=value"):
        Template("{% kept name %}{% endkept %}")
