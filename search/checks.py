"""What is said at start when search is not set up as somebody may believe."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def elasticsearch_is_addressed(**kwargs: Any) -> list[CheckMessage]:
    """search.E001: every part of ELASTICSEARCH_URL is the address of a node."""
    if not settings.ELASTICSEARCH_URL:
        return []
    # The client costs 10 MB, which a process that never asks Elasticsearch need not carry.
    from elastic_transport.client_utils import url_to_node_config

    faults = []
    for number, url in enumerate(settings.ELASTICSEARCH_URL.split(","), start=1):
        try:
            url_to_node_config(url.strip() or "-")
        except ValueError:
            faults.append(number)
    return [
        Error(
            f"Address {number} in ELASTICSEARCH_URL cannot be read.",
            hint="Write https://user:password@host:9200, several separated by commas.",
            id="search.E001",
        )
        for number in faults
    ]
