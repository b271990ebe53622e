"""Many spans tell the same as each of them asked in turn."""

from hypothesis import given
from hypothesis import strategies as st

from jwgie.document import Span
from jwgie.spans import Spans

SPAN = st.builds(
    lambda start, size, origin: Span(start, start + size, origin), st.integers(0, 9), st.integers(1, 5), st.sampled_from(["title", "text"])
)


@given(st.lists(SPAN, max_size=8), SPAN)
def test_as_one_by_one(many, one):
    spans = Spans(many)
    assert spans.contain(one) == any(s.contains(one) for s in many)
    assert spans.overlap(one) == any(s.overlaps(one) for s in many)
