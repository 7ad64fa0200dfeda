"""The demo's words of search: synonyms that a municipality needs."""

from gufu.demo.texts import read
from search.models import Direction, SynonymGroup


def build_words() -> None:
    """Create the groups of synonyms that are not there."""
    for row in read("synonyms"):
        direction = Direction.ONE_WAY if row.get("one_way") else Direction.TWO_WAY
        SynonymGroup.objects.get_or_create(
            words="\n".join(row["words"]), defaults={"direction": direction}
        )
