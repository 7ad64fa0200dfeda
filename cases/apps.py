from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "Cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cases.drafts import draft_of
        from cases.evidence import arenas, cases, cases_about
        from colleagues import drafts, evidence
        from colleagues.personal_data.registry import Rule, register

        drafts.register(draft_of)

        evidence.register(
            "case",
            _("Cases"),
            ngettext_lazy("%(count)d case", "%(count)d cases", "count"),
            cases,
            find=cases_about,
            order=10,
        )
        evidence.register(
            "arena",
            _("Arenaer"),
            ngettext_lazy("%(count)d arena", "%(count)d arenaer", "count"),
            arenas,
            order=40,
        )
        page = ("title", "url_path")
        register(
            "cases.CasePortraitPage",
            "contacts",
            _("Cases, du er kontakt på"),
            Rule.UNLINK,
            fields=page,
            searched=True,
        )
        register(
            "cases.ArenaPage",
            "coordinator",
            _("Arenaer, du samler"),
            Rule.UNLINK,
            fields=page,
            searched=True,
        )
        register(
            "cases.BusinessCasePage",
            "benefit_owner",
            _("Business cases, hvor du står for gevinsten"),
            Rule.UNLINK,
            fields=page,
        )
