from django.apps import AppConfig


class ColleaguesConfig(AppConfig):
    name = "colleagues"
    verbose_name = "Kolleger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth.models import User
        from django.contrib.auth.signals import user_logged_in
        from django.db.models.signals import post_init, post_save

        from colleagues import (
            first_visit,
            joining,
            letters,
            mail,
            origin,
            reminders,
            still_right,
            support_letters,
            traces,
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
        traces.register_evidence()
        mail.register_letter(still_right.LETTER, still_right.letter)
        schedule.daily("profile_reminders", still_right.remind)
        user_logged_in.connect(first_visit.signed_on, dispatch_uid="first-visit")
