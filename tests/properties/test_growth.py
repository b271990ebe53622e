"""Four times as much text takes about four times as long, whatever is said over and over again."""

from time import process_time

import pytest

import jwgie

SHORT, TIMES = 10_000, 4
#: A quadratic step would take 16 times as long.
MOST = 9.0


@pytest.mark.parametrize(
    "unit",
    [
        "الدكتور ",
        "محمد بن ",
        "الاجتماع الأول للاجتماع ",
        "«الاجتماع» (الأول) ",
        "\u200f\u202bمصر\u202c ",
        "14 مايو 3 ",
        "وأكد الجانبان أن ",
        "التقى وزير الخارجية المصري سالم العلي نظيره الهندي ",
        "وقال مديرها سالم العلي في وزارة الخارجية. ",
        "عقدت الجولة السادسة من المشاورات السياسية بين مصر واليابان في طوكيو يوم 29 مايو 2024.\n\n",
        "ووقع الجانبان مذكرة تفاهم لتبادل الخبرات في مجال الطاقة.\r\n",
    ],
)
def test_time_grows_with_length(unit: str) -> None:
    read = jwgie.load("ar", recognisers=["rules"])
    read(unit)  # what is loaded when first needed is loaded

    def seconds(size: int) -> float:
        start = process_time()
        read(unit * (size // len(unit)), published="2024-05-31")
        return process_time() - start

    seconds(SHORT)  # and what a long text loads
    short = max(seconds(SHORT) for _ in range(3))
    assert min(seconds(TIMES * SHORT) for _ in range(3)) < MOST * short
