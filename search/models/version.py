"""One row that says which state the editors' words are in."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class WordsVersion(models.Model):
    """Another token means that synonyms, words or pins are to be read again."""

    ONLY = 1  # the only primary key

    token = models.CharField(_("version"), max_length=32)

    class Meta:
        verbose_name = _("version af søgningens ord")
        verbose_name_plural = _("versioner af søgningens ord")

    def __str__(self) -> str:
        return self.token

    @classmethod
    def renew(cls) -> None:
        """Say that something has changed; part of the caller's transaction."""
        cls.objects.update_or_create(pk=cls.ONLY, defaults={"token": uuid.uuid4().hex})
