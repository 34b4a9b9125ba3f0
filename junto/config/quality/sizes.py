"""Templates cut at one idea, functions that fit in the eye, files with one job: what is too long is named."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent.parent
TEMPLATE, FUNCTION, FILE = 40, 40, 400


def main() -> None:
    """Names everything too long; ends with 0 when nothing is."""
    found = [*long_templates(), *long_code()]
    print("\n".join(found))
    sys.exit(1 if found else 0)


def long_templates() -> Iterator[str]:
    """Templates over 40 lines."""
    for path in sorted((HOUSE / "junto").rglob("templates/**/*.html")):
        lines = len(path.read_text().splitlines())
        if lines > TEMPLATE:
            yield f"{path.relative_to(HOUSE)}: {lines} lines"


def long_code() -> Iterator[str]:
    """Files of 400 lines and more, functions over 40."""
    for path in sorted(path for top in ("junto", "tests", "benchmarks") for path in (HOUSE / top).rglob("*.py")):
        text = path.read_text()
        lines = len(text.splitlines())
        if lines >= FILE:
            yield f"{path.relative_to(HOUSE)}: {lines} lines"
        yield from (f"{path.relative_to(HOUSE)}: {found}" for found in long_functions(ast.parse(text)))


def long_functions(tree: ast.Module) -> Iterator[str]:
    """Functions over 40 lines, by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{node.name}: {lines} lines"


if __name__ == "__main__":
    main()
