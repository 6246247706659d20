import { TestQueryProvider } from '@atrium/ui/testUtils';
import { coreApis } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  type ScaffolderApi,
  scaffolderApiRef,
  SecretsContextProvider,
} from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TemplateForm } from './TemplateForm';

const unanswered = () => new Promise<never>(() => {});

function renderForm(
  getTemplateParameterSchema: ScaffolderApi['getTemplateParameterSchema'],
  loadFormFields: () => Promise<never[]>,
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
        [scaffolderApiRef, { getTemplateParameterSchema }],
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
