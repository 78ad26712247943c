"""What each of the six stages lists, previews, accepts and marks."""

from pirtui.domain.review import Stage
from pirtui.screens.stages.actions import ActionsStage
from pirtui.screens.stages.base import StageView
from pirtui.screens.stages.factors import FactorsStage
from pirtui.screens.stages.gaps import GapsStage
from pirtui.screens.stages.prepare import PrepareStage
from pirtui.screens.stages.timeline import TimelineStage
from pirtui.screens.stages.wrap_up import WrapUpStage


def stage_views() -> dict[Stage, StageView]:
    """A fresh view for each of the six stages."""
    views: tuple[StageView, ...] = (
        PrepareStage(),
        TimelineStage(),
        GapsStage(),
        FactorsStage(),
        ActionsStage(),
        WrapUpStage(),
    )
    return {view.stage: view for view in views}
