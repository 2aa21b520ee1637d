"""How good the detector is: the figures of docs/detection.md, on texts that nothing was trained on.

`python -m training.evaluate --data FOLDER --out FILE.json --markdown FILE.md` measures everything; `--only own,brand`
some of it. What is measured is a `Judge`: many messages in, as many assessments out, so that the same code measures
the quick stage alone and the whole cascade.

Read `figures` (a figure and its interval), `scores` and `intervals` (the arithmetic), `asking` (the judge, samples),
then the parts: `own`, `calibration`, `houston` and `brand` (both read by `stream`), `offense`, `hatecheck`, `reviews`,
`speed` with `robustness` and `memory`. `report` puts them together.

Of evaluation-only texts nothing is written but counts, figures, and the file and row of labelled messages.
"""

from training.evaluate.asking import Item, Judge
from training.evaluate.figures import Figure, Part, Report
from training.evaluate.report import PARTS, evaluate
from training.evaluate.sources import Limits, Sources

__all__ = ["PARTS", "Figure", "Item", "Judge", "Limits", "Part", "Report", "Sources", "evaluate"]
