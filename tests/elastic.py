"""An engine of one's own on the Elasticsearch that ELASTICSEARCH_URL names."""

import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

from django.conf import settings

from search.engines.elastic.engine import ElasticEngine

SCRIPT = Path(__file__).resolve().parent.parent / ".ci/elasticsearch"


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


class Nodes:
    """A cluster of three, started by `.ci/elasticsearch` below `place`."""

    def __init__(self, place: Path) -> None:
        self.place = place
        command = [SCRIPT, "start", place, "--nodes", "3"]
        self.url = subprocess.run(command, check=True, stdout=PIPE, text=True).stdout.strip()

    def process_of(self, node: str) -> int:
        """Return the process id of a node."""
        return int((self.place / node / "pid").read_text())

    def stop(self) -> None:
        """End what is still there."""
        subprocess.run([SCRIPT, "stop", self.place], check=True)
