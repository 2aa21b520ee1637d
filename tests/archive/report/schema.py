"""The committed JSON Schema of the report.

    python -m tests.archive.report.schema > docs/replay.schema.json

writes it anew. Within a version of the report fields are only added; else raise `VERSION`.
"""

import json
import sys
from pathlib import Path

from adapters.archive.json_model import schema

FILE = Path(__file__).parents[3] / "docs" / "replay.schema.json"


def rendered() -> str:
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(rendered())
