"""An engine of one's own on the Elasticsearch that ELASTICSEARCH_URL names."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from search.engines.elastic.engine import ElasticEngine


@contextmanager
def own_engine(url: str = "") -> Iterator[ElasticEngine]:
    """Give an engine with a prefix of its own; nothing of it stays in the cluster."""
    engine = ElasticEngine(url or settings.ELASTICSEARCH_TEST_URL, f"test{uuid.uuid4().hex[:12]}")
    try:
        yield engine
    finally:
        for name in indices(engine):
            engine.client.indices.delete(index=name)
        engine.client.options(ignore_status=404).indices.delete_index_template(
            name=engine.cluster.prefix
        )
        engine.client.close()


def indices(engine: ElasticEngine) -> list[str]:
    """Return the names of what an engine has made in its cluster."""
    return sorted(engine.client.indices.get_alias(index=f"{engine.cluster.prefix}-*"))
