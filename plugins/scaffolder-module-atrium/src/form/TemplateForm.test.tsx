import { TestQueryProvider } from '@atrium/ui/testUtils';
import { coreApis } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  type ScaffolderApi,
  scaffolderApiRef,
  SecretsContextProvider,
} from '@backstage/plugin-scaffolder-react';
import {
  type FormField,
  type ScaffolderFormFieldsApi,
  formFieldsApiRef,
} from '@backstage/plugin-scaffolder-react/alpha';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TemplateForm } from './TemplateForm';

/** Fields are kept as extensions, behind a type that hides it. */
const REPOSITORY_PICKER = {
  name: 'RepoUrlPicker',
  component: () => null,
} as unknown as FormField;

const unanswered = () => new Promise<never>(() => {});

/** Whether the browser asks before the page is closed. */
function isGuarded(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

function renderForm(
  getTemplateParameterSchema: ScaffolderApi['getTemplateParameterSchema'],
  loadFormFields: ScaffolderFormFieldsApi['loadFormFields'],
  scaffold: ScaffolderApi['scaffold'] = unanswered,
) {
  renderInTestApp(
    <TestQueryProvider>
      <SecretsContextProvider>
        <TemplateForm templateRef="template:default/node-service" />
      </SecretsContextProvider>
    </TestQueryProvider>,
    {
      apis: [
        [coreApis.icons, { icon: () => null, listIconKeys: () => [] }],
        [
          scaffolderApiRef,
          {
            getTemplateParameterSchema,
            scaffold,
            getIntegrationsList: async () => ({
              integrations: [
                { type: 'gitea', title: 'git.example', host: 'git.example' },
              ],
            }),
          },
        ],
        [formFieldsApiRef, { loadFormFields }],
      ],
    },
  );
}

it('says that the form is loading', async () => {
  renderForm(unanswered, unanswered);
  expect(await screen.findByRole('status', { name: 'Loading' })).toBeVisible();
});

it('says why there is no form, and tries again', async () => {
  const read = jest
    .fn<ReturnType<ScaffolderApi['getTemplateParameterSchema']>, []>()
    .mockRejectedValueOnce(new Error('The catalog is away'))
    .mockResolvedValue({ title: 'Node service', steps: [] });
  renderForm(read, async () => []);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The catalog is away',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByRole('heading', { name: 'Node service' }),
  ).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('asks for secrets again, which no run keeps', async () => {
  window.scrollTo = jest.fn();
  const before = { name: 'refunds', token: '*****', key: '***' };
  window.history.replaceState(
    null,
    '',
    `?${new URLSearchParams({ formData: JSON.stringify(before) })}`,
  );
  const secret = (title: string) => ({
    title,
    type: 'string' as const,
    'ui:field': 'Secret',
  });
  const scaffold = jest.fn(unanswered);
  renderForm(
    async () => ({
      title: 'Node service',
      steps: [
        {
          title: 'Access',
          schema: {
            type: 'object',
            required: ['token', 'key'],
            properties: {
              name: { title: 'Name', type: 'string' },
              token: secret('Token'),
              key: secret('Key'),
            },
          },
        },
      ],
    }),
    async () => [],
    scaffold,
  );
  expect(await screen.findByLabelText(/^Name/)).toHaveValue('refunds');
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();

  await userEvent.type(screen.getByLabelText(/^Token/), 'abc');
  await userEvent.type(screen.getByLabelText(/^Key/), 'defg');
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  await waitFor(() =>
    expect(scaffold).toHaveBeenCalledWith({
      templateRef: 'template:default/node-service',
      values: { name: 'refunds', token: '***', key: '****' },
      secrets: { token: 'abc', key: 'defg' },
    }),
  );
  window.history.replaceState(null, '', '/');
});

it('asks before answers are lost, not before there are any or after a run began', async () => {
  window.scrollTo = jest.fn();
  const field = (title: string, other = {}) => ({
    title,
    type: 'string' as const,
    ...other,
  });
  const step = (title: string, properties: object) => ({
    title,
    schema: { type: 'object' as const, properties },
  });
  const run = Promise.withResolvers<{ taskId: string }>();
  renderForm(
    async () => ({
      title: 'Node service',
      steps: [
        step('Basics', { name: field('Name', { default: 'orders' }) }),
        step('Place', {
          branch: field('Branch', { default: 'main' }),
          size: field('Size', { enum: ['small', 'large'] }),
        }),
      ],
    }),
    async () => [],
    () => run.promise,
  );
  expect(await screen.findByLabelText(/^Name/)).toHaveValue('orders');
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByLabelText(/^Branch/)).toHaveValue('main');
  // The form answered so far, nobody else.
  expect(isGuarded()).toBe(false);

  await userEvent.click(screen.getByRole('button', { name: /Size/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'large' }));
  await waitFor(() => expect(isGuarded()).toBe(true));
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByLabelText(/^Name/)).toHaveValue('orders');
  expect(isGuarded()).toBe(true);

  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  expect(isGuarded()).toBe(true);
  run.resolve({ taskId: 'run-1' });
  await waitFor(() => expect(isGuarded()).toBe(false));
});

it('brings the keyboard focus to each step that follows another', async () => {
  window.scrollTo = jest.fn();
  const step = (title: string, properties: object) => ({
    title,
    schema: { type: 'object' as const, title, properties },
  });
  renderForm(
    async () => ({
      title: 'Node service',
      steps: [
        step('Basics', { name: { title: 'Name', type: 'string' } }),
        step('Place', { branch: { title: 'Branch', type: 'string' } }),
      ],
    }),
    async () => [],
  );
  expect(await screen.findByLabelText(/^Name/)).toBeVisible();
  expect(document.body).toHaveFocus();

  const press = async (name: string) => {
    screen.getByRole('button', { name }).focus();
    await userEvent.keyboard('{Enter}');
  };
  await press('Next');
  expect(await screen.findByRole('group', { name: 'Place' })).toHaveFocus();
  await press('Review');
  expect(await screen.findByRole('group', { name: 'Review' })).toHaveFocus();
  await press('Back');
  expect(await screen.findByRole('group', { name: 'Place' })).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByLabelText(/^Branch/)).toHaveFocus();
});

it('has the repository follow a name that is changed in a step before', async () => {
  window.scrollTo = jest.fn();
  renderForm(
    async () => ({
      title: 'Node service',
      steps: [
        {
          title: 'Basics',
          schema: {
            type: 'object',
            properties: { name: { title: 'Name', type: 'string' } },
          },
        },
        {
          title: 'Place',
          schema: {
            type: 'object',
            properties: {
              repoUrl: { type: 'string', 'ui:field': 'RepoUrlPicker' },
            },
          },
        },
      ],
    }),
    async () => [REPOSITORY_PICKER],
  );
  const name = () => screen.findByLabelText(/^Name/);
  const repository = () => screen.findByRole('textbox', { name: /Repository/ });
  const press = async (button: string) =>
    userEvent.click(await screen.findByRole('button', { name: button }));

  await userEvent.type(await name(), 'refunds');
  await press('Next');
  await waitFor(async () => expect(await repository()).toHaveValue('refunds'));
  await press('Back');
  await userEvent.type(await name(), '-api');
  await press('Next');
  await waitFor(async () =>
    expect(await repository()).toHaveValue('refunds-api'),
  );

  await userEvent.clear(await repository());
  await userEvent.type(await repository(), 'refunds-api-v2');
  await press('Back');
  await userEvent.clear(await name());
  await userEvent.type(await name(), 'payouts');
  await press('Next');
  await screen.findByDisplayValue('refunds-api-v2');
});
