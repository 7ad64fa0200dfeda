"""People: profiles, messages to colleagues, requests for support, the centres' commitments."""

from colleagues.models.commitment import Commitment
from colleagues.models.contact import ContactMessage
from colleagues.models.hidden import HiddenEvidence
from colleagues.models.profile import ColleagueProfile
from colleagues.models.staff import Erasure, StaffGroup, StaffRecord
from colleagues.models.support import SupportRequest
from colleagues.models.support_log import SupportEvent, SupportNote

__all__ = [
    "ColleagueProfile",
    "Commitment",
    "ContactMessage",
    "Erasure",
    "HiddenEvidence",
    "StaffGroup",
    "StaffRecord",
    "SupportEvent",
    "SupportNote",
    "SupportRequest",
]
