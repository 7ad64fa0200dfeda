"""One model for everything that is searched, as a Wagtail project would declare it."""

from django.db import models
from modelsearch import index


class Document(index.Indexed, models.Model):
    """What a document of GUFU says; the title weighs double, as in Wagtail's Page."""

    slug = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    title = models.TextField()
    body = models.TextField()

    search_fields = (
        index.SearchField("title", boost=2),
        index.SearchField("body"),
        index.FilterField("slug"),
        index.FilterField("kind"),
    )

    class Meta:
        app_label = "stock"

    def __str__(self) -> str:
        return self.slug
