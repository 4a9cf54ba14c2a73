"""How a language writes numbers: digits, words, scales, orders of magnitude; compiled from its lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from waymark.lexicon.currencies import SIGNS, codes
from waymark.lexicon.tables import Tables
from waymark.shadow import shadow

# 7.000 · 270 000 · 1,200.50 · 12,34,567 (South Asia) · 7,8 · 45
DIGITS = (
    r"(?:\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:[.,]\d+)?)"
)
_SHORT = {"m": 1e6, "md": 1e9}  # "1,1 M$"
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ .,']\d{3})+")
_SOUTH_ASIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression that matches one of the words, the longest first; never the empty text."""
    found = sorted(
        {re.escape(shadow(word)).replace(r"\ ", r"\s+") for word in words}, key=lambda w: (-len(w), w)
    )
    return "(?:" + "|".join(found) + ")" if found else "(?!)"


@dataclass(frozen=True)
class Numerals:
    """The number grammar of one language."""

    decimal: str
    words: dict[str, float]
    times: dict[str, float]  # multiply the last addend: cent, ratus
    scales: dict[str, float]  # multiply what stands before: mille, juta
    glued: dict[str, float]  # after digits without a space: 10m
    one: frozenset[str]  # articles that also count: un, a
    vague: dict[str, float]
    collective: dict[str, float]
    fold: dict[str, float]
    symbols: dict[str, str]  # currency sign → ISO code, or several codes that share it
    expression: re.Pattern[str]
    ratio: re.Pattern[str]
    percent: re.Pattern[str]
    range_open: re.Pattern[str]
    range_to: re.Pattern[str]
    range_and: re.Pattern[str]
    of: re.Pattern[str]
    part: re.Pattern[str]  # between a part and its whole: "of the", "de los"
    half: re.Pattern[str]  # behind a number or its noun: "and a half"
    joint: re.Pattern[str]  # between thousands and hundreds: " ", " e "
    links: frozenset[str]  # the words of "hundreds of", "un million de"

    @staticmethod
    def of_tables(tables: Tables) -> Numerals:
        """Compile the tables under ``numerals``."""
        t = {name: tables.amounts(f"numerals.{name}") for name in _AMOUNTS}
        lines = {name: tables.lines(f"numerals.{name}") for name in _LINES}
        iso = {code.lower(): code for code in codes()}
        symbols = iso | SIGNS | {shadow(k): str(v) for k, v in tables.forms("numerals.symbols").items()}
        joiner = alternatives(lines["and"])
        word = alternatives([*t["words"], *t["times"]])
        scale = alternatives(t["scales"])
        thousands = sorted(shadow(word) for word, value in t["scales"].items() if value == 1000)
        thousand = "|".join(rf"(?<=\b{re.escape(word)})" for word in thousands) or "(?!)"  # "4 mil 419"
        vague = alternatives(t["vague"])
        of = alternatives(lines["of"])
        glued = alternatives(t["glued"])
        large = alternatives([*(w for w, value in t["words"].items() if value >= 20), *t["times"]])
        tens = alternatives([*(w for w, value in t["words"].items() if value >= 10), *t["times"]])
        # "three and eight", "six nine" and "nine - six men" are two numbers; "quatre-vingt" is one
        run = rf"(?:{large}(?:\s+|-){joiner}\s+|{tens}(?:\s+|-)|{word}(?:-|\s+(?={tens}(?!\w))))*{word}"
        sign = alternatives(symbols)
        led = "".join(rf"|(?<=\b{re.escape(shadow(word))})" for word in lines["prefix"])  # "ke-42 orang"
        expression = (
            rf"(?:(?:(?<!\w)(?P<sign>{sign})\s?|(?<![\w.,/:+#])(?:(?<![^\W\d]-){led})(?<!^-))"
            rf"(?P<digits>{DIGITS})(?P<glued>{glued}(?!\w))?(?!(?!km\b)\w|[/:]\d)"
            rf"|(?<![\w-])(?P<collective>{alternatives(t['collective'])})(?!\w)"
            rf"|(?<![\w-])(?P<vague>{vague}(?:\s+{of}\s*{vague}|\s+{vague})*)(?!\w)"
            rf"|(?<![\w-])(?P<words>{run}|(?={scale}){scale})(?!\w))"
            rf"(?P<scale>\s?md?(?=\s?[$€])|(?:(?:\s+|-){scale}(?!\w))*)(?:(?:{thousand})(?P<rest>\s\d{{3}}(?![\d.,])))?"
            rf"(?P<after>\s?{sign}(?!\w))?"
        )
        return Numerals(
            decimal=tables.word("numerals.decimal"),
            one=frozenset(shadow(w) for w in lines["one"]),
            symbols=symbols,
            expression=re.compile(expression),
            ratio=re.compile(rf"\s+(?:\w+\s+){{0,2}}?{alternatives(lines['ratio'])}\s+(?=\w)"),
            percent=re.compile(rf"\s*{alternatives(lines['percent'])}(?!\w)"),
            range_open=re.compile(rf"(?<!\w){alternatives(lines['range_open'])}\s+$"),
            range_to=re.compile(rf"\s*-\s*|\s+{alternatives(lines['range_to'])}\s+"),
            range_and=re.compile(rf"\s+{alternatives(lines['range_and'])}\s+"),
            joint=re.compile(rf"\s(?:{joiner}\s)?"),
            part=re.compile(rf"\s*{alternatives(lines['part'])}\s*"),
            half=re.compile(rf"\s+{alternatives(lines['half'])}(?P<scale>(?:\s+{scale})?)(?!\w)"),
            links=frozenset(shadow(w).strip("'") for w in lines["of"]),
            of=re.compile(rf"\s*{of}\s*"),
            **{name: t[name] for name in _AMOUNTS},
        )

    def currency(self, printed: str) -> str:
        """The currency of a sign as printed: "Rp", "US$", "UGX"; empty for words such as "all" and "top"."""
        sign = printed.strip()
        found = self.symbols.get(shadow(sign), "")
        return found if not sign[:1].isalpha() or _is_code(sign, found) else ""

    def code(self, glued: str) -> str:
        """The currency of a code that stands against its digits, however it is written: "Rwf750,000"."""
        found = self.symbols.get(glued, "")
        return found if found == glued.upper() else ""

    def digits(self, text: str, scaled: bool) -> float:
        """Read digits: three after any separator are thousands, unless a scale word follows."""
        text = text.strip()
        if _SOUTH_ASIAN.fullmatch(text) or (
            _GROUPED.fullmatch(text) and not (scaled and self._one_decimal(text))
        ):
            return float(re.sub(r"[ .,']", "", text))
        tail = re.search(r"[.,](\d{1,})$", text)
        whole = text[: tail.start()] if tail else text
        return float(re.sub(r"[ .,']", "", whole) + ("." + tail[1] if tail else ""))

    def _one_decimal(self, text: str) -> bool:
        """1,234 billion: the only separator is the language's decimal sign."""
        return text.count(self.decimal) == 1 and not any(c in text for c in " .,'" if c != self.decimal)

    def spelled(self, text: str) -> float:
        """Read number words: "cent vingt-trois", "dua ratus lima puluh", "quatre-vingt"."""
        total = last = 0.0
        for word in re.findall(r"\w+", text):
            if word in self.times:
                total, last = total - last + (last or 1) * self.times[word], (last or 1) * self.times[word]
            elif word in self.words:
                value = self.words[word]
                if value == 20 and last == 4:  # quatre-vingt
                    total, last = total - 4 + 80, 80
                else:
                    total, last = total + value, value
        return total

    def scaled(self, text: str) -> float:
        """The product of the scale words in a text: "mil millones" is 1e9; 1 for none."""
        product = 1.0
        for word in re.findall(r"\w+", text):
            product *= self.scales.get(word) or _SHORT.get(word, 1.0)
        return product


def _is_code(sign: str, found: str) -> bool:
    """Codes stand in capitals, other letters begin with one."""
    return sign.isupper() if sign.upper() == found else sign[0].isupper()


_AMOUNTS = ("words", "times", "scales", "glued", "vague", "collective", "fold")
_LINES = (
    "and",
    "one",
    "percent",
    "ratio",
    "range_open",
    "range_to",
    "range_and",
    "of",
    "prefix",
    "half",
    "part",
)
