"""Remembering what was computed from a frozen value."""

from pirtui.domain.memo import by_identity


def test_the_same_value_is_computed_once() -> None:
    """A second look at the same value costs nothing."""
    calls: list[tuple[int, ...]] = []

    @by_identity
    def total(values: tuple[int, ...]) -> int:
        calls.append(values)
        return sum(values)

    values = (1, 2)
    assert (total(values), total(values)) == (3, 3)
    assert len(calls) == 1


def test_other_arguments_tell_results_apart() -> None:
    """The first argument alone does not decide the result."""

    @by_identity
    def times(values: tuple[int, ...], factor: int = 1) -> int:
        return sum(values) * factor

    values = (1, 2)
    assert [times(values), times(values, 2), times(values, factor=3), times(values)] == [3, 6, 9, 3]


def test_equal_values_are_not_taken_for_the_same() -> None:
    """Values that come and go never get the result of another one."""

    @by_identity
    def first(values: list[int]) -> int:
        return values[0]

    assert [first([number]) for number in range(50)] == list(range(50))
