from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class ToolboxConfig(AppConfig):
    name = "toolbox"
    verbose_name = "Værktøjskasse"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from colleagues import evidence, origin
        from colleagues.personal_data.registry import Rule, register
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
        register("toolbox.Collection", "owner", _("Min værktøjskasse"), Rule.DELETE)
        register("toolbox.ToolTrial", "colleague", _("Afprøvninger"), Rule.UNLINK, searched=True)
        register("toolbox.Feedback", "author", _("Feedback, du har givet"), Rule.UNLINK)
        register(
            "toolbox.Feedback",
            "recipient",
            _("Feedback, du har fået"),
            Rule.UNLINK,
            fields=("target", "status", "created_at"),
        )
        origin.register(card_origin)
