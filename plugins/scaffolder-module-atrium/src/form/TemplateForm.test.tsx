import { TestQueryProvider } from '@atrium/ui/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  scaffolderApiRef,
  SecretsContextProvider,
} from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import { TemplateForm } from './TemplateForm';

it('says that the form is loading', async () => {
  const unanswered = () => new Promise<never>(() => {});
  renderInTestApp(
    <TestQueryProvider>
      <SecretsContextProvider>
        <TemplateForm templateRef="template:default/node-service" />
      </SecretsContextProvider>
    </TestQueryProvider>,
    {
      apis: [
        [scaffolderApiRef, { getTemplateParameterSchema: unanswered }],
        [formFieldsApiRef, { loadFormFields: unanswered }],
      ],
    },
  );
  expect(await screen.findByRole('status', { name: 'Loading' })).toBeVisible();
});
