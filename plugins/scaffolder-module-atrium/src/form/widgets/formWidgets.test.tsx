import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { connectTranslations } from '@atrium/ui';
import type { TranslationApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import validator from '@rjsf/validator-ajv8';
import { FORM_WIDGETS } from './formWidgets';

const PROPERTIES = {
  name: { type: 'string', title: 'Name' },
  contact: { type: 'string', title: 'Contact', format: 'email' },
  purpose: { type: 'string', title: 'Purpose' },
  replicas: { type: 'integer', title: 'Replicas' },
  size: { type: 'string', title: 'Size', enum: ['small', 'large'] },
  tier: { type: 'number', title: 'Tier', enum: [1, 2] },
  zones: {
    type: 'array',
    title: 'Zones',
    uniqueItems: true,
    items: { type: 'string', enum: ['north', 'south'] },
  },
  starts: { type: 'string', title: 'Starts', format: 'time' },
};

const FIELDS: object = {
  required: Object.keys(PROPERTIES),
  properties: PROPERTIES,
};

let answers: unknown;

const draw = () =>
  renderInTestApp(
    <Form
      {...{ widgets: FORM_WIDGETS }}
      EXPERIMENTAL_theme="bui"
      validator={validator}
      schema={{ type: 'object', ...FIELDS }}
      uiSchema={{
        purpose: { 'ui:widget': 'textarea' },
        tier: { 'ui:widget': 'radio' },
        zones: { 'ui:widget': 'checkboxes' },
      }}
      onChange={({ formData }: { formData?: unknown }) => {
        answers = formData;
      }}
    />,
  );

it('takes answers of every kind', async () => {
  const user = userEvent.setup();
  await draw();
  const type = async (name: string, text: string) =>
    user.type(await screen.findByRole('textbox', { name }), text);
  await type('Name', 'payments');
  await type('Contact', 'team@example.com');
  await type('Purpose', 'Takes money');
  await type('Replicas', '3');
  await user.click(screen.getByRole('button', { name: /Size/ }));
  await user.click(screen.getByRole('option', { name: 'large' }));
  await user.click(screen.getByRole('radio', { name: '2' }));
  await user.click(screen.getByRole('checkbox', { name: 'south' }));
  await user.click(screen.getByRole('checkbox', { name: 'north' }));
  expect(answers).toEqual({
    name: 'payments',
    contact: 'team@example.com',
    purpose: 'Takes money',
    replicas: 3,
    size: 'large',
    tier: 2,
    zones: ['north', 'south'],
  });
});

it('says in the language of the reader what has to be filled in', async () => {
  connectTranslations({
    getTranslation: () => ({ ready: true, t: (key: string) => key }),
  } as unknown as TranslationApi);
  await draw();
  expect(await screen.findAllByText('(formWidgets.required)')).toHaveLength(
    Object.keys(PROPERTIES).length,
  );
  expect(screen.queryByText(/Required/)).not.toBeInTheDocument();
});
