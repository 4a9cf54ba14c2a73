"""Every threshold of the checks in one table, with the data behind it.

LENGTH: characters of the translation for each character of the English, as (mean, spread). Measured on the
paragraphs of the Universal Declaration of Human Rights (30 articles, 49-50 paragraphs of 25 letters or more a
locale, the Unicode Consortium's texts): the geometric mean of the ratio and the standard deviation of its
logarithm. A translation is refused below mean x exp(-(SPREADS_LOW x spread + SHORT_LOW / sqrt(length))), and
above the same with the other two signs; the second term is what short sentences need. It was set on the 1,200
French and Khmer texts of this site and the table of correct translations: from 30 letters on the shortest of
them has 0.64 of the mean (Khmer) and 0.68 (others), and all of them pass; of the same texts cut in half,
10 of 762 pass.
"""

from __future__ import annotations

LENGTH: dict[str, tuple[float, float]] = {
    "fr": (1.11, 0.12),
    "es": (1.11, 0.12),
    "pt": (1.04, 0.11),
    "zh-Hans": (0.26, 0.12),
    "zh-Hant": (0.26, 0.15),
    "th": (0.88, 0.10),
    "vi": (1.23, 0.14),
    "km": (1.02, 0.11),
    "my": (1.43, 0.22),
    "lo": (0.97, 0.17),
    "id": (1.19, 0.09),
    "ms": (1.21, 0.09),
    "tl": (1.18, 0.09),
    "hi": (1.06, 0.12),
    "te": (1.06, 0.12),
    "ta": (1.28, 0.14),
    "ne": (0.95, 0.17),
    "bn": (0.95, 0.15),
    "ur": (0.92, 0.19),
    "si": (0.99, 0.16),
    "ar": (0.71, 0.17),
    "tr": (0.98, 0.14),
    "sw": (0.96, 0.25),
    "am": (0.63, 0.13),
    "ru": (1.12, 0.11),
}
LENGTH_DEFAULT = (1.0, 0.25)  # a locale not measured yet
SPREADS_LOW, SPREADS_HIGH = 1.5, 2.0  # dropping text harms more than adding it, so the low side is tighter
SHORT_LOW, SHORT_HIGH = 2.0, 4.5
SHORTEST = 25  # letters of the source below which only the cap holds
ENDLESS = 8  # times source and CAP: past that nothing but the length is looked at
CAP = 30  # characters a translation of a short text may add to four times its source

SCRIPT_SHARE = (
    0.8  # letters in the locale's scripts, names of the source aside; correct table: 1.0 but for units
)
LID_LETTERS = 40  # py3langid: 27 of 28 right from 40 letters on, coin-tossing below
LID_DOUBT = 0.02  # the expected language gets less than this: refused; correct table: 0.3 at the least
ZAWGYI = 0.95  # Google's own advice for myanmartools; correct Burmese of the table: below 0.01

COPIED_WORDS = 4  # a text of so many words is not the same in two languages
COPIED_RUN = 6  # so many words of English in a row, names aside
LOOP_TIMES = 4  # a phrase said so often in a row is a loop; three occur in chants and lists
LOOP_SHARE, LOOP_WORDS = 0.4, 10  # or one word makes up this share of so many words

JOINER_LOCALES = frozenset(
    {"ar", "bn", "hi", "km", "my", "ne", "si", "ta", "te", "ur"}
)  # ZWNJ and ZWJ are spelling
