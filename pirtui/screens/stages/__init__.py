"""What each of the six stages lists, previews, accepts and marks."""

from importlib import import_module

from pirtui.domain.review import Stage
from pirtui.screens.stages.base import StageView

_VIEWS = {
    Stage.PREPARE: "PrepareStage",
    Stage.TIMELINE: "TimelineStage",
    Stage.GAPS: "GapsStage",
    Stage.FACTORS: "FactorsStage",
    Stage.ACTIONS: "ActionsStage",
    Stage.WRAP_UP: "WrapUpStage",
}


class StageViews(dict[Stage, StageView]):
    """A view for each of the six stages, imported when it is first asked for.

    The stage on the screen is painted before the code of the other five is read.
    """

    def __missing__(self, stage: Stage) -> StageView:
        module = import_module(f"{__name__}.{stage.value.replace('-', '_')}")
        view = getattr(module, _VIEWS[stage])()
        assert isinstance(view, StageView)
        self[stage] = view
        return view


def stage_views() -> StageViews:
    """Fresh views of the stages."""
    return StageViews()
