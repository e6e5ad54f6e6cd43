"""What the papers say and what the code does are the same thing."""

from service import settings
from tests.rules.places import ROOT


def test_every_environment_variable_is_documented() -> None:
    readme, example = (ROOT / "README.md").read_text(), (ROOT / ".env.example").read_text()
    for variable in settings.NAMES:
        assert f"`{variable}`" in readme, f"README.md does not explain {variable}"
        assert f"{variable}=" in example, f".env.example does not show {variable}"


def test_the_example_environment_is_a_valid_one() -> None:
    lines = (line.removeprefix("# ") for line in (ROOT / ".env.example").read_text().splitlines())
    env = dict(line.split("=", 1) for line in lines if line.startswith("NORTHSTAR_"))
    assert set(env) == set(settings.NAMES)
    settings.Settings.from_env(env)


def test_decisions_are_numbered_once() -> None:
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert len(numbers) == len(set(numbers))
    assert all(number.isdigit() for number in numbers)
