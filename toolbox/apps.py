from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class ToolboxConfig(AppConfig):
    name = "toolbox"
    verbose_name = "Værktøjskasse"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from colleagues import evidence, origin
        from toolbox.evidence import card_origin, feedback, trials, trials_about

        evidence.register(
            "trial",
            _("Har prøvet"),
            ngettext_lazy("%(count)d afprøvning", "%(count)d afprøvninger", "count"),
            trials,
            find=trials_about,
            order=20,
        )
        evidence.register(
            "feedback",
            _("Har givet feedback"),
            ngettext_lazy("%(count)d tilbagemelding", "%(count)d tilbagemeldinger", "count"),
            feedback,
            order=30,
        )
        origin.register(card_origin)
