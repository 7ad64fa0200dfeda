"""What a tool's page offers beside its steps."""

from consent.models import Consent
from tests import factories


def test_the_template_is_offered_while_its_consent_holds(reader, site):
    consent = factories.ConsentFactory()
    template = factories.AttachmentFactory(title="Aftaleark", consent=consent)
    tool = factories.ToolPageFactory(template_file=template)
    assert "Aftaleark" in reader.get(tool.url).content.decode()
    consent.status = Consent.Status.WITHDRAWN
    consent.save()
    assert "Aftaleark" not in reader.get(tool.url).content.decode()


def test_steps_add_up_and_questions_lead_to_their_cards(reader, site):
    question = factories.QuestionCardFactory(slug="hvad-nu", text="Hvad nu?")
    hidden = factories.QuestionCardFactory(text="Ikke udgivet?", is_published=False)
    tool = factories.ToolPageFactory(questions=[question, hidden])
    html = reader.get(tool.url).content.decode()
    assert "I alt 20 minutter" in html
    assert 'href="/spoergsmaal/hvad-nu/"' in html
    assert "Ikke udgivet?" not in html


def test_a_question_lists_the_tools_that_use_it(reader, site):
    question = factories.QuestionCardFactory(slug="hvad-nu")
    tool = factories.ToolPageFactory(title="Runden", questions=[question])
    assert "Runden" in reader.get("/spoergsmaal/hvad-nu/").content.decode()
    factories.restrict(tool)
    assert "Runden" not in reader.get("/spoergsmaal/hvad-nu/").content.decode()
