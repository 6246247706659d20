import { randomUUID } from 'node:crypto';
import { SERVICES, serviceRef } from './organisation.ts';
import type { Result } from '../results/Result.ts';
import type { PluginBackend } from '../plugin/startBackend.ts';

const BATCH = 100;
const SENDERS = 4;
const LIMIT = 2_000;

/** Sends batches of 100 new events from a few senders, as fast as they go. */
export async function measureIngest(
  delivery: PluginBackend,
  seconds: number,
): Promise<Result[]> {
  const cpuBefore = await delivery.cpuSeconds();
  const start = performance.now();
  const end = start + seconds * 1_000;
  let accepted = 0;
  const send = async () => {
    while (performance.now() < end) {
      // Not `+= await`: that adds to what the count was before the others.
      const stored = await post(delivery, nextBatch());
      accepted += stored;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const elapsed = (performance.now() - start) / 1_000;
  const cpuAfter = await delivery.cpuSeconds();
  const results: Result[] = [
    {
      name: `Ingest in batches of ${BATCH}, ${SENDERS} senders`,
      value: accepted / elapsed,
      unit: 'events/s',
      limit: { kind: 'at least', value: LIMIT },
    },
  ];
  if (cpuBefore !== undefined && cpuAfter !== undefined) {
    results.push({
      name: 'Processor time of the backend per 1,000 events',
      value: ((cpuAfter - cpuBefore) / accepted) * 1_000_000,
      unit: 'ms',
    });
  }
  return results;
}

let sent = 0;

/** Ten builds with their steps, change, artifact and deployments. */
function nextBatch(): object[] {
  return Array.from({ length: BATCH / 10 }, () => {
    const number = sent++;
    return tellBuild(number, serviceRef(number % SERVICES));
  }).flat();
}

function tellBuild(number: number, entityRef: string): object[] {
  const run = `bench-run-${number}`;
  const task = `bench-task-${number}`;
  const commit = randomUUID().replaceAll('-', '');
  const artifactId = `pkg:oci/bench@${number}`;
  const tell = teller({ entityRef, commit, branch: 'main' });
  const deployed = { environment: { id: 'production' }, artifactId };
  return [
    tell('pipelinerun.queued', run, { pipelineName: 'build' }),
    tell('pipelinerun.started', run, { pipelineName: 'build' }),
    tell('taskrun.started', task, { pipelineRun: { id: run } }),
    tell('taskrun.finished', task, {
      pipelineRun: { id: run },
      outcome: 'success',
    }),
    tell('pipelinerun.finished', run, { outcome: 'success' }),
    tell('change.created', `bench-change-${number}`, {}),
    tell('change.reviewed', `bench-change-${number}`, {}),
    tell('change.merged', `bench-change-${number}`, {}),
    tell('artifact.packaged', artifactId, { change: { id: commit } }),
    tell('service.deployed', 'bench', deployed),
  ];
}

/** Makes events of one place. */
function teller(atrium: object) {
  return (name: string, subjectId: string, content: object): object => ({
    specversion: '1.0',
    id: randomUUID(),
    source: 'https://bench.acme.example',
    type: `dev.cdevents.${name}.0.2.0`,
    time: new Date().toISOString(),
    subject: subjectId,
    datacontenttype: 'application/json',
    data: {
      context: { version: '0.4.1' },
      subject: { id: subjectId, type: name.split('.')[0], content },
      customData: { atrium },
      customDataContentType: 'application/json',
    },
  });
}

async function post(
  { baseUrl, headers }: PluginBackend,
  events: object[],
): Promise<number> {
  const response = await fetch(`${baseUrl}/events`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/cloudevents-batch+json',
    },
    body: JSON.stringify(events),
  });
  const answer = await response.json();
  if (answer.accepted !== events.length) {
    throw new Error(`Not everything was accepted: ${JSON.stringify(answer)}`);
  }
  return answer.accepted;
}
