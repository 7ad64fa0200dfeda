"""The engine of a municipality's own server or cluster: Elasticsearch 8.19 or 9."""
