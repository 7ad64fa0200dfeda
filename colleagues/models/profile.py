"""A colleague in the directory."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from colleagues.models.offers import Offer, OffersField
from consent.models import Consent, Photo, valid_consent_q
from gufu.taxonomy import Centre, SubjectArea
from gufu.visibility import Viewer, is_staff_member

#: Addresses below /kolleger/ that are pages of their own.
RESERVED_SLUGS = frozenset({"mig", "mine-beskeder", "mine-data"})


class ColleagueQuerySet(models.QuerySet["ColleagueProfile"]):
    def visible_to(self, viewer: Viewer) -> "ColleagueQuerySet":
        """Keep the colleagues who said yes to the directory and still work here.

        Nobody else's wish counts, not even the administrator's: a leaver, or somebody who left
        the directory, is gone from the next request.
        """
        if not is_staff_member(viewer):
            return self.none()
        return self.in_directory()

    def in_directory(self) -> "ColleagueQuerySet":
        """Keep those who said yes and whose account, if any, is open."""
        return self.filter(Q(user=None) | Q(user__is_active=True), opted_in=True)

    def media_visible_to(self, viewer: Viewer) -> "ColleagueQuerySet":
        """Keep the colleagues whose portrait may be shown: it has a consent of its own, and they
        are in the directory, or look at themselves."""
        if not is_staff_member(viewer):
            return self.none()
        seen = self.in_directory() | self.filter(user=viewer.pk)
        return seen.filter(valid_consent_q("photo_consent__"))

    def for_cards(self) -> "ColleagueQuerySet":
        """Fetch what a card shows, centre and photo with its consents, in the same query."""
        return self.select_related("centre", "photo__consent", "photo_consent")

    def for_contact(self) -> "ColleagueQuerySet":
        """Fetch what decides who gets a message, in the same query."""
        return self.select_related("centre", "user", "deputy__user", "deputy__centre")


class ColleagueProfile(models.Model):
    """Who a colleague is, what to ask about, and how to reach them."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="profile",
        verbose_name=_("bruger"),
    )
    name = models.CharField(_("navn"), max_length=120)
    slug = models.SlugField(_("adresse"), max_length=120, unique=True)
    job_title = models.CharField(_("stilling"), max_length=120, blank=True)
    centre = models.ForeignKey(
        Centre,
        models.PROTECT,
        null=True,
        related_name="colleagues",
        verbose_name=_("center"),
    )
    subject_areas = models.ManyToManyField(
        SubjectArea, blank=True, related_name="colleagues", verbose_name=_("fagområder")
    )
    place = models.CharField(_("arbejdssted"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), unique=True)
    phone = models.CharField(
        _("telefon"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^\+?[0-9 ]{8,19}$", _("Skriv et telefonnummer med cifre."))],
    )
    teams_upn = models.CharField(_("Teams-adresse"), max_length=120, blank=True)
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("foto"),
    )
    photo_consent = models.ForeignKey(
        Consent,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="portraits",
        verbose_name=_("samtykke til foto"),
    )
    ask_me_about = models.TextField(_("spørg mig om"), max_length=600, blank=True)
    offers = OffersField(_("tilbyder"), default=list, blank=True)
    is_consultant = models.BooleanField(_("konsulent i Borger & Branding"), default=False)
    opted_in = models.BooleanField(
        _("vises i kollegaoversigten"),
        default=False,
        help_text=_("Profilen er først synlig, når kollegaen selv har sagt ja."),
    )
    paused_until = models.DateField(_("holder pause til og med"), null=True, blank=True)
    deputy = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="stands_in_for",
        verbose_name=_("stedfortræder"),
    )
    confirmed_at = models.DateField(_("sidst bekræftet"), null=True, blank=True)
    reminded_at = models.DateField(_("sidst spurgt"), null=True, blank=True, editable=False)

    objects = ColleagueQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("slug"),
                FieldPanel("job_title"),
                FieldRowPanel([FieldPanel("centre"), FieldPanel("place")]),
                FieldPanel("user"),
            ],
            heading=_("Hvem"),
        ),
        MultiFieldPanel(
            [FieldPanel("email"), FieldPanel("phone"), FieldPanel("teams_upn")],
            heading=_("Kontakt"),
        ),
        MultiFieldPanel(
            [FieldPanel("ask_me_about"), FieldPanel("subject_areas"), FieldPanel("offers")],
            heading=_("Erfaring"),
        ),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_consent")], heading=_("Foto")),
        MultiFieldPanel(
            [
                FieldPanel("opted_in"),
                FieldPanel("is_consultant"),
                FieldRowPanel([FieldPanel("paused_until"), FieldPanel("deputy")]),
                FieldPanel("confirmed_at"),
            ],
            heading=_("Synlighed"),
        ),
    ]

    class Meta:
        verbose_name = _("kollega")
        verbose_name_plural = _("kolleger")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("colleague", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if not set(self.offers or []) <= set(Offer.values):
            raise ValidationError({"offers": _("Vælg mellem sparring, oplæg og facilitering.")})
        if self.deputy_id and self.deputy_id == self.pk:
            raise ValidationError({"deputy": _("Man kan ikke være sin egen stedfortræder.")})
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Adressen er optaget. Vælg en anden.")})

    @property
    def is_paused(self) -> bool:
        """Whether messages go to the deputy today."""
        return bool(self.paused_until and self.paused_until >= timezone.localdate())

    @property
    def is_listed(self) -> bool:
        """Whether the colleague is in the directory; the same rule as `in_directory`."""
        return self.opted_in and (self.user is None or self.user.is_active)

    @property
    def recipient(self) -> "ColleagueProfile":
        """Who gets a message today: the deputy of a paused colleague, if they can be reached."""
        deputy = self.deputy
        if self.is_paused and deputy and deputy.is_listed and not deputy.is_paused:
            return deputy
        return self

    @property
    def first_name(self) -> str:
        """The name one calls the colleague by."""
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def initials(self) -> str:
        """First letters of the first and last name."""
        words = self.name.split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"

    @property
    def shown_photo(self) -> Photo | None:
        """The photo, if its own consent and the portrait's hold today, else None."""
        ok = self.photo_consent and self.photo_consent.is_valid()
        return self.photo if self.photo and ok and self.photo.is_showable else None

    @property
    def offer_labels(self) -> list[str]:
        """What the colleague offers, in words."""
        return [str(Offer(value).label) for value in self.offers if value in Offer.values]
