import type { ServerResponse } from 'node:http';
import type { ClusterStore } from './ClusterStore.ts';
import type { DerivedPod } from './derivePods.ts';
import { second } from '../durations.ts';
import type { LogLine } from './podLogs.ts';
import { readLog } from './podLogs.ts';
import { badRequest, objectNotFound } from './statusErrors.ts';

const followTickMs = 1_000;

export interface ServeLogOptions {
  store: ClusterStore;
  pod: DerivedPod;
  query: URLSearchParams;
  response: ServerResponse;
}

/** Answers `pods/<name>/log` with plain text. */
export function serveLog(options: ServeLogOptions) {
  const { store, pod, query, response } = options;
  const name = pod.metadata.name;
  const names = pod.spec.containers.map(container => container.name);
  const wanted = query.get('container') || undefined;
  if (!wanted && names.length > 1) {
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${names.join(
        ' ',
      )}]`,
    );
  }
  const index = wanted ? names.indexOf(wanted) : 0;
  const container = pod.spec.containers[index];
  if (!container) {
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  const status = pod.status.containerStatuses[index];
  if (query.get('previous') === 'true' && !status.lastState.terminated) {
    throw badRequest(
      `previous terminated container "${container.name}" in pod "${name}" not found`,
    );
  }
  if (status.state.waiting?.reason === 'ContainerCreating') {
    throw badRequest(
      `container "${container.name}" in pod "${name}" is waiting to start: ContainerCreating`,
    );
  }

  const hasTimestamps = query.get('timestamps') === 'true';
  const format = (line: LogLine) =>
    `${hasTimestamps ? `${new Date(line.at).toISOString()} ` : ''}${
      line.text
    }\n`;
  const now = store.now();
  const lines = readLog({ pod, container, now, since: sinceOf(query, now) });
  const tail = readCount(query, 'tailLines');
  const limit = readCount(query, 'limitBytes');
  const shown = tail === undefined ? lines : lines.slice(lines.length - tail);
  const text = Buffer.from(shown.map(format).join(''));

  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.write(text.subarray(0, limit ?? text.length));
  if (query.get('follow') !== 'true' || !status.state.running) {
    response.end();
    return;
  }

  let seenUntil = now;
  const timer = setInterval(() => {
    const current = store
      .pods()
      .find(({ metadata }) => metadata.uid === pod.metadata.uid);
    if (!current) {
      response.end();
      return;
    }
    const time = store.now();
    const fresh = readLog({
      pod: current,
      container: current.spec.containers[index],
      now: time,
      since: seenUntil + 1,
    });
    seenUntil = time;
    response.write(fresh.map(format).join(''));
  }, followTickMs);
  response.on('close', () => clearInterval(timer));
}

export function findPod(
  store: ClusterStore,
  key: { namespace: string; name: string },
): DerivedPod {
  const pod = store
    .pods()
    .find(
      ({ metadata }) =>
        metadata.namespace === key.namespace && metadata.name === key.name,
    );
  if (!pod) {
    throw objectNotFound({ group: '', plural: 'pods', name: key.name });
  }
  return pod;
}

function sinceOf(query: URLSearchParams, now: number): number | undefined {
  const seconds = readCount(query, 'sinceSeconds');
  if (seconds !== undefined) {
    return now - seconds * second;
  }
  const time = query.get('sinceTime');
  if (!time) {
    return undefined;
  }
  const parsed = Date.parse(time);
  if (Number.isNaN(parsed)) {
    throw badRequest(`sinceTime is not a time: '${time}'`);
  }
  return parsed;
}

function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    throw badRequest(`${name} is not a number: '${text}'`);
  }
  return Number(text);
}
