from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "Cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cases.drafts import draft_of
        from cases.evidence import register_evidence
        from colleagues import drafts
        from colleagues.personal_data.registry import Rule, register

        drafts.register(draft_of)
        register_evidence()

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
