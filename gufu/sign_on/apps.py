from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignOnConfig(AppConfig):
    name = "gufu.sign_on"
    label = "sign_on"
    verbose_name = _("Login")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks, the log of what happens at the door, and its alarm by mail."""
        from gufu import outbox
        from gufu.sign_on import alarm, checks, events  # noqa: F401 - importing registers

        outbox.register(alarm.TOPIC, alarm.send)
