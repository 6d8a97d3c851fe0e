"""The compiled timeline, and what there is to play, as JSON for other programs. Its shape is kept stable."""

from typing import Any

from footroutine.domain.library import Library
from footroutine.domain.timeline import Cue, Segment, Timeline


def segment_json(segment: Segment) -> dict[str, Any]:
    """One segment; what does not apply is null."""
    return {
        "start_ms": segment.start_ms,
        "end_ms": segment.end_ms,
        "kind": segment.kind.value,
        "exercise": segment.exercise,
        "movement": segment.movement,
        "side": segment.side.value if segment.side else None,
        "set": segment.set,
        "rep": segment.rep,
        "posture": segment.posture.value if segment.posture else None,
    }


def cue_json(cue: Cue) -> dict[str, Any]:
    """One cue; `tone` names the sound of a cue that is no speech."""
    return {
        "at_ms": cue.at_ms,
        "end_ms": cue.end_ms,
        "kind": cue.kind.value,
        "text": cue.text,
        "segment": cue.segment,
        "tone": cue.tone.value if cue.tone else None,
    }


def timeline_json(timeline: Timeline) -> dict[str, Any]:
    """The whole timeline."""
    return {
        "routine": timeline.routine.id,
        "total_ms": timeline.total_ms,
        "segments": [segment_json(s) for s in timeline.segments],
        "cues": [cue_json(c) for c in timeline.cues],
    }


def library_json(library: Library) -> dict[str, Any]:
    """Routines in their order, and exercises."""
    return {
        "routines": [
            {"id": r.id, "name": r.name, "summary": r.summary, "exercises": [s.exercise for s in r.steps]}
            for r in library.routines.values()
        ],
        "exercises": [
            {
                "id": e.id,
                "name": e.name,
                "summary": e.summary,
                "posture": e.posture.value,
                "sides": e.sides.value,
                "dose": {key: limit.default for key, limit in e.dose.items()},
                "variants": {key: variant.variant_name for key, variant in e.variants.items()},
            }
            for e in library.exercises.values()
        ],
    }
