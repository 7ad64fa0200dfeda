from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class ColleaguesConfig(AppConfig):
    name = "colleagues"
    verbose_name = "Kolleger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth.models import User
        from django.db.models.signals import post_init, post_save

        from colleagues import evidence, letters, mail, origin
        from colleagues.staff import leavers
        from colleagues.staff import letters as staff_letters
        from gufu import outbox

        outbox.register(mail.TOPIC, mail.send_letters, batch=1)
        mail.register_letter("contact", letters.contact_letter)
        mail.register_letter("support", letters.support_letter)
        mail.register_letter("support_answer", letters.support_answer_letter)
        mail.register_letter("ownerless", staff_letters.ownerless_letter)
        post_init.connect(leavers.account_loaded, sender=User, dispatch_uid="staff-loaded")
        post_save.connect(leavers.account_saved, sender=User, dispatch_uid="staff-saved")
        origin.register(origin.colleague_origin)
        evidence.register(
            "commitment",
            _("Centerets forpligtelser"),
            ngettext_lazy("%(count)d forpligtelse", "%(count)d forpligtelser", "count"),
            evidence.commitments,
            order=50,
        )
