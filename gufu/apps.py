from django.apps import AppConfig


class GufuConfig(AppConfig):
    name = "gufu"
    verbose_name = "GUFU"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks."""
        from gufu import checks  # noqa: F401 - importing registers them
