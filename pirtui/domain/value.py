"""The base of every value in the domain, and of every labelled item in a review."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value: it never changes, `changed` returns another one.

    All values of a kind share one set of the names of their fields. Pydantic would give every value its
    own, which takes more memory than all other parts of an event together.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    _names: ClassVar[set[str]] = set()

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        """Note the names of the fields, once for all values of this kind."""
        super().__pydantic_init_subclass__(**options)
        cls._names = set(cls.model_fields)

    def model_post_init(self, _context: object) -> None:
        """Share the names."""
        object.__setattr__(self, "__pydantic_fields_set__", self._names)

    def __copy__(self) -> Self:
        """A copy that shares the names."""
        copied = super().__copy__()
        object.__setattr__(copied, "__pydantic_fields_set__", self._names)
        return copied

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
