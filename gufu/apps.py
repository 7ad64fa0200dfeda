from django.apps import AppConfig


class GufuConfig(AppConfig):
    name = "gufu"
    verbose_name = "GUFU"
    default_auto_field = "django.db.models.BigAutoField"
