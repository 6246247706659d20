import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { WorkspaceStore } from '../runs/WorkspaceStore';
import type { SandboxGitHost } from './SandboxGitHost';

/** How far a run had come. */
export interface KilledRun {
  name: string;
  /** Steps that had finished. */
  finished?: string[];
  /** The publishing step had noted what it was about to make. */
  hasIntent?: boolean;
  /** `text` is what is stored instead of `body`. */
  events?: { event_type: string; body?: object; text?: string }[];
  status?: string;
  id?: string;
  wait?: boolean;
}

/** Where a run is left. */
export interface KilledRunPlace {
  knex: Knex;
  host: SandboxGitHost;
  createdBy: string;
  folder: string;
}

/** Leaves a run as a backend does that is killed during it. */
export async function leaveKilledRun(
  options: KilledRun,
  place: KilledRunPlace,
): Promise<string> {
  const { knex, host, createdBy, folder } = place;
  const { name, finished = ['fetch'], hasIntent, events = [] } = options;
  const { status = 'processing', id = randomUUID() } = options;
  const repoUrl = `${host.host}?owner=acme&repo=${name}`;
  const steps = Object.fromEntries(
    finished.map(step => [
      step,
      {
        status: 'completed',
        output:
          step === 'publish' ? { remoteUrl: `${host.url}/acme/${name}` } : {},
      },
    ]),
  );
  const key = `v1.task.checkpoint.publish.intent.${host.host}.acme.${name}`;
  const checkpoints = hasIntent
    ? { [key]: { status: 'success', value: { isFree: true } } }
    : {};
  await knex('tasks').insert({
    id,
    status,
    created_by: createdBy,
    last_heartbeat_at: knex.raw("now() - interval '1 hour'"),
    state: JSON.stringify({ state: { steps, checkpoints } }),
    secrets: JSON.stringify({
      __initiatorCredentials: JSON.stringify(mockCredentials.user()),
    }),
    spec: JSON.stringify({
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      parameters: { name },
      output: {},
      templateInfo: {
        entityRef: 'template:default/node-service',
        entity: { metadata: { name: 'node-service', title: 'Node Service' } },
      },
      steps: [
        {
          id: 'fetch',
          name: 'Fetch',
          action: options.wait ? 'debug:wait' : 'debug:log',
          input: options.wait ? { minutes: 10 } : {},
        },
        {
          id: 'publish',
          name: 'Publish',
          action: 'publish:gitea',
          input: { repoUrl },
        },
        { id: 'end', name: 'End', action: 'debug:log', input: {} },
      ],
    }),
  });
  await knex('task_events').insert(
    [
      {
        event_type: 'log',
        body: { message: 'Beginning', stepId: 'publish', status: 'processing' },
      },
      ...events,
    ].map(({ event_type, body, text = JSON.stringify(body) }) => ({
      task_id: id,
      event_type,
      body: text,
    })),
  );
  if (finished.includes('fetch')) {
    const path = await mkdtemp(join(folder, 'workspace-'));
    await writeFile(join(path, 'catalog-info.yaml'), 'kind: Component\n');
    await writeFile(join(path, 'README.md'), '# Made\n');
    await new WorkspaceStore(knex).serializeWorkspace({ path, taskId: id });
  }
  return id;
}
