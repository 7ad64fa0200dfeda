"""What is said at start when search is not set up as somebody may believe."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning

from search.engines import ENGINES


@register()
def engine_is_known(**kwargs: Any) -> list[CheckMessage]:
    """Warn while ELASTICSEARCH_URL names an engine that this version does not have."""
    if settings.ELASTICSEARCH_URL and "elasticsearch" not in ENGINES:
        return [
            CheckWarning(
                "ELASTICSEARCH_URL is set, but this version searches with the embedded engine.",
                hint="Remove ELASTICSEARCH_URL, or install a version with search.engines.elastic.",
                id="search.W001",
            )
        ]
    return []
