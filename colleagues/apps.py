from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class ColleaguesConfig(AppConfig):
    name = "colleagues"
    verbose_name = "Kolleger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from colleagues import evidence, letters, mail, origin
        from gufu import outbox

        outbox.register(mail.TOPIC, mail.send_letters, batch=1)
        mail.register_letter("contact", letters.contact_letter)
        mail.register_letter("support", letters.support_letter)
        mail.register_letter("support_answer", letters.support_answer_letter)
        origin.register(origin.colleague_origin)
        evidence.register(
            "commitment",
            _("Centerets forpligtelser"),
            ngettext_lazy("%(count)d forpligtelse", "%(count)d forpligtelser", "count"),
            evidence.commitments,
            order=50,
        )
