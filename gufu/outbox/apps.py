from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "gufu.outbox"
    label = "outbox"
    verbose_name = "Udbakke"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from gufu.outbox import register, schedule

        register(schedule.TOPIC, schedule.run)
