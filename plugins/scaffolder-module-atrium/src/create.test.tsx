import { TestQueryProvider } from '@atrium/ui/testUtils';
import { coreApis, fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  type LogEvent,
  scaffolderApiRef,
  type ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router-dom';
import { TaskPage } from './tasks/TaskPage';
import { TemplatesPage } from './templates/TemplatesPage';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'node-service',
    namespace: 'default',
    title: 'Node service',
    description: 'A service without a build step',
    tags: ['node'],
  },
  spec: {
    type: 'service',
    steps: [{ action: 'publish:gitea' }, { action: 'catalog:await' }],
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
};

const site = {
  ...template,
  metadata: { name: 'docs-site', namespace: 'default', title: 'Docs site' },
  spec: { type: 'website', steps: [] },
};

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'refund-service',
    annotations: {
      'backstage.io/source-template': 'template:default/node-service',
    },
  },
};

const task: ScaffolderTask = {
  id: 't1',
  status: 'processing',
  createdAt: '2026-11-28T10:00:00.000Z',
  spec: {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    parameters: { name: 'refund-service' },
    steps: [
      { id: 'publish', name: 'Create repository', action: 'publish:gitea' },
    ],
    output: {},
    templateInfo: {
      entityRef: 'template:default/node-service',
      entity: { metadata: { name: 'node-service', title: 'Node service' } },
    },
  },
};

const twoSteps: ScaffolderTask = {
  ...task,
  spec: {
    ...task.spec,
    steps: [
      ...task.spec.steps,
      { id: 'register', name: 'Wait for the catalog', action: 'catalog:await' },
    ],
  },
};

const fetch = jest.fn();
const retry = jest.fn();

beforeEach(() => {
  window.scrollTo = jest.fn();
  retry.mockReset();
  fetch.mockReset();
  fetch.mockImplementation(async () => Response.json({ ownerRefs: [] }));
});

const at = (second: number) => `2026-11-28T10:00:0${second}.000Z`;

const event = (
  id: number,
  type: LogEvent['type'],
  body: LogEvent['body'] & object,
): LogEvent => ({ id, taskId: 't1', type, body, createdAt: at(id) });

const log = (
  id: number,
  stepId: string,
  status: ScaffolderTask['status'],
): LogEvent => event(id, 'log', { message: status, stepId, status });

function renderCreate(path: string, events: LogEvent[] = [], shown = task) {
  const scaffold = jest.fn(async () => ({ taskId: 't1' }));
  renderInTestApp(
    <TestQueryProvider>
      <Link to="/create/tasks/t2">Another run</Link>
      <Routes>
        <Route path="/create/templates/*" element={<TemplatesPage />} />
        <Route path="/create/tasks/:taskId" element={<TaskPage />} />
      </Routes>
    </TestQueryProvider>,
    {
      initialRouteEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [
          catalogApiRef,
          catalogApiMock({ entities: [template, site, service] }),
        ],
        [fetchApiRef, { fetch }],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [coreApis.icons, { icon: () => null, listIconKeys: () => [] }],
        [formFieldsApiRef, { loadFormFields: async () => [] }],
        [
          scaffolderApiRef,
          {
            scaffold,
            retry,
            // The other run is awaited for ever.
            getTask: async id => (id === 't1' ? shown : new Promise(() => {})),
            streamLogs: () => ({
              [Symbol.observable]() {
                return this;
              },
              subscribe: (observer: unknown) => {
                const next =
                  typeof observer === 'object' &&
                  observer !== null &&
                  'next' in observer &&
                  typeof observer.next === 'function'
                    ? observer.next.bind(observer)
                    : () => {};
                events.forEach(one => next(one));
                return { unsubscribe() {}, closed: false };
              },
            }),
            getTemplateParameterSchema: async () => ({
              title: 'Node service',
              steps: [
                {
                  title: 'Service details',
                  schema: {
                    type: 'object',
                    required: ['name'],
                    properties: {
                      name: {
                        title: 'Service name',
                        type: 'string',
                        pattern: '^[a-z-]+$',
                        errorMessage: {
                          pattern: 'must be lower-case letters',
                        },
                      },
                      note: { title: 'Note', type: 'string' },
                    },
                  },
                },
              ],
            }),
          },
        ],
      ],
    },
  );
  return { scaffold };
}

describe('the templates', () => {
  it('say what they create and who uses them, and can be narrowed', async () => {
    renderCreate('/create/templates');

    const cards = await screen.findAllByRole('heading', { level: 2 });
    expect(cards.map(card => card.textContent)).toEqual([
      'Node service',
      'Docs site',
    ]);
    expect(
      screen.getByText('Creates a repository and a catalog entry'),
    ).toBeVisible();
    expect(screen.getByText('Used by 1 service')).toBeVisible();
    expect(screen.getByText('Not used yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Node service' })).toHaveAttribute(
      'href',
      '/create/templates/default/node-service',
    );

    await userEvent.type(screen.getByRole('searchbox'), 'docs');
    expect(await screen.findByText('1 of 2 templates')).toBeVisible();
  });

  it('are not missing while it is not known whose they are', async () => {
    fetch.mockImplementation(async () => Response.json({}, { status: 403 }));
    renderCreate('/create/templates?show=mine');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You do not have access to this',
    );
    expect(screen.queryByText('No matching templates')).toBeNull();
  });
});

describe('the form of a template', () => {
  it('says what is wrong when a field is left, and reviews answers in words', async () => {
    const { scaffold } = renderCreate('/create/templates/default/node-service');
    const name = await screen.findByLabelText(/Service name/);

    await userEvent.type(name, 'Refund 1');
    expect(screen.queryByText(/must be lower-case/)).not.toBeInTheDocument();
    await userEvent.tab();
    expect(await screen.findByText(/must be lower-case/)).toBeVisible();

    await userEvent.clear(name);
    await userEvent.type(name, 'refund-service');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(await screen.findByText('refund-service')).toBeVisible();
    expect(screen.getByText('Not set')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(scaffold).toHaveBeenCalledWith(
      expect.objectContaining({
        templateRef: 'template:default/node-service',
        values: { name: 'refund-service' },
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'refund-service' }),
    ).toBeVisible();
  });
});

describe('a run', () => {
  it('leads to what it made, and says how long each step took', async () => {
    renderCreate('/create/tasks/t1', [
      event(1, 'log', {
        message: 'Beginning step Create repository',
        stepId: 'publish',
        status: 'processing',
      }),
      event(4, 'log', {
        message: 'Finished step Create repository',
        stepId: 'publish',
        status: 'completed',
      }),
      event(5, 'completion', {
        message: 'Run completed',
        ...{
          output: {
            links: [
              { title: 'Repository', url: 'https://git.example/refund' },
              { entityRef: 'component:default/refund-service' },
            ],
          },
        },
      }),
    ]);

    const outcome = await screen.findByRole('region', {
      name: 'Result',
    });
    expect(
      within(outcome)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Open refund-service', 'Repository', 'Create another']);
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'Create repository3 sDone',
    );
  });

  it('is not shown at the address of another one', async () => {
    renderCreate('/create/tasks/t1');
    await screen.findByRole('heading', { name: 'refund-service' });
    await userEvent.click(screen.getByRole('link', { name: 'Another run' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('heading', { name: 'refund-service' }),
      ).toBeNull(),
    );
  });

  it('says which step failed and why, and keeps the answers', async () => {
    renderCreate('/create/tasks/t1', [
      event(1, 'log', {
        message: 'failed',
        stepId: 'publish',
        status: 'failed',
      }),
      event(2, 'completion', {
        message: 'Run failed',
        ...{ error: { name: 'Error', message: 'The repository exists' } },
      }),
    ]);

    const outcome = await screen.findByRole('alert');
    expect(outcome).toHaveTextContent('“Create repository” failed');
    expect(outcome).toHaveTextContent('The repository exists');
    expect(
      within(outcome).getByRole('link', { name: 'Try again' }),
    ).toHaveAttribute(
      'href',
      '/create/templates/default/node-service?formData=%7B%22name%22%3A%22refund-service%22%7D',
    );
  });

  it('continues after a step that failed once something was made', async () => {
    const events = [
      log(1, 'publish', 'completed'),
      log(2, 'register', 'failed'),
      event(3, 'completion', {
        message: 'Run failed',
        ...{ error: { name: 'Error', message: 'The catalog is away' } },
      }),
    ];
    renderCreate('/create/tasks/t1', events, twoSteps);

    const outcome = await screen.findByRole('alert');
    expect(outcome).toHaveTextContent('Continue with the step that failed.');
    // A repository of this name is refused now.
    expect(within(outcome).queryByRole('link')).toBeNull();

    const message = 'The files of this run are no longer kept';
    retry.mockRejectedValueOnce(
      Object.assign(new Error('Request failed with 409 Conflict'), {
        statusCode: 409,
        cause: { name: 'ConflictError', message },
      }),
    );
    const press = () =>
      userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await press();
    expect(await within(outcome).findByText(message)).toBeVisible();

    retry.mockImplementationOnce(async () => {
      // The scaffolder takes back how the run had ended.
      events.splice(
        2,
        1,
        event(4, 'recovered', { message: 'recovered' }),
        log(5, 'publish', 'completed'),
        log(6, 'register', 'completed'),
        event(7, 'completion', { message: 'Run completed' }),
      );
      return { id: 't1' };
    });
    await press();
    expect(await screen.findByText('refund-service is ready')).toBeVisible();
    expect(retry.mock.calls).toEqual([['t1'], ['t1']]);
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      expect.stringContaining('Done'),
      expect.stringContaining('Done'),
    ]);
  });
});
