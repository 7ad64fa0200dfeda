"""The forms of this room. Every text is cleaned where it comes in; nothing typed is lost."""

from colleagues.forms.contact import ContactForm
from colleagues.forms.profile import PhotoForm, ProfileForm
from colleagues.forms.queue import AnswerForm, AssignForm, NoteForm, OutcomeForm
from colleagues.forms.support import SupportForm

__all__ = [
    "AnswerForm",
    "AssignForm",
    "ContactForm",
    "NoteForm",
    "OutcomeForm",
    "PhotoForm",
    "ProfileForm",
    "SupportForm",
]
