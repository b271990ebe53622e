"""Any two texts can be compared."""

from hypothesis import given
from hypothesis import strategies as st

from jwgie import same_name
from jwgie.names import tables

LETTERS = "".join(spelling for script in tables.SCRIPTS for spelling in tables.sounds(script))
NAMES = st.one_of(
    st.text(max_size=60),
    st.text(LETTERS + " .-'・()", max_size=60),
    st.lists(st.sampled_from(sorted(tables.given())), max_size=6).map(" ".join),
)


@given(NAMES, NAMES)
def test_bounds_and_symmetry(a, b):
    score = same_name(a, b)
    assert 0 <= score <= 1
    assert same_name(b, a) == score


@given(NAMES)
def test_equal(name):
    assert same_name(name, name) == 1
