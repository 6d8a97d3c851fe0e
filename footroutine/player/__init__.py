"""A pure state machine that walks a timeline, and the frame that a view shows."""
