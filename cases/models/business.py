"""Business cases: what it costs, what it gives, and for whom. The arithmetic is in economics.py."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from cases.forms import BusinessCaseForm
from colleagues.models import ColleagueProfile
from gufu.blocks import lines
from gufu.models import KnowledgePage, SectionPage
from gufu.panels import tabs

LIKELY = _("Skriv et tal fra 0 til 1: 0,25 for 25 procent.")
MAX_HORIZON = 35  #: years with one discount rate in the Ministry of Finance's method


class Account(models.TextChoices):
    MUNICIPALITY = "kommunekasse", _("Kommunekassen")
    SOCIETY = "samfund", _("Samfundet")


class BusinessCaseIndexPage(SectionPage):
    subpage_types = ["cases.BusinessCasePage"]
    template = "cases/business_case_index_page.html"

    class Meta:
        verbose_name = _("oversigt over business cases")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cases.lists import business_case_list_context

        return super().get_context(request, *args, **kwargs) | business_case_list_context(request)


class BusinessCasePage(KnowledgePage):
    """Scenario 1 minus scenario 0, over years."""

    baseline = models.TextField(_("i dag"))
    change = models.TextField(_("forandringen"))
    price_year = models.PositiveSmallIntegerField(_("prisår"))
    horizon_years = models.PositiveSmallIntegerField(
        _("antal år"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_HORIZON)],
    )
    discount_rate = models.DecimalField(
        _("kalkulationsrente (pct.)"), max_digits=4, decimal_places=2, default=Decimal("3.5")
    )
    perspective = models.CharField(
        _("perspektiv"), max_length=20, choices=Account, default=Account.MUNICIPALITY
    )
    volunteer_hours = models.PositiveIntegerField(
        _("frivillige timer om året"),
        default=0,
        help_text=_("Vises for sig selv og regnes aldrig om til penge."),
    )
    nonfinancial = lines(_("Værdi, der ikke er penge"))
    benefit_owner = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="benefits",
        verbose_name=_("gevinstejer"),
    )
    decision = models.TextField(_("beslutning"), blank=True)

    edit_handler = tabs(
        (
            [
                *KnowledgePage.content_panels,
                FieldPanel("summary"),
                FieldPanel("picture"),
                FieldPanel("baseline"),
                FieldPanel("change"),
                FieldPanel("nonfinancial"),
                FieldPanel("decision"),
            ],
            _("Indhold"),
        ),
        (
            [
                FieldRowPanel([FieldPanel("price_year"), FieldPanel("horizon_years")]),
                FieldRowPanel([FieldPanel("discount_rate"), FieldPanel("perspective")]),
                InlinePanel("lines", heading=_("Udgifter og gevinster"), label=_("Linje")),
                InlinePanel("risks", heading=_("Risici"), label=_("Risiko")),
                InlinePanel("actuals", heading=_("Sådan gik det"), label=_("År")),
                FieldPanel("volunteer_hours"),
                FieldPanel("benefit_owner"),
            ],
            _("Tal"),
        ),
        promote=KnowledgePage.promote_panels,
    )

    base_form_class = BusinessCaseForm
    parent_page_types = ["cases.BusinessCaseIndexPage"]
    subpage_types: list[str] = []
    is_creatable = True
    template = "cases/business_case_page.html"
    kind = "business_case"
    kind_label = _("Business case")

    class Meta:
        verbose_name = _("business case")
        verbose_name_plural = _("business cases")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cases.details import business_case_context

        return super().get_context(request, *args, **kwargs) | business_case_context(self, request)


class BusinessCaseLine(Orderable):
    """One amount in one year: least, expected, most. Costs are negative."""

    class Kind(models.TextChoices):
        INVESTMENT = "investering", _("Investering")
        OPERATION = "drift", _("Drift")
        BENEFIT = "gevinst", _("Gevinst")

    page = ParentalKey(BusinessCasePage, on_delete=models.CASCADE, related_name="lines")
    text = models.CharField(_("hvad"), max_length=200)
    kind = models.CharField(_("slags"), max_length=20, choices=Kind)
    year = models.PositiveSmallIntegerField(
        _("år"), help_text=_("0 er det første år."), validators=[MaxValueValidator(MAX_HORIZON)]
    )
    low = models.IntegerField(_("lavt skøn (kr.)"))
    expected = models.IntegerField(_("forventet (kr.)"))
    high = models.IntegerField(_("højt skøn (kr.)"))
    account = models.CharField(
        _("hvem mærker det"), max_length=20, choices=Account, default=Account.MUNICIPALITY
    )
    assumption = models.CharField(_("antagelse"), max_length=300, blank=True)

    def clean(self) -> None:
        super().clean()
        numbers = (self.low, self.expected, self.high)
        if None not in numbers and not self.low <= self.expected <= self.high:
            raise ValidationError(
                _("Skønnene skal stå i rækkefølge: lavt, forventet, højt. Udgifter er negative.")
            )


class BusinessCaseRisk(Orderable):
    """What may go wrong, how likely, and what it would cost."""

    page = ParentalKey(BusinessCasePage, on_delete=models.CASCADE, related_name="risks")
    text = models.CharField(_("risiko"), max_length=250)
    probability = models.DecimalField(
        _("sandsynlighed (0–1)"),
        max_digits=5,  # so that who writes 25 is told by the validator below what to write
        decimal_places=2,
        validators=[
            MinValueValidator(Decimal(0), LIKELY),
            MaxValueValidator(Decimal(1), LIKELY),
        ],
    )
    amount = models.IntegerField(_("beløb (kr.)"))

    def clean(self) -> None:
        super().clean()
        if self.amount is not None and self.amount < 0:
            raise ValidationError(
                {"amount": _("Skriv, hvad det vil koste, som et tal uden minus foran.")}
            )


class BusinessCaseActual(Orderable):
    """What really happened in a year, against the plan."""

    page = ParentalKey(BusinessCasePage, on_delete=models.CASCADE, related_name="actuals")
    year = models.PositiveSmallIntegerField(_("år"))
    amount = models.IntegerField(_("realiseret (kr.)"))
    note = models.CharField(_("bemærkning"), max_length=200, blank=True)

    def clean(self) -> None:
        super().clean()
        if self.year is not None and self.year > MAX_HORIZON:
            raise ValidationError(
                {
                    "year": _(
                        "Skriv årets nummer i regnestykket, fra 0 til %(last)s. 0 er det første år."
                    )
                    % {"last": MAX_HORIZON}
                }
            )
