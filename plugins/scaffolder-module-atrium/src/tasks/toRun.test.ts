import type {
  ScaffolderTask,
  TaskStream,
} from '@backstage/plugin-scaffolder-react';
import { taskTitle } from './taskTitle';
import { toRun } from './toRun';

const task: ScaffolderTask = {
  id: 't1',
  status: 'processing',
  createdAt: '2026-11-28T10:00:00.000Z',
  spec: {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    parameters: { name: 'refund-service' },
    steps: [
      { id: 'fetch', name: 'Fetch template', action: 'fetch:template' },
      { id: 'publish', name: 'Create repository', action: 'publish:gitea' },
    ],
    output: {},
    templateInfo: {
      entityRef: 'template:default/node-service',
      entity: { metadata: { name: 'node-service', title: 'Node service' } },
    },
  },
};

const stream: TaskStream = {
  cancelled: false,
  loading: false,
  completed: false,
  task,
  steps: {
    fetch: {
      id: 'fetch',
      status: 'completed',
      startedAt: '2026-11-28T10:00:00.000Z',
      endedAt: '2026-11-28T10:00:02.000Z',
    },
  },
  stepLogs: { fetch: ['2026-11-28T10:00:01.000Z Fetching files'] },
};

it('says how far each step is, and keeps the words of its log', () => {
  expect(toRun(stream, task)).toEqual({
    status: 'processing',
    output: {},
    failure: undefined,
    steps: [
      {
        id: 'fetch',
        name: 'Fetch template',
        status: 'completed',
        startedAt: '2026-11-28T10:00:00.000Z',
        endedAt: '2026-11-28T10:00:02.000Z',
        lines: ['Fetching files'],
      },
      {
        id: 'publish',
        name: 'Create repository',
        status: 'open',
        lines: [],
      },
    ],
  });
});

it('keeps no colours of a terminal', () => {
  const line = `2026-11-28T10:00:01.000Z \u001b[32minfo\u001b[39m: Waiting`;
  const { steps } = toRun({ ...stream, stepLogs: { fetch: [line] } }, task);
  expect(steps[0].lines).toEqual(['info: Waiting']);
});

it.each([
  ['before any', {}, ['fetch open', 'github open']],
  [
    'where the first applies',
    { fetch: 'completed', github: 'processing' },
    ['fetch completed', 'github processing'],
  ],
  [
    'where the second applies',
    { fetch: 'completed', github: 'skipped', gitea: 'processing' },
    ['fetch completed', 'gitea processing'],
  ],
  [
    'where none does',
    { fetch: 'completed', github: 'skipped', gitea: 'skipped' },
    ['fetch completed', 'github skipped'],
  ],
  [
    'where both do',
    { fetch: 'completed', github: 'completed', gitea: 'completed' },
    ['fetch completed', 'github completed', 'gitea completed'],
  ],
] as const)('shows alternatives as one step %s', (_, statuses, shown) => {
  const name = 'Create repository';
  const { steps } = toRun(
    {
      ...stream,
      steps: Object.fromEntries(
        Object.entries(statuses).map(([id, status]) => [id, { id, status }]),
      ),
    },
    {
      ...task,
      spec: {
        ...task.spec,
        steps: [
          { id: 'fetch', name: 'Fetch template', action: 'fetch:template' },
          { id: 'github', name, action: 'publish:github' },
          { id: 'gitea', name, action: 'publish:gitea' },
        ],
      },
    },
  );
  expect(steps.map(({ id, status }) => `${id} ${status}`)).toEqual(shown);
});

it('names the step that failed and what it said', () => {
  const { status, failure } = toRun(
    {
      ...stream,
      completed: true,
      error: new Error('The repository is there already'),
      steps: { publish: { id: 'publish', status: 'failed' } },
    },
    task,
  );

  expect(status).toBe('failed');
  expect(failure?.step?.name).toBe('Create repository');
  expect(failure?.message).toBe('The repository is there already');
});

it('is called by what it makes, else by its template', () => {
  expect(taskTitle(task)).toBe('refund-service');
  expect(taskTitle({ ...task, spec: { ...task.spec, parameters: {} } })).toBe(
    'Node service',
  );
});
