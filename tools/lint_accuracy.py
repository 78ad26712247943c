"""Compare the blame-language rules with sentences that people judged; print precision, recall, misses.

Run with files of sentences to compare those: `warn`, `hint` or `none`, the category and the sentence,
with tabs between them.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pirtui.domain.blame_language import Finding, Level, findings

FOLDER = Path(__file__).parent.parent / "tests" / "fixtures" / "lint"
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.90

_EXPECTATIONS = ("warn", "hint", "none")


@dataclass(frozen=True)
class Judged:
    """A sentence and what a reader expects: a warning, at most a hint, or silence."""

    expected: str
    category: str
    text: str


@dataclass
class Score:
    """How the rules did on one set; `missed` and `false` name the sentences."""

    name: str
    sentences: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of warnings that a reader would have given too; 1 without any warning."""
        given = self.right + len(self.false)
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """The share of warnings expected that were given; 1 if none was expected."""
        expected = self.right + len(self.missed)
        return self.right / expected if expected else 1.0

    def add(self, judged: Judged) -> None:
        """Compare one sentence."""
        warning = next((each for each in findings(judged.text) if each.level is Level.WARN), None)
        self.sentences += 1
        if judged.expected == "warn":
            if warning:
                self.right += 1
            else:
                self.missed.append(f"{judged.category}: {judged.text}")
        elif warning:
            self.false.append(f"{_named(warning)}: {judged.text}")


def read(path: Path) -> Iterator[Judged]:
    """The sentences of a file; empty lines and lines with # are passed over.

    Raises:
        ValueError: if a line has another form.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        expected, _, rest = line.partition("\t")
        category, tab, text = rest.partition("\t")
        if expected not in _EXPECTATIONS or not tab:
            raise ValueError(
                f"{path.name}, line {number}: expected a judgement, a category and a sentence."
            )
        yield Judged(expected, category.strip(), text.strip())


def score(name: str, judged: Iterable[Judged]) -> Score:
    """Compare the rules with every sentence of a set."""
    result = Score(name)
    for each in judged:
        result.add(each)
    return result


def main(arguments: Sequence[str]) -> int:
    """Print the table and every miss; 1 if the rules are less precise or find less than promised."""
    paths = [Path(each) for each in arguments] or sorted(FOLDER.glob("*.tsv"))
    sets = [(path.stem, [*read(path)]) for path in paths]
    scores = [score(name, judged) for name, judged in sets]
    overall = score("overall", (each for _, judged in sets for each in judged))
    _print([*scores, overall], scores)
    return int(any(each.precision < LEAST_PRECISION or each.recall < LEAST_RECALL for each in scores))


def _named(finding: Finding) -> str:
    return f"{finding.rule} “{finding.match}”"


def _print(rows: Sequence[Score], details: Sequence[Score]) -> None:
    width = max(len(each.name) for each in rows)
    lines = [f"{'set':{width}}  sentences  warnings right  false  missed  precision  recall"]
    for each in rows:
        lines.append(
            f"{each.name:{width}}  {each.sentences:9}  {each.right:14}  {len(each.false):5}"
            f"  {len(each.missed):6}  {each.precision:9.3f}  {each.recall:6.3f}"
        )
    for each in details:
        lines += (
            [f"\n{each.name}, missed:", *(f"  {line}" for line in each.missed)] if each.missed else []
        )
        lines += [f"\n{each.name}, false:", *(f"  {line}" for line in each.false)] if each.false else []
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
