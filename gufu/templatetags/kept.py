"""Parts of a page that are drawn once in a process. A builtin library: no template loads it.

`{% kept name=value … %}…{% endkept %}` is drawn for each language and each set of its values. What
stands inside sees those values and nothing else, neither request nor reader: what is kept cannot
show more than its key says. The parts live and die with their template, so their version is the
process's own.

`{% fresh %}…{% endfresh %}` inside is drawn every time and sees everything around `kept`: a nonce,
a token, the words somebody searched for.
"""

import re
import secrets
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST_KEPT = 500  #: sets of values of one place; beyond that it begins anew
_HOLE = f"hole-{secrets.token_hex(16)}-"  # nobody can write one into a value
_HOLES = re.compile(rf"{_HOLE}(\d+);")


class KeptContext(Context):
    """The values of a part that is being drawn, and the holes that it leaves."""

    def __init__(self, values: Mapping[str, Any], around: Context) -> None:
        super().__init__(dict(values), autoescape=around.autoescape)
        self.template = around.template
        self.holes: list[FreshNode] = []


class KeptNode(Node):
    """Draws its part once for each set of values."""

    def __init__(self, nodelist: NodeList, values: Mapping[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.values = values
        self.parts: dict[Any, list[str | FreshNode]] = {}

    def render(self, context: Context) -> SafeString:
        values = {name: value.resolve(context) for name, value in self.values.items()}
        # Typed: 1 is not True, and what is safe is not what is to be escaped.
        typed = [(type(value), value) for value in values.values()]
        key = (get_language(), context.autoescape, *typed)
        parts = self.parts.get(key)
        if parts is None:
            if len(self.parts) >= MOST_KEPT:
                self.parts.clear()
            parts = self.parts[key] = self._drawn(KeptContext(values, context))
        drawn = [part if isinstance(part, str) else part.render(context) for part in parts]
        return SafeString("".join(drawn))

    def _drawn(self, context: KeptContext) -> "list[str | FreshNode]":
        """Return what is kept, text and holes in turn."""
        pieces = _HOLES.split(self.nodelist.render(context))
        return [
            context.holes[int(piece)] if number % 2 else piece
            for number, piece in enumerate(pieces)
        ]


class FreshNode(Node):
    """A hole in what is kept: drawn anew every time."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        if not isinstance(context, KeptContext):
            return self.nodelist.render(context)
        context.holes.append(self)
        return SafeString(f"{_HOLE}{len(context.holes) - 1};")


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Keep a part of a page: {% kept place=place %}…{% endkept %}."""
    bits = token.split_contents()[1:]
    values = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError("kept takes only name=value")
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, values)


@register.tag
def fresh(parser: Parser, token: Token) -> FreshNode:
    """Leave a hole in what is kept: {% fresh %}{{ csp_nonce }}{% endfresh %}."""
    nodelist = parser.parse(("endfresh",))
    parser.delete_first_token()
    return FreshNode(nodelist)
