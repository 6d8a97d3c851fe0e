"""How the feet are, before and after a session and on the next morning: what is asked, and what is kept of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from footroutine.app.session_keeper import SessionKeeper
from footroutine.app.wiring import Program
from footroutine.domain.exercise import Side, Sourced
from footroutine.domain.history import SessionRecord
from footroutine.domain.pain import NHS, NHS_MORNING, RULES, SEE_SOMEONE, PainMoment, PainRecord
from footroutine.domain.phrases.pain_words import bands_line, pain_words
from footroutine.ui.practice_views import PainView, RuleView, StopsView


class PainAsking(QObject):
    """One switch turns all of it off. What is said before a session is kept with it, once it has begun."""

    def __init__(self, program: Program, keeper: SessionKeeper, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._program, self._keeper, self._now = program, keeper, now
        self._before: dict[Side, int] = {}
        self._evening: SessionRecord | None = None  # the session that this morning's question is about
        self._skipped: set[int] = set()

    def before(self) -> PainView:
        """The question before a session."""
        if not self._program.settings.ask_pain:
            return PainView()
        left, right = self._before.get(Side.LEFT), self._before.get(Side.RIGHT)
        return PainView(self.tr("How are your feet now, before you begin?"), left, right)

    def after(self) -> PainView:
        """The question after a session, with what each source says of the answer."""
        if not self._program.settings.ask_pain or self._keeper.session_id is None:
            return PainView()
        return PainView(self.tr("How are your feet now?"), rules=self.rules())

    def morning(self) -> PainView:
        """The question of the morning after: once something was done on the day before, until it is answered."""
        self._evening = None
        if not self._program.settings.ask_pain:
            return PainView()
        now = self._now()
        eve = now.date() - timedelta(days=1)
        done = [s for s in self._keeper.history.sessions(eve, eve) if any(each.done_reps for each in s.sets)]
        if not done or done[-1].id in self._skipped:
            return PainView()
        said = {
            pain.foot: pain.score
            for pain in self._keeper.history.pains(now.date(), now.date())
            if pain.moment is PainMoment.MORNING and pain.session == done[-1].id
        }
        if len(said) == 2:
            return PainView()
        self._evening = done[-1]
        return PainView(
            self.tr("How are your feet this morning?"),
            said.get(Side.LEFT),
            said.get(Side.RIGHT),
            (self._rule(NHS_MORNING),),
        )

    def said(self, moment: PainMoment, foot: Side, score: int) -> None:
        """Keep an answer."""
        match moment:
            case PainMoment.BEFORE:
                self._before[foot] = score
            case PainMoment.AFTER:
                self._keep(moment, foot, score, self._keeper.session_id)
            case PainMoment.MORNING if self._evening:
                self._keep(moment, foot, score, self._evening.id)

    def skipped(self, moment: PainMoment) -> None:
        """The person would rather not say."""
        if moment is PainMoment.BEFORE:
            self._before.clear()
        elif moment is PainMoment.MORNING and self._evening:
            self._skipped.add(self._evening.id)

    def begun(self) -> None:
        """A session has begun: what was said before it is of it."""
        for foot, score in self._before.items():
            self._keep(PainMoment.BEFORE, foot, score, self._keeper.session_id)
        self._before.clear()

    def rules(self) -> tuple[RuleView, ...]:
        """The scale and the rules, each as its source has it."""
        scale = RuleView(bands_line(self._program.library.language), self._source(NHS))
        return (scale, *map(self._rule, RULES))

    def stops(self) -> StopsView:
        """Every stop-sign of every exercise, when to see someone, and what is said of pain, each with its source."""
        signs = {each.name: tuple(map(self._sign, each.stops)) for each in self._program.library.exercises.values()}
        always = tuple(sign for sign in next(iter(signs.values()), ()) if all(sign in own for own in signs.values()))
        others = ((name, tuple(sign for sign in own if sign not in always)) for name, own in signs.items())
        own_signs = tuple((name, own) for name, own in others if own)
        return StopsView(always, own_signs, tuple(map(self._rule, SEE_SOMEONE)), self.rules())

    def _sign(self, sign: Sourced) -> RuleView:
        return RuleView(sign.text, self._source(sign.source))

    def _rule(self, rule: Sourced) -> RuleView:
        return RuleView(pain_words(rule.text, self._program.library.language), self._source(rule.source))

    def _source(self, source: str) -> str:
        found = self._program.library.sources.get(source)
        return found.title if found else source

    def _keep(self, moment: PainMoment, foot: Side, score: int, session: int | None) -> None:
        self._keeper.history.save_pain(PainRecord(foot, moment, score, self._now(), session))
