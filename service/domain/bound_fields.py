"""Which existing Jira field a key result may be bound to. The facts about the field come in as plain values."""

from typing import ClassVar

from service.domain.errors import DomainError


class FieldMissing(DomainError):
    """Jira has no such field, or the app may not see it."""

    code: ClassVar[str] = "field_missing"


class FieldNotNumber(DomainError):
    """Only a number can be progress."""

    code: ClassVar[str] = "field_not_number"


class FieldIsOurs(DomainError):
    """One of Northstar's own fields cannot be bound again."""

    code: ClassVar[str] = "field_is_ours"


class FieldNotOnScreen(DomainError):
    """The field cannot be edited on the epic."""

    code: ClassVar[str] = "field_not_on_screen"


def require_bindable(
    *, field_id: str, name: str | None, kind: str | None, is_ours: bool, epic_key: str | None, is_editable: bool
) -> None:
    """Refuse a field that cannot show a key result on its epic.

    `name` and `kind` are None when Jira does not know the field; without an epic `is_editable` is not asked.

    Raises: FieldMissing, FieldIsOurs, FieldNotNumber, FieldNotOnScreen.
    """
    if name is None:
        raise FieldMissing(
            f"Jira shows no field {field_id}. Check the id under Settings, Issues, Custom fields.", field="field"
        )
    if is_ours:
        raise FieldIsOurs(
            f"“{name}” is one of Northstar's own fields. Leave the field out to take the next free one.", field="field"
        )
    if kind != "number":
        raise FieldNotNumber(
            f"“{name}” is a {kind or 'different'} field and cannot hold a value. Choose a number field.", field="field"
        )
    if epic_key is not None and not is_editable:
        raise FieldNotOnScreen(
            f"“{name}” is not on the edit screen of {epic_key}. Add it to the screen of its project, then try again.",
            field="field",
        )
