"""Logs as one JSON object a line: time, level, logger, event, and what the caller added."""

import structlog


class JsonFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders records of the standard library and of structlog alike. Holds no personal data:
    callers pass ids, never names or texts."""

    def __init__(self) -> None:
        shared: list = [
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
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
