import { logAnnotation } from './behaviour.ts';
import { crashLoopAt, crashRunMs, startDelayMs } from './containerLifecycle.ts';
import type { DerivedPod } from './derivePods.ts';
import { hour, second } from './kubernetesTypes.ts';
import type { Container } from './manifestSchemas.ts';
import { seededFraction, seededHex, seededInteger } from './seed.ts';

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

/** One line of ordinary work per slot, somewhere inside it. */
const slotMs = 4 * second;
/** A kubelet rotates logs away; this is what is left. */
const keptMs = 2 * hour;

const leadingTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/;

type LogStyle = 'spring' | 'json';

/** What a container has written so far, the same whenever it is asked for. */
export function readLog(options: ReadLogOptions): LogLine[] {
  const { pod, container, now } = options;
  const index = pod.spec.containers.indexOf(container);
  const { state } = pod.status.containerStatuses[index];
  const since = options.since ?? -Infinity;
  if (state.waiting?.reason === 'CrashLoopBackOff') {
    return crashLog(pod, container, now).filter(({ at }) => at >= since);
  }
  const startedAt = Date.parse(
    state.running?.startedAt ?? state.terminated?.startedAt ?? '',
  );
  if (Number.isNaN(startedAt)) {
    return [];
  }
  const end = state.terminated ? Date.parse(state.terminated.finishedAt) : now;
  const earliest = Math.max(since, end - keptMs);
  const lines = state.terminated
    ? jobLog(pod, { startedAt, end })
    : [
        ...startupLog(styleOf(container), pod, startedAt),
        ...requestLog(pod, container, {
          from: Math.max(startedAt + 6 * second, earliest),
          to: end,
        }),
      ];
  return lines.filter(({ at }) => at >= earliest && at <= end);
}

/** Java services answer under `/actuator`; all others write JSON lines. */
function styleOf(container: Container): LogStyle {
  const isSpring =
    container.readinessProbe?.httpGet?.path?.startsWith('/actuator') ||
    (container.env !== undefined &&
      JSON.stringify(container.env).includes('JAVA_'));
  return isSpring ? 'spring' : 'json';
}

function applicationOf(pod: DerivedPod): string {
  const labels = pod.metadata.labels ?? {};
  return (
    labels['app.kubernetes.io/name'] ??
    labels.app ??
    labels['backstage.io/kubernetes-id'] ??
    pod.spec.containers[0].name
  );
}

interface Entry {
  at: number;
  level: 'INFO' | 'WARN' | 'ERROR';
  source: string;
  message: string;
  fields?: Record<string, string | number>;
}

function write(style: LogStyle, entry: Entry): LogLine {
  const time = new Date(entry.at).toISOString();
  if (style === 'spring') {
    const details = Object.entries(entry.fields ?? {})
      .map(([key, value]) => ` ${key}=${value}`)
      .join('');
    return {
      at: entry.at,
      text: `${time} ${entry.level.padStart(
        5,
      )} 1 --- [main] ${entry.source.padEnd(32)} : ${entry.message}${details}`,
    };
  }
  return {
    at: entry.at,
    text: JSON.stringify({
      time,
      level: entry.level.toLowerCase(),
      logger: entry.source,
      msg: entry.message,
      ...entry.fields,
    }),
  };
}

function startupLog(
  style: LogStyle,
  pod: DerivedPod,
  startedAt: number,
): LogLine[] {
  const application = applicationOf(pod);
  const image = pod.spec.containers[0].image;
  const messages =
    style === 'spring'
      ? [
          ['o.s.boot.SpringApplication', `Starting ${application} with PID 1`],
          [
            'o.s.boot.SpringApplication',
            'The following 1 profile is active: "production"',
          ],
          [
            'com.zaxxer.hikari.HikariDataSource',
            'HikariPool-1 - Start completed.',
          ],
          ['o.s.b.w.embedded.tomcat', 'Tomcat started on port 8080 (http)'],
        ]
      : [
          ['main', `starting ${application} from ${image}`],
          ['config', 'configuration loaded'],
          ['server', 'listening'],
        ];
  return messages.map(([source, message], index) =>
    write(style, {
      at: startedAt + 400 + index * 600,
      level: 'INFO',
      source,
      message,
    }),
  );
}

function requestLog(
  pod: DerivedPod,
  container: Container,
  window: { from: number; to: number },
): LogLine[] {
  const style = styleOf(container);
  const application = applicationOf(pod);
  const collection = application.replace(/-(service|web|api|worker)$/, '');
  const lines: LogLine[] = [];
  const first = Math.floor(window.from / slotMs);
  for (let slot = first; slot * slotMs <= window.to; slot += 1) {
    const seed = `log:${pod.metadata.uid}/${container.name}/${slot}`;
    const at = slot * slotMs + seededInteger(seed, 0, slotMs - 1);
    if (at < window.from || at > window.to) {
      continue;
    }
    const dice = seededFraction(`kind:${seed}`);
    const id = seededHex(`id:${seed}`, 8);
    const fields = {
      method: dice < 0.7 ? 'GET' : 'POST',
      path: dice < 0.5 ? `/${collection}s/${id}` : `/${collection}s`,
      status: dice < 0.7 ? 200 : 201,
      durationMs: seededInteger(`ms:${seed}`, 4, dice > 0.97 ? 1_800 : 120),
      traceId: seededHex(`trace:${seed}`, 32),
    };
    const isSlow = fields.durationMs > 800;
    lines.push(
      write(style, {
        at,
        level: isSlow ? 'WARN' : 'INFO',
        source: style === 'spring' ? 'c.a.web.RequestLogFilter' : 'http',
        message: isSlow ? 'slow request' : 'request completed',
        fields,
      }),
    );
  }
  return lines;
}

function jobLog(
  pod: DerivedPod,
  run: { startedAt: number; end: number },
): LogLine[] {
  const name = pod.spec.containers[0].name;
  const items = seededInteger(`items:${pod.metadata.uid}`, 180, 24_000);
  const middle = (run.startedAt + run.end) / 2;
  const entries: [number, string, Record<string, number> | undefined][] = [
    [run.startedAt + 300, `${name} started`, undefined],
    [middle, 'half of the items done', { items: Math.floor(items / 2) }],
    [run.end - 200, `${name} finished`, { items, failed: 0 }],
  ];
  return entries.map(([at, message, fields]) =>
    write('json', { at, level: 'INFO', source: name, message, fields }),
  );
}

/** The last run of a crashing container: it starts, and then it fails. */
function crashLog(
  pod: DerivedPod,
  container: Container,
  now: number,
): LogLine[] {
  const firstStart =
    Date.parse(pod.metadata.creationTimestamp) +
    startDelayMs(
      `${pod.metadata.namespace}/${pod.metadata.name}/${container.name}`,
    );
  const run = crashLoopAt(firstStart, now).lastRun;
  if (!run) {
    return [];
  }
  const style = styleOf(container);
  const failedAt = run.startedAt + crashRunMs - 300;
  const given = pod.metadata.annotations?.[logAnnotation];
  const text = given ?? defaultCrash(style, applicationOf(pod));
  const lines = moveTimes(text.trimEnd().split('\n'), failedAt);
  // A text that tells the time tells the whole run.
  const isWholeRun = given !== undefined && leadingTime.test(lines[0]);
  return [
    ...(isWholeRun ? [] : startupLog(style, pod, run.startedAt).slice(0, 2)),
    ...lines.map((line, index) => ({ at: failedAt + index, text: line })),
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

function defaultCrash(style: LogStyle, application: string): string {
  if (style === 'spring') {
    return `ERROR 1 --- [main] o.s.boot.SpringApplication : Application run failed
java.lang.IllegalStateException: Could not resolve placeholder 'QUEUE_URL' in value "\${QUEUE_URL}"
\tat org.springframework.util.PropertyPlaceholderHelper.parseStringValue(PropertyPlaceholderHelper.java:180)
\tat org.springframework.core.env.AbstractPropertyResolver.resolveRequiredPlaceholders(AbstractPropertyResolver.java:211)
\tat com.acme.Application.main(Application.java:18)`;
  }
  return `Error: Missing required setting QUEUE_URL
    at requireSetting (/app/${application}/dist/config.js:21:11)
    at loadConfig (/app/${application}/dist/config.js:38:17)
    at Object.<anonymous> (/app/${application}/dist/main.js:7:16)
    at Module._compile (node:internal/modules/cjs/loader:1761:14)
    at node:internal/main/run_main_module:33:47`;
}
