"""What may bend the room's judgement, each as one line for the facilitator alone.

Source: research/facilitation.md, section 2 (biases); the words are ours.
"""

from typing import NamedTuple


class BiasCue(NamedTuple):
    """The name of a bias, and what to do or ask when it shows."""

    name: str
    cue: str


BIAS_CUES: tuple[BiasCue, ...] = (
    BiasCue("hindsight", "Go back earlier and walk forward: what was known at that minute?"),
    BiasCue("outcome", "Would we see this step the same way if it had gone well?"),
    BiasCue("attribution", "Talk of a person? Ask what the circumstances were."),
    BiasCue("confirmation", "All agree? Ask an outsider, or for the account that differs."),
    BiasCue("negativity", "Only trouble so far? Ask what went well here, and keep it."),
    BiasCue("counterfactual", "“Could have” describes another day. What did happen next?"),
    BiasCue("mechanistic", "“Fine but for the people”? Ask how they kept it working until then."),
    BiasCue("gambles", "Every action was a bet, also those that paid off. What were the odds?"),
)
"""In the order in which they tend to come up."""
