"""Asks a language model to put a suggestion into friendlier words. Off unless the operator names an endpoint.

It gets one suggestion and the text it is about, nothing else: no names, no account ids, no numbers of a site. What it answers is
words only; no verdict depends on it. Source: the OpenAI-compatible `POST /chat/completions`, which many servers speak.
"""

import logging
import re
from dataclasses import dataclass, field

import requests

log = logging.getLogger(__name__)

TIMEOUT_S = 5.0
MAX_CHARS = 600
_ACCOUNT_ID = re.compile(r"\b(?:\d{6}:[0-9a-f-]{36}|[0-9a-f]{24}|qm:[0-9a-f-]{36}:[0-9a-f-]{36})\b", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_INSTRUCTION = (
    "Rephrase the suggestion for the person who wrote the draft: friendly, concrete, at most two sentences, in the draft's language. "
    "Keep every placeholder in [brackets] as it is. Add no numbers, no names and no new advice."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An endpoint that rephrases. `key` is sent as a bearer token if there is one."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    def rephrase(self, *, draft: str, suggestion: str) -> str:
        """Return the suggestion in other words, or as it was whenever anything is not as it should be."""
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        said = f"Draft: {without_people(draft)[:MAX_CHARS]}\nSuggestion: {without_people(suggestion)[:MAX_CHARS]}"
        messages = [{"role": "system", "content": _INSTRUCTION}, {"role": "user", "content": said}]
        try:
            reply = requests.post(
                f"{self.url}/chat/completions",
                json={"model": self.model, "messages": messages, "temperature": 0.3, "max_tokens": 200},
                headers=headers,
                timeout=TIMEOUT_S,
                allow_redirects=False,
            )
            if reply.status_code != requests.codes.ok:
                raise ValueError(f"answered {reply.status_code}")
            words = str(reply.json()["choices"][0]["message"]["content"]).strip()
        except (requests.RequestException, ValueError, KeyError, IndexError, TypeError) as error:
            log.info("no other words: %s", type(error).__name__)
            return suggestion
        return words if _is_faithful(words, draft=draft, suggestion=suggestion) else suggestion


def without_people(text: str) -> str:
    """Return a text without account ids and e-mail addresses."""
    return _EMAIL.sub("[person]", _ACCOUNT_ID.sub("[person]", text))


def _is_faithful(words: str, *, draft: str, suggestion: str) -> bool:
    """Words that are empty, endless, lose a placeholder or bring a number of their own are not taken."""
    known = f"{draft} {suggestion}"
    slots = re.findall(r"\[[^\]]+\]", suggestion)
    numbers = re.findall(r"\d+(?:[.,]\d+)?", words)
    return (
        bool(words)
        and len(words) <= MAX_CHARS
        and all(slot in words for slot in slots)
        and all(n in known for n in numbers)
    )
