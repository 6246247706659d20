import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import validator from '@rjsf/validator-ajv8';
import { FORM_TEMPLATES } from './formTemplates';

const draw = (schema: object, onChange: (data: unknown) => void = () => {}) =>
  renderInTestApp(
    <Form
      {...{ templates: FORM_TEMPLATES }}
      EXPERIMENTAL_theme="bui"
      validator={validator}
      schema={{ type: 'object', ...schema }}
      onChange={({ formData }: { formData?: unknown }) => onChange(formData)}
    />,
  );

describe('ObjectField', () => {
  it('stands under its title, at any depth', async () => {
    draw({
      title: 'Fill in some steps',
      properties: {
        database: {
          type: 'object',
          title: 'Database',
          description: 'Where it keeps its data.',
          properties: {
            backup: {
              type: 'object',
              title: 'Backup',
              properties: { hour: { type: 'string', title: 'Hour' } },
            },
          },
        },
      },
    });
    const database = await screen.findByRole('group', { name: 'Database' });
    expect(database).toHaveTextContent('Where it keeps its data.');
    expect(database).toContainElement(
      screen.getByRole('group', { name: 'Backup' }),
    );
    expect(screen.queryByText('Fill in some steps')).not.toBeInTheDocument();
  });

  it('takes answers by names of their own, and lets them go', async () => {
    const user = userEvent.setup();
    const changes: unknown[] = [];
    draw(
      {
        properties: {
          labels: {
            type: 'object',
            title: 'Labels',
            maxProperties: 1,
            additionalProperties: { type: 'string' },
          },
        },
      },
      data => changes.push(data),
    );
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'team');
    fireEvent.blur(name);
    expect(Object.keys(labelsIn(changes.at(-1)))).toEqual(['team']);
    // No more than the template takes.
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove team' }));
    expect(labelsIn(changes.at(-1))).toEqual({});
  });
});

function labelsIn(data: unknown): object {
  return (data as { labels: object }).labels;
}
