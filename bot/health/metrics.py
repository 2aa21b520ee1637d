"""What is counted for Prometheus, in a registry of its own. `docs/operate.md` lists the metrics."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.catalogue.declare import on
from bot.context import Context
from bot.durable.outbox import State
from bot.health.readings import Readings
from bot.health.report import Report, Status, queues
from bot.health.watching import Condition, Watched
from bot.looking import Seen
from bot.understanding import Condition as Encoder
from bot.vocabulary.signals import EffectSettled

SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 3600)


class Metrics:
    """Counts while the program runs; what is in the database or in a report is read when it is asked for."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=self._registry)
        self._received = self._counter("messages_received", "Messages of people, posted or edited.")
        self._kept = self._counter("messages_kept", "Of these, those that some feature wanted.")
        self._errors = self._counter("errors", "Lines of level error in the log, by their event.", "event")
        self._effects = self._counter(
            "effects", "What became of what had to go out.", "platform", "effect", "outcome"
        )
        self._delivery = Histogram(
            "ombud_delivery_seconds",
            "From the moment something had to go out until it was delivered.",
            ["platform"],
            buckets=SECONDS,
            registry=self._registry,
        )

    def message(self, seen: Seen) -> None:
        """A message was looked at."""
        self._received.inc()
        if seen.kept:
            self._kept.inc()

    def error(self, event: str) -> None:
        """Something failed at an edge, and the log has a line with this event."""
        self._errors.labels(event).inc()

    def settled(self, platform: str, told: EffectSettled) -> None:
        """An effect was delivered, or given up."""
        self._effects.labels(platform, told.effect, told.outcome).inc()
        if told.outcome == State.DELIVERED:
            self._delivery.labels(platform).observe(told.waited)

    def expose(self, report: Report, platforms: tuple[Watched, ...], accept: str) -> tuple[bytes, str]:
        """All of it as text in a format that `accept` allows, and the format's content type."""
        encode, content_type = choose_encoder(accept)
        figures = _Figures(report, platforms)
        self._registry.register(figures)
        try:
            return encode(self._registry), content_type
        finally:
            self._registry.unregister(figures)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"ombud_{name}", about, labels, registry=self._registry)


class Counting:
    """The cog that hears what became of each effect."""

    name = "health"

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    @on(EffectSettled)
    async def settled(self, ctx: Context, told: EffectSettled) -> None:
        self._metrics.settled(ctx.community.platform, told)


class _Figures(Collector):
    """What is not counted but known: a report, and the calls of the platforms."""

    def __init__(self, report: Report, platforms: tuple[Watched, ...]) -> None:
        self._report = report
        self._platforms = platforms

    def collect(self) -> Iterator[Metric]:
        yield self._status()
        writable = self._report.database.writable
        yield _gauge("database_writable", "Whether the last write was stored.", writable)
        yield self._up()
        yield self._calls()
        yield from self._encoder()
        if self._report.readings is not None:
            yield from _of_database(self._report.readings)

    def _status(self) -> Metric:
        found = GaugeMetricFamily("ombud_status", "What /healthz says: 1 for one of them.", labels=["status"])
        for status in Status:
            found.add_metric([status], status is self._report.status)
        return found

    def _encoder(self) -> Iterator[Metric]:
        encoder = self._report.encoder
        about = "Whether stage 2 of detection can be asked."
        yield _gauge("encoder_ready", about, encoder.condition in (Encoder.READY, Encoder.OVERLOADED))
        yield CounterMetricFamily("ombud_encoder_read", "Messages that stage 2 has read.", encoder.read)
        yield CounterMetricFamily("ombud_encoder_skipped", "Messages it was too busy for.", encoder.skipped)

    def _up(self) -> Metric:
        found = GaugeMetricFamily("ombud_platform_up", "By its last answer.", labels=["platform"])
        for each in self._platforms:
            if each.condition is not Condition.UNKNOWN:
                found.add_metric([each.name], each.condition is Condition.UP)
        return found

    def _calls(self) -> Metric:
        labels = ["platform", "method", "ending"]
        found = CounterMetricFamily(
            "ombud_platform_calls", "Calls of a platform and how they ended.", labels=labels
        )
        for each in self._platforms:
            for (method, ending), count in sorted(each.calls.items()):
                found.add_metric([each.name, method, ending], count)
        return found


def _of_database(readings: Readings) -> Iterator[Metric]:
    yield CounterMetricFamily("ombud_cases_opened", "Cases ever opened in this database.", readings.cases)
    waiting = GaugeMetricFamily("ombud_rows_waiting", "Rows that are still to be done.", labels=["queue"])
    lag = GaugeMetricFamily("ombud_lag_seconds", "The age of the oldest row that is due.", labels=["queue"])
    dead = GaugeMetricFamily("ombud_rows_dead", "Rows that were tried and set aside.", labels=["queue"])
    for name, queue in queues(readings):
        waiting.add_metric([name], queue.waiting)
        lag.add_metric([name], queue.lag_seconds)
        dead.add_metric([name], queue.dead)
    yield from (waiting, lag, dead)


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"ombud_{name}", about, value)
