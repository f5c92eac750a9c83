"""Names across alphabets: whether a Cyrillic or Greek spelling may be the Latin name."""

from __future__ import annotations

import re

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "є": "e", "ј": "i",
    "љ": "l", "њ": "n", "ђ": "d", "ћ": "c", "џ": "dz", "α": "a", "β": "v", "γ": "g", "δ": "d",
    "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
    "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_SAME = (("ph", "f"), ("kh", "h"), ("ch", "h"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("c", "k"))
_VOWELS = re.compile("[aeiouyj]")


def skeleton(name: str) -> str:
    """The consonants of one folded name in Latin letters, with what spellings disagree on undone.

    Sergey, Sergei and Сергей have the same one; so have a few names that differ.
    """
    text = "".join(_LATIN.get(char, char) for char in name)
    for spelled, plain in _SAME:
        text = text.replace(spelled, plain)
    head = "*" if _VOWELS.match(text) else ""
    return head + _VOWELS.sub("", text)
