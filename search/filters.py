"""What narrows a query and adds nothing to the score: what a viewer may see, what was chosen."""

from collections.abc import Mapping

from search.contract import Node, Sight


def visible(sight: Sight) -> Node:
    """Return the filter that keeps what a viewer may see; nothing without a sight."""
    if sight.nobody:
        return {"none": True}
    # By what is closed, which is little, and not by what is open, which is nearly all.
    closed: list[Node] = [{"below": ["until", sight.today]}]
    if trails := [*sight.forbidden, *sight.hidden_trails]:
        closed.append({"terms": ["trail", sorted(trails)]})
    if sight.hidden:
        closed.append({"terms": ["id", sorted(sight.hidden)]})
    return {"unless": [{"every": True}, {"some": closed, "of": 1}]}


def chosen(values: Mapping[str, frozenset[str]], without: str = "") -> list[Node]:
    """Return the filters for chosen facets: any value within a facet, every facet."""
    return [
        {"terms": [name, sorted(wanted)]}
        for name, wanted in sorted(values.items())
        if wanted and name != without
    ]
