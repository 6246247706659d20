import { z } from 'zod';
import { logAnnotation } from './behaviour.ts';
import { crashLoopAt, crashRunMs, startDelayMs } from './containerLifecycle.ts';
import type { DerivedPod } from './derivePods.ts';
import { fillText } from './fillTemplate.ts';
import { readFixture } from '../readFixture.ts';
import { hour, second } from '../durations.ts';
import type { Container } from './manifestSchemas.ts';
import { seededFraction, seededHex, seededInteger } from '../seed.ts';

export interface LogLine {
  at: number;
  text: string;
}

export interface ReadLogOptions {
  pod: DerivedPod;
  container: Container;
  now: number;
  /** Only lines at or after this time. */
  since?: number;
}

const styleSchema = z.object({
  startup: z.array(z.string()),
  requests: z.array(z.string()),
  crash: z.string().default(''),
});

const styles = readFixture(
  'kubernetes/logs.yaml',
  z.object({ json: styleSchema, spring: styleSchema, job: styleSchema }),
);

/** One line of ordinary work per slot, somewhere inside it. */
const slotMs = 4 * second;
/** A kubelet rotates logs away; this is what is left. */
const keptMs = 2 * hour;

const leadingTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/;

/** What a container has written so far, the same whenever it is asked for. */
export function readLog(options: ReadLogOptions): LogLine[] {
  const { pod, container, now, since = -Infinity } = options;
  const index = pod.spec.containers.indexOf(container);
  const { state } = pod.status.containerStatuses[index];
  if (state.waiting?.reason === 'CrashLoopBackOff') {
    return crashLog(pod, container, now).filter(({ at }) => at >= since);
  }
  const { running, terminated } = state;
  const startedAt = Date.parse(
    running?.startedAt ?? terminated?.startedAt ?? '',
  );
  if (Number.isNaN(startedAt)) {
    return [];
  }
  const end = terminated ? Date.parse(terminated.finishedAt) : now;
  const earliest = Math.max(since, end - keptMs);
  const { startup, requests } = terminated ? styles.job : styleOf(container);
  const startupMs = terminated ? end - startedAt : 2 * second;
  const stepMs = startupMs / startup.length;
  const lines = startup.map((line, step) =>
    write(line, pod, Math.floor(startedAt + (step + 0.5) * stepMs)),
  );
  if (requests.length > 0) {
    const from = Math.max(startedAt + 6 * second, earliest);
    for (let slot = Math.floor(from / slotMs); slot * slotMs <= end; slot++) {
      const seed = `log:${pod.metadata.uid}/${container.name}/${slot}`;
      const at = slot * slotMs + seededInteger(seed, 0, slotMs - 1);
      const isLast = seededFraction(`kind:${seed}`) < 0.03;
      const line = isLast ? requests.length - 1 : slot % (requests.length - 1);
      if (at >= from) {
        lines.push(write(requests[line], pod, at));
      }
    }
  }
  return lines.filter(({ at }) => at >= earliest && at <= end);
}

/** Java services answer under `/actuator`; all others write JSON lines. */
function styleOf(container: Container) {
  return JSON.stringify(container).includes('/actuator')
    ? styles.spring
    : styles.json;
}

function write(line: string, pod: DerivedPod, at: number): LogLine {
  const [{ name, image }] = pod.spec.containers;
  const app = pod.metadata.labels?.['app.kubernetes.io/name'] ?? name;
  const id = seededHex(`id:${pod.metadata.uid}/${at}`, 16);
  const time = new Date(at).toISOString();
  return { at, text: fillText(line, { time, app, image, id }) };
}

/** The last run of a crashing container: it starts, and then it fails. */
function crashLog(
  pod: DerivedPod,
  container: Container,
  now: number,
): LogLine[] {
  const { name, namespace, creationTimestamp, annotations } = pod.metadata;
  const firstStart =
    Date.parse(creationTimestamp) +
    startDelayMs(`${namespace}/${name}/${container.name}`);
  const run = crashLoopAt(firstStart, now).lastRun;
  if (!run) {
    return [];
  }
  const { startup, crash } = styleOf(container);
  const failedAt = run.startedAt + crashRunMs - 300;
  const given = annotations?.[logAnnotation];
  const lines = moveTimes((given ?? crash).trimEnd().split('\n'), failedAt);
  // A text that tells the time tells the whole run.
  const isWholeRun = leadingTime.test(lines[0]);
  return [
    ...(isWholeRun ? [] : startup.slice(0, 2)).map((line, step) =>
      write(line, pod, run.startedAt + 400 + step * 600),
    ),
    ...lines.map((text, index) => ({ at: failedAt + index, text })),
  ];
}

/** Moves the times that lines begin with, so that the last one is `end`. */
function moveTimes(lines: string[], end: number): string[] {
  const times = lines
    .map(line => Date.parse(leadingTime.exec(line)?.[0] ?? ''))
    .filter(time => !Number.isNaN(time));
  const shift = end - Math.max(...times);
  return lines.map(line =>
    line.replace(leadingTime, time =>
      new Date(Date.parse(time) + shift).toISOString(),
    ),
  );
}
