"""Case portraits, business cases, quotes and arenas."""

from cases.models.arenas import ArenaIndexPage, ArenaPage
from cases.models.business import (
    BusinessCaseActual,
    BusinessCaseIndexPage,
    BusinessCaseLine,
    BusinessCasePage,
    BusinessCaseRisk,
)
from cases.models.portraits import CaseIndexPage, CasePortraitPage, CasePortraitPicture
from cases.models.quotes import Quote

__all__ = [
    "ArenaIndexPage",
    "ArenaPage",
    "BusinessCaseActual",
    "BusinessCaseIndexPage",
    "BusinessCaseLine",
    "BusinessCasePage",
    "BusinessCaseRisk",
    "CaseIndexPage",
    "CasePortraitPage",
    "CasePortraitPicture",
    "Quote",
]
