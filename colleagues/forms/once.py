"""What the forms that send something share: sending twice is sending once."""

import uuid

from django import forms


class OnceForm(forms.Form):
    """A form that carries a token, so that sending it twice is sending it once."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    fra = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_token(self) -> uuid.UUID:
        """Return the form's token; a new one where it was lost, since that is nobody's fault."""
        return self.cleaned_data.get("token") or uuid.uuid4()

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        # What the colleague does not see is mended, not complained about.
        if self.errors.pop("token", None):
            self.cleaned_data["token"] = uuid.uuid4()
        self.errors.pop("fra", None)
