"""The family of short sounds as data: told apart by pitch and by rhythm.

The pitches are those of one C major pentatonic scale with its second, so that no two of them clash.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footroutine.domain.timeline import Ms, Tone


@dataclass(frozen=True, slots=True)
class Note:
    """One soft note of `hz`, sounding `ms`, followed by `gap_ms` of silence."""

    hz: float
    ms: int
    gap_ms: int = 0


C5, D5, E5, G5, A5, C6 = 523.25, 587.33, 659.26, 783.99, 880.0, 1046.5

NOTES: Mapping[Tone, tuple[Note, ...]] = MappingProxyType(
    {
        Tone.LEAD_IN: (Note(E5, 90),),
        Tone.GO: (Note(C6, 150),),
        Tone.HALF: (Note(G5, 60, 30), Note(G5, 65)),
        Tone.LAST: (Note(A5, 40, 15), Note(A5, 40, 15), Note(A5, 45)),
        Tone.SWITCH: (Note(D5, 90, 25), Note(A5, 90, 25), Note(D5, 100)),
        Tone.REST: (Note(G5, 140, 20), Note(C5, 180)),
        Tone.OVER: (Note(G5, 110, 15), Note(C5, 130, 60), Note(G5, 110, 15), Note(C5, 180)),
        Tone.DONE: (Note(C5, 140, 20), Note(E5, 140, 20), Note(G5, 140, 20), Note(C6, 420)),
    }
)


def tone_ms(tone: Tone) -> Ms:
    """How long a tone sounds, from the beginning of its first note to the end of its last."""
    return Ms(sum(note.ms + note.gap_ms for note in NOTES[tone]))
