"""Consents, and the photos and documents that depend on them."""

from consent.models.consents import Consent, valid_consent_q
from consent.models.media import Attachment, Photo, PhotoRendition
from consent.models.texts import AttachmentText

__all__ = ["Attachment", "AttachmentText", "Consent", "Photo", "PhotoRendition", "valid_consent_q"]
