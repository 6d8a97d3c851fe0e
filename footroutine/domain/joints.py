"""The joints that a pose may set, and how far each can go, in degrees.

Limits are those of a healthy adult, rounded inwards; the figure never shows a body doing what a body cannot.
"""

from collections.abc import Mapping

# name -> (least, most). Legs are written ``worked.NAME`` or ``other.NAME`` in a pose.
LEG_JOINTS: Mapping[str, tuple[float, float]] = {
    "hip_flexion": (-30.0, 120.0),
    "hip_abduction": (-20.0, 45.0),
    "hip_rotation": (-40.0, 40.0),
    "knee_flexion": (0.0, 140.0),
    "dorsiflexion": (-50.0, 25.0),
    "inversion": (-20.0, 35.0),
    "toe_curl": (-60.0, 60.0),
    "toe_spread": (0.0, 15.0),
}
BODY_JOINTS: Mapping[str, tuple[float, float]] = {
    "lean": (-95.0, 60.0),  # the trunk: 0 upright, > 0 forward, -90 flat on the back
    "neck": (-30.0, 45.0),
    "head_turn": (-60.0, 60.0),  # > 0 towards the worked side
    "shoulder_flexion": (-40.0, 170.0),
    "shoulder_abduction": (-10.0, 90.0),
    "elbow_flexion": (0.0, 145.0),
    "wrist_extension": (-60.0, 90.0),
}
