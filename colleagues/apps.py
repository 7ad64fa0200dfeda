from django.apps import AppConfig


class ColleaguesConfig(AppConfig):
    name = "colleagues"
    verbose_name = "Kolleger"
    default_auto_field = "django.db.models.BigAutoField"
