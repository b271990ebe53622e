"""Scores `jwgie.normalise` on the cases of other libraries' tests (``normalise_ar.jsonl``) that name an operation which it offers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jwgie

#: Our groups for the operations of the peers, by the names that these have (with arguments, where these count).
OFFERED = {
    "normalize_with_lam_alef": "presentation_forms alef", "normalize_with_waw": "hamza", "normalize_with_yeh": "yeh hamza lookalikes",
    "normalize_with_teh_marbuta": "teh_marbuta", "normalize_with_ligatures": "presentation_forms", "normalize_with_spaces": "spaces",
    "normalize_lam_alef": "presentation_forms", "normalize_lam_alef_no_hamza": "presentation_forms alef",
    "normalize_small_alef": "small_alef", "remove_extra_spaces max_keep=1": "whitespace",
    "NormalizeUnicode()": "composition", "normalize_unicode": "composition", "FoldPresentationForms()": "presentation_forms",
    "fold_presentation_forms": "presentation_forms", "fold_presentation_forms_lam_alef_keeps_alef_variant": "presentation_forms",
    "RemoveTatweel()": "tatweel", "remove_tatweel": "tatweel", "StripBidi()": "invisible", "strip_bidi": "invisible",
    "UnifyLookalikes()": "lookalikes", "unify_lookalikes": "lookalikes", "CollapseWhitespace()": "whitespace",
    "CollapseWhitespace.from_dict(step.to_dict()['config'])": "whitespace",
    "RemoveTashkeel()": "diacritics", "remove_tashkeel": "diacritics",
    "RemoveTashkeel(classes={MarkClass.TANWEEN})": "tanwin", "RemoveTashkeel(classes={MarkClass.DAGGER_ALEF})": "dagger_alef",
    "RemoveTashkeel(classes={MarkClass.HARAKAT})": "harakat", "remove_tashkeel classes={MarkClass.HARAKAT}": "harakat",
    "RemoveTashkeel(classes={MarkClass.QURANIC})": "koranic", "RemoveTashkeel(classes={MarkClass.SHADDA})": "shadda",
    "RemoveTashkeel(position='final')": "final_diacritics", "remove_tashkeel position='final'": "final_diacritics",
    "FoldAlef()": "alef", "fold_alef": "alef", "fold_alef_folds_every_variant_to_bare_alef": "alef", "FoldAlefMaqsura()": "yeh",
    "fold_alef_maqsura": "yeh", "FoldHamza()": "hamza", "fold_hamza": "hamza", "heavy": "hamza lone_hamza",
    "FoldHamza(drop_standalone_hamza=True)": "hamza lone_hamza", "fold_hamza drop_standalone_hamza=True": "hamza lone_hamza",
    "FoldHamza.from_dict(heavy.to_dict()['config'])": "hamza lone_hamza", "FoldTehMarbuta()": "teh_marbuta",
    "fold_teh_marbuta": "teh_marbuta", "FoldTehMarbuta(target=TehMarbutaTarget.TEH)": "teh_marbuta_as_teh",
    "fold_teh_marbuta target=TehMarbutaTarget.TEH": "teh_marbuta_as_teh", "MapDigits()": "digits", "map_digits": "digits",
    "MapDigits(target=DigitTarget.ARABIC_INDIC)": "eastern_digits", "map_digits target=DigitTarget.ARABIC_INDIC": "eastern_digits",
    "MapDigits(map_separators=True)": "digits number_separators", "map_digits map_separators=True": "digits number_separators",
    "MapPunctuation()": "punctuation", "map_punctuation": "punctuation", "MapQuotes()": "quotes", "map_quotes": "quotes",
    "ReduceElongation()": "elongation", "reduce_elongation": "elongation", "FoldTanweenAlef()": "tanwin_alef",
    "fold_tanween_alef": "tanwin_alef", "normalize": "light whitespace", "by_name": "light whitespace",
    "normalize profile='light'": "light whitespace", "light_folds_lam_alef_keeping_alef_variant": "light whitespace",
    "Pipeline.from_profile('LIGHT')": "light whitespace", "Pipeline.from_dict(light.to_dict())": "light whitespace",
    "Pipeline([*Pipeline.from_profile(LIGHT).steps, RemoveTashkeel()])": "light whitespace diacritics",
}  # fmt: skip
#: Cases of these operations that come out otherwise, and why that is meant.
DIFFERENT = {
    "maha:0019": "an abbreviation in one character stays an abbreviation (as in Unicode's own table)",
    "maha:0022": "characters without width are no spaces",
    "maha:0024": "options or steps of a peer's own", "maha:0028": "options or steps of a peer's own",
    "araclean:0027": "options or steps of a peer's own",
    "araclean:0173": "a separator of numbers is one wherever it stands",
    "araclean:0246": "marks stay in the order in which they are written",
}  # fmt: skip
#: Why other operations are not offered, by what their names begin with.
OTHER = {
    "remove_arabic_letter_dots": "letters without their dots", "connect_single_letter_word": "words joined",
    "normalize profile": "a peer's own profile",
    **dict.fromkeys(("remove_hash", "Clean", "clean", "HandleEmoji", "handle_emoji"), "cleaning of web text"),
    **dict.fromkeys(("RemoveStopwords", "remove_stopwords", "RemoveForeign", "remove_foreign"), "words removed"),
    **dict.fromkeys(("RemovePunctuation", "remove_punctuation"), "punctuation removed"),
    **dict.fromkeys(("Trim", "trim"), "ends of a text cut off"),
}  # fmt: skip


def operation(expected: dict[str, Any]) -> str:
    """The name of an operation with those of its arguments that count."""
    counting = {key: value for key, value in expected["params"].items() if not key.startswith(("keep_", "normalize_"))}
    return " ".join([expected["op"], *(f"{key}={value}" for key, value in counting.items())])


def main(folder: Path, errors: bool = False) -> None:
    """Print the share of cases that come out as expected, and what is out of scope, with its reason."""
    right: list[bool] = []
    out: Counter[str] = Counter()
    for line in (folder / "normalise_ar.jsonl").read_text("utf-8").rstrip("\n").split("\n"):
        case = json.loads(line)
        name = operation(case["expected"])
        profile = OFFERED.get(name)
        if profile is None or case["id"] in DIFFERENT:
            other = next((why for start, why in OTHER.items() if name.startswith(start)), "options or steps of a peer's own")
            out[DIFFERENT.get(case["id"], other)] += 1
            continue
        found = jwgie.normalise(case["text"], profile=profile).text
        right.append(found == case["expected"]["output"])
        if errors and not right[-1]:
            print(case["id"], name, profile, ascii(case["text"]), ascii(case["expected"]["output"]), ascii(found), case["note"], sep=" | ")
    print(f"{'normalise':10} {sum(right):5} of {len(right):5} = {sum(right) / len(right):.1%}")
    for reason, count in out.items():
        print(f"out of scope: {count:4} normalise: {reason}")
