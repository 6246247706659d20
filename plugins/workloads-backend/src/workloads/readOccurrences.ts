import type { EventObject, PodObject } from '../kubernetes/schemas/pods';
import type { Occurrence } from './groupWarnings';
import { runningStatuses } from './runningStatuses';

/** What {@link fromEvent} needs to know beside the event. */
interface OccurrenceContext {
  cluster: string;
  /** Nothing older counts. */
  since: string;
  workloadId: string | undefined;
}

/** A warning event; undefined when it is too old. */
export function fromEvent(
  event: EventObject,
  { cluster, since, workloadId }: OccurrenceContext,
): Occurrence | undefined {
  const lastAt = toInstant(
    event.series?.lastObservedTime ??
      event.lastTimestamp ??
      event.eventTime ??
      event.metadata.creationTimestamp,
  );
  if (!lastAt || lastAt < since) {
    return undefined;
  }
  const { kind, name, namespace } = event.involvedObject;
  return {
    cluster,
    reason: event.reason,
    message: event.message ?? '',
    count: event.series?.count ?? event.count ?? 1,
    firstAt: toInstant(event.firstTimestamp ?? event.eventTime) ?? lastAt,
    lastAt,
    object: { kind, name, namespace },
    workloadId,
  };
}

/** Containers that were killed for their memory, which no event tells. */
export function fromOomKills(
  pod: PodObject,
  { cluster, since, workloadId }: OccurrenceContext,
): Occurrence[] {
  const { name, namespace } = pod.metadata;
  return runningStatuses(pod).flatMap(container => {
    const ended = container.state.terminated ?? container.lastState.terminated;
    const at = toInstant(ended?.finishedAt);
    return ended?.reason === 'OOMKilled' && at && at >= since
      ? [
          {
            cluster,
            reason: 'OOMKilled',
            message: `Container "${container.name}" of pod "${name}" was killed as it used too much memory (exit code ${ended.exitCode})`,
            count: 1,
            firstAt: at,
            lastAt: at,
            object: { kind: 'Pod', name, namespace },
            workloadId,
          },
        ]
      : [];
  });
}

/** Kubernetes writes whole seconds or microseconds; both compare as text then. */
function toInstant(time: string | null | undefined): string | undefined {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
