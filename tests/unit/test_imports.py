"""The rule pipeline loads neither torch nor stanza, and the public names are frozen."""

import subprocess
import sys

import jwgie

SCRIPT = """
import sys
import jwgie
jwgie.load("ar")("عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان", published="2024-05-31")
heavy = {"jwgie.display", "torch", "stanza", "numpy", "transformers", "pandas", "babel"} & set(sys.modules)
assert not heavy, heavy
"""


def test_rule_pipeline_is_light() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)


def test_public_names() -> None:
    assert all(hasattr(jwgie, name) for name in jwgie.__all__)
    public = {name for name, value in vars(jwgie).items() if not name.startswith("_") and not isinstance(value, type(sys))}
    assert public == set(jwgie.__all__)
    assert list(jwgie.__all__) == sorted(jwgie.__all__, key=lambda name: (not name[0].isupper(), name))
