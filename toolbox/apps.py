from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToolboxConfig(AppConfig):
    name = "toolbox"
    verbose_name = "Værktøjskasse"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from colleagues import mail, origin
        from colleagues.personal_data.registry import Rule, register
        from toolbox import feedback
        from toolbox.evidence import card_origin, register_evidence

        register_evidence()
        register("toolbox.Collection", "owner", _("Min værktøjskasse"), Rule.DELETE)
        register("toolbox.ToolTrial", "colleague", _("Afprøvninger"), Rule.UNLINK, searched=True)
        register("toolbox.Feedback", "author", _("Feedback, du har givet"), Rule.UNLINK)
        register(
            "toolbox.Feedback",
            "recipient",
            _("Feedback, du har fået"),
            Rule.UNLINK,
            # What others wrote is theirs too; the reply is the person's own.
            fields=("target", "status", "created_at", "reply"),
        )
        for kind, composer in feedback.LETTERS.items():
            mail.register_letter(kind, composer)
        origin.register(card_origin)
