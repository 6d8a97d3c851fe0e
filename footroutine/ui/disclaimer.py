"""What this is and is not, in the same words wherever it is said."""

from PySide6.QtCore import QCoreApplication


def disclaimer() -> list[str]:
    """The paragraphs of the disclaimer."""
    return [
        QCoreApplication.translate(
            "disclaimer",
            "Foot Routine guides you through foot exercises. It is for information only, and made by people who are "
            "not medical professionals. It cannot examine you, and it does not replace someone who can.",
        ),
        QCoreApplication.translate(
            "disclaimer",
            "Ask a doctor or a podiatrist before you begin, above all if you have diabetes, numb feet, swelling, "
            "a recent fall, injury or operation, or pain that does not go away.",
        ),
        QCoreApplication.translate(
            "disclaimer",
            "Stop at once if something hurts, tingles or makes you dizzy. Hold on to something steady when you stand.",
        ),
    ]
