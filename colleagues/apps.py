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

        from colleagues import (
            evidence,
            joining,
            letters,
            mail,
            origin,
            reminders,
            support_evidence,
            support_letters,
        )
        from colleagues.personal_data import held
        from colleagues.staff import leavers
        from colleagues.staff import letters as staff_letters
        from gufu import outbox
        from gufu.outbox import schedule
        from gufu.sign_on.arrivals import arrived

        outbox.register(mail.TOPIC, mail.send_letters, batch=1)
        for kind, composer in (letters.LETTERS | support_letters.LETTERS).items():
            mail.register_letter(kind, composer)
        mail.register_letter("ownerless", staff_letters.ownerless_letter)
        schedule.daily("support_reminders", reminders.remind)
        post_init.connect(leavers.account_loaded, sender=User, dispatch_uid="staff-loaded")
        post_save.connect(leavers.account_saved, sender=User, dispatch_uid="staff-saved")
        held.register_all()
        origin.register(origin.colleague_origin)
        arrived.connect(joining.begin_profile, dispatch_uid="colleagues.joining")
        evidence.register(
            "commitment",
            _("Centerets forpligtelser"),
            ngettext_lazy("%(count)d forpligtelse", "%(count)d forpligtelser", "count"),
            evidence.commitments,
            order=50,
        )
        evidence.register(
            "support",
            _("Har rådgivet om"),
            ngettext_lazy("%(count)d rådgivning", "%(count)d rådgivninger", "count"),
            support_evidence.support_given,
            find=support_evidence.given_about,
            order=25,
        )
        evidence.register(
            "helped",
            _("Har fået støtte til"),
            ngettext_lazy("%(count)d støttet forløb", "%(count)d støttede forløb", "count"),
            support_evidence.support_had,
            find=support_evidence.had_about,
            order=26,
        )
