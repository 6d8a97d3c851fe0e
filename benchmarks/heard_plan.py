"""A recording of a session beside its plan: what is missing, what came at another time, what sounds otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.recorded import LOUD, MS, SEARCHED_MS, SILENCE, Heard, outline, quantiles
from footroutine.services.voice.pcm import RATE, Samples

SPARE_MS = 25  # around a cue that are not looked at for stray sounds: recording and playing have blocks of 10 ms
TONES = {  # as a listener would name them
    "lead_in": "one low beep",
    "go": "one high beep",
    "half": "two quick beeps",
    "last": "three quick beeps",
    "switch": "low, high, low",
    "rest": "two notes falling",
    "over": "two notes falling, twice",
    "done": "four notes rising",
}


@dataclass
class Comparison:
    """What a recording says of a plan."""

    late: list[float] = field(default_factory=list)  # ms
    alike: list[float] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)  # lines: seconds, words
    wrong: list[str] = field(default_factory=list)
    missed: int = 0
    overlapped: int = 0

    def line(self) -> str:
        """Its line of the table."""
        cues = len(self.late) + self.missed + self.overlapped
        likeness = min(self.alike, default=0)
        return f"{cues:5d} {quantiles(self.late)} {self.missed:7d} {self.overlapped:11d} {likeness:9.2f}"


def name_of(cue: dict[str, Any]) -> str:
    """The words of a cue; a tone's are in brackets."""
    return f"[{TONES[cue['tone']]}]" if cue["tone"] else cue["text"]


def compared(cues: list[dict[str, Any]], origin_ns: int, heard: Heard, sounds: Mapping[str, Samples]) -> Comparison:
    """Every cue beside what was heard of it; `sounds` has each by its `name_of`."""
    result = Comparison()
    firsts = {name: next(i for i, s in enumerate(sound) if abs(s) > LOUD) for name, sound in sounds.items()}
    outlines = {name: outline(sound[firsts[name] :], RATE) + SILENCE for name, sound in sounds.items()}
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        at_ns, name = origin_ns + cue["at_ms"] * MS, name_of(cue)
        place = f"{cue['at_ms'] / 1000:.3f} s {name!r}"
        end_ns = at_ns + (cue["end_ms"] - cue["at_ms"] + SPARE_MS) * MS
        until_ns = end_ns if following is None else origin_ns + (following["at_ms"] - SPARE_MS) * MS
        if (stray := heard.onset(end_ns, until_ns)) is not None:
            result.wrong.append(f"a sound {(stray - end_ns) // MS} ms after its end: {place}")
        onset = heard.onset_near(at_ns)
        if onset is None:
            is_there = heard.onset(at_ns + SEARCHED_MS[0] * MS, at_ns + SEARCHED_MS[1] * MS) is not None
            result.overlapped += is_there
            result.missed += not is_there
            result.wrong.append(f"{'overlapped' if is_there else 'missed'}: {place}")
            continue
        # A word's own soft beginning is no lateness.
        result.late.append((onset - at_ns) / MS - firsts[name] * 1000 / RATE)
        found, like = heard.recognised(onset, name, outlines)
        result.alike.append(like)
        result.heard.append(f"{(onset - origin_ns) / MS / 1000:8.2f}  {found}")
        if found != name or like < 0.8:
            result.wrong.append(f"sounds like {found!r} ({like:.2f}): {place}")
    return result
