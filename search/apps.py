from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Søgning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from functools import partial

        from gufu import health
        from gufu.outbox import register
        from gufu.outbox.schedule import at_start, daily
        from search import checks, signals, word_changes  # noqa: F401 - they connect themselves
        from search.daily import note_turned
        from search.empty_searches import purge
        from search.engines import TOPICS, note
        from search.indexing import BATCH, handle

        health.register("search", note)
        for name, topic in TOPICS.items():
            register(topic, partial(handle, name=name), batch=BATCH)
        daily("empty_searches", purge)
        register(word_changes.TOPIC, word_changes.handle, batch=word_changes.BATCH)
        daily("consents", note_turned)
        at_start(word_changes.look)
