"""How fast search answers, beside SQLite's FTS5 and Elasticsearch's own `_search`."""
