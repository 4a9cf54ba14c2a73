"""How each language says no: the words that a warning cannot lose."""

from __future__ import annotations

import re
from functools import lru_cache

# A sentence with several of these counts once: other languages fold “never … anyone” into one word.
_ENGLISH = re.compile(
    r"\b(?:never|not|cannot|nobody|nothing|nowhere|neither|nor|without|\w+n['’]t|no one|"
    r"no (?!longer\b|matter\b|\.)(?=\w))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?:;…])\s+")
_ANY_SENTENCE = re.compile(r"(?<=[.!?:;…؟؛])\s+|(?<=[。！？：；។៖။।۔።፤፦])")
UNMARKED = frozenset({"th", "lo"})  # write no full stop; a space ends a sentence

# Word patterns (\b … \b) for scripts with spaces, plain strings for others. Verbs that carry the “no” in
# their meaning (avoid, refuse, forbid) count: good translators use them for “do not”.
_WORDS: dict[str, str] = {
    "fr": r"\b(?:ne|n['’]\w+|pas|jamais|aucune?|personne|rien|sans|ni|non|nulle|évite[zr]|"
    r"refuse[zr]|interdit\w*)\b",
    "es": r"\b(?:no|nunca|jamás|nadie|nada|ningun\w*|ningún|sin|ni|tampoco|evit\w+|prohibid\w+)\b",
    "pt": r"\b(?:não|nunca|jamais|ninguém|nada|nenhum\w*|sem|nem|tampouco|evit\w+|proibid\w+)\b",
    "vi": r"\b(?:không|đừng|chớ|chưa|chẳng|cấm|tránh)\b",
    "id": r"\b(?:tidak\w*|jangan\w*|bukan\w*|tak|tanpa|belum|tiada|dilarang|hindari|enggan)\b",
    "ms": r"\b(?:tidak\w*|jangan\w*|bukan\w*|tak|tanpa|belum|tiada|usah|dilarang|elakkan)\b",
    "tl": r"\b(?:huwag\w*|hindi|wala\w*|walang|di|bawal|iwasan|kailanman)\b",
    "tr": r"\w+m[ae](?:y[ıiae]n\w*|yın\w*|yin\w*|z\w*|d[ıiae]\w*|m[ae]l\w*|k\w*|sın\w*|sin\w*|y[ae]\w*|"
    r"ne|m[ıiuü]ş\w*|den|dan|n[ıi]z\w*)?\b|\b\w+m[ıiuü]yor\w*|\b(?:değil\w*|yok\w*|asla|hiç\w*|ne|"
    r"\w+s[ıiuü]z\w*|olmadan|sakın|kaçının)\b",
    "sw": r"\b(?:kamwe|kamwe|bila|hakuna|hapana|si|wala|sio|siyo|epuka|"
    r"(?:u|m|i|a|wa|tu|ni)si\w+|"
    r"hu\w{3,}i|ha(?:wa|u|m|tu|i|ku|vi|zi|ya|li)?\w+|sijui|si\w{4,})\b",
    "ru": r"\b(?:не|ни|нет|никогда|никому|никто|никого|никак\w*|ничего|ничто|нельзя|без|"
    r"избегайте|\w*запрещ\w+|"
    r"не\w{3,})\b",
    "ar": r"(?:^|[\s(«“])(?:و|ف)?(?:لا|لن|لم|ليس\w*|غير|عدم|بعدم|بدون|دون|ما|"
    r"أبد[اًا]+|ممنوع|تجنب\w*|بلا|ألا|لئلا)\b",
    "ur": r"\b(?:نہ|نہیں|مت|بغیر|کبھی|نا|گریز|ممنوع)\b",
    "hi": r"(?:नहीं|मत|(?<!\w)(?:न|ना)(?![\w\u0900-\u0963])|बिना|कभी|बगैर|मना|वर्जित|नही)",
    "ne": r"(?:(?<![\w\u0900-\u097f])न[\u0900-\u097f]+|छैन|होइन|हुँदैन|दैन|दैनन्|बिना|कहिल्यै|मनाही|िन\b|न् *छैन)",
    "bn": r"(?:না|নয়|নেই|নি(?![\w\u0980-\u09ff])|কখনো|কখনও|ছাড়া|বিনা|নিষেধ|নিষিদ্ধ)",
    "te": r"(?:వద్దు|లేదు|కాదు|కూడదు|రాదు|కండి|లేర|లేని|కుండా|లేక|ఎప్పుడూ|లేవు|వద్దని|కాని|దు(?![\w\u0c00-\u0c7f]))",
    "ta": r"(?:வேண்டாம்|இல்லை|இல்லாமல்|இல்லாத|ாதீர்|ாது|ாமல்|ாதே|ாத(?![\u0b80-\u0bff])|கூடாது|ஒருபோதும்|முடியா|"
    r"மாட்ட|தவிர்|அல்ல|ாதவ|ாதீ)",
    "si": r"(?:එපා|නැත|නැති|නොම|නො|නෑ|බැහැ|බැරි|නැහැ|තොරව|කිසි|නොව|මිස|වළකින්න|වැළකී)",
    "th": r"(?:ไม่|อย่า|ห้าม|มิ|ไร้|ปราศจาก|หลีกเลี่ยง|งด)",
    "lo": r"(?:ບໍ່|ບໍ|ຢ່າ|ຫ້າມ|ປາດສະຈາກ|ຫຼີກ)",
    "km": r"(?:មិន|កុំ|គ្មាន|ពុំ|ឥត|ហាម|ជៀសវាង|ដោយគ្មាន|មិនដែល|អត់)",
    # Not နဲ့ "with" nor သို့မဟုတ် "or"; a written no is မ… before a final ပါ.
    "my": r"(?:ဘူး|ပါ(?:နှင့်|နဲ့)|မရှိ|(?<!သို့)(?<!ဒါမှ)မဟုတ်|(?<![\u1000-\u109f])မ[\u1000-\u109f]{2,24}ပါ(?=[။:]|$)|"
    r"မ[\u1000-\u102a][\u102b-\u103e]*(?:[\u1000-\u102a]်)?နိုင်|ဘဲ|မရ|မပါ|မည်သည့်အခါ|ဘယ်တော့|ဘယ်သူ|မည်သူ|မလုပ်|"
    r"မပေး|မဖြစ်|မသွား|ကြဉ်|တားမြစ်)",
    "am": r"(?:\bአ[ትይልንላ]\w+|\bአያ?\w+|\bየለ\w*|አይደለ\w*|በጭራሽ|በፍጹም|ያለ\b|\bሳ[ይትልን]?\w+|\w*አይ\w+|\bየማይ\w+|"
    r"\bምንም|\bማንም|\bየሌ\w+|\bየማ\w+|\bባል\w+|\bእንዳ[ይትል]?\w+|\bከማ\w+|ተቆጠብ\w*|ክልክል)",
    "zh-Hans": r"(?:不|没|无|勿|别|莫|非|未|否|禁|免|切忌|拒绝)",
    "zh-Hant": r"(?:不|沒|無|勿|別|莫|非|未|否|禁|免|切忌|拒絕)",
}


@lru_cache(maxsize=32)
def _pattern(tag: str) -> re.Pattern[str] | None:
    words = _WORDS.get(tag)
    return re.compile(words, re.IGNORECASE) if words else None


def source_negations(text: str) -> int:
    """Sentences of the English that say no."""
    return sum(bool(_ENGLISH.search(sentence)) for sentence in _SENTENCE.split(text))


def negations(text: str, tag: str) -> int:
    """Sentences of a translation that say no; each “no” where a script does not mark sentences.

    As many as anybody asks for in a language without a list yet.
    """
    pattern = _pattern(tag)
    if pattern is None:
        return len(text)
    if tag in UNMARKED:
        return sum(1 for _ in pattern.finditer(text))
    return sum(bool(pattern.search(sentence)) for sentence in _ANY_SENTENCE.split(text))
