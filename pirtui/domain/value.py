"""The base of every value in the domain, and of every labelled item in a review."""

from typing import Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value: it never changes, `changed` returns another one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def changed(self, **fields: object) -> Self:
        """Return a validated copy with these fields replaced.

        Raises:
            pydantic.ValidationError: if a field does not exist or its value does not fit.
        """
        present = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**present, **fields})


class Item(Value):
    """Anything the room has said that carries a short, stable label such as `E3`."""

    label: str

    @property
    def number(self) -> int:
        """The number in the label: `12` for `E12`."""
        return int(self.label[1:])
