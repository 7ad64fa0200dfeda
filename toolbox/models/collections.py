"""Min værktøjskasse: pages a colleague saved, in order, with notes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gufu.models import KnowledgePage


class Collection(models.Model):
    """One colleague's own toolbox."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="collections",
        verbose_name=_("ejer"),
    )
    title = models.CharField(_("titel"), max_length=120, default="Min værktøjskasse")

    class Meta:
        verbose_name = _("samling")
        verbose_name_plural = _("samlinger")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class CollectionItem(models.Model):
    """A saved page, its place in the order, and a note."""

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="items")
    page = models.ForeignKey(KnowledgePage, models.CASCADE, related_name="saved_in")
    position = models.PositiveSmallIntegerField(_("plads"), default=0)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("gemt side")
        verbose_name_plural = _("gemte sider")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["collection", "page"], name="saved_once")]

    def __str__(self) -> str:
        return str(self.page)
