"""Logs as one JSON object a line: time, level, logger, event, and what the caller added."""

from typing import Any

import structlog


def without_request(logger: Any, name: str, event: Any) -> Any:
    """Leave out the request that Django adds: its address may hold what somebody searched for."""
    event.pop("request", None)
    return event


class JsonFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders records of the standard library and of structlog alike. Holds no personal data:
    callers pass ids, never names or texts."""

    def __init__(self) -> None:
        shared: list = [
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(),
            without_request,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ]
        super().__init__(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
        )
