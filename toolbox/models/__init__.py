"""The værktøjskasse: tools, question cards, principles, do's and don'ts, feedback, trials."""

from toolbox.models.cards import DoDont, Principle, QuestionCard
from toolbox.models.collections import Collection, CollectionItem
from toolbox.models.feedback import Feedback, FeedbackModelPage
from toolbox.models.tools import Phase, ToolIndexPage, ToolPage
from toolbox.models.trials import ToolTrial

__all__ = [
    "Collection",
    "CollectionItem",
    "DoDont",
    "Feedback",
    "FeedbackModelPage",
    "Phase",
    "Principle",
    "QuestionCard",
    "ToolIndexPage",
    "ToolPage",
    "ToolTrial",
]
