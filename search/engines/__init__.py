"""The engines, and which of them answers.

`get_engine` is the only place that chooses. Elasticsearch joins here: a module `elastic` with an
`Engine` that passes the same contract tests, named in ENGINES, chosen when ELASTICSEARCH_URL is
set. Until then the variable is answered by a warning at start (search.checks), not in silence.
"""

from functools import lru_cache
from importlib import import_module

from search.contract import Engine

EMBEDDED = "embedded"
ENGINES = {EMBEDDED: "search.engines.embedded.EmbeddedEngine"}


@lru_cache(maxsize=4)
def get_engine(name: str = EMBEDDED) -> Engine:
    """Return the engine of this process. Raises KeyError for a name that is not in ENGINES."""
    module, _, attribute = ENGINES[name].rpartition(".")
    engine: Engine = getattr(import_module(module), attribute)()
    return engine
