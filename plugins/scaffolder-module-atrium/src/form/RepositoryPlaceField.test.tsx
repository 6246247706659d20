import { useState } from 'react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  RepositoryPlaceField,
  type RepositoryPlaceFieldProps,
} from './RepositoryPlaceField';

const HOSTS = [
  { type: 'gitea', title: 'git.example', host: 'git.example' },
  { type: 'azure', title: 'dev.azure.com', host: 'dev.azure.com' },
];

let answer: unknown;

interface FormProps {
  options?: Record<string, string | string[]>;
  given?: string;
  rawErrors?: string[];
}

function Form({ options = {}, given, rawErrors = [] }: FormProps) {
  const [formData, setFormData] = useState<unknown>(given);
  const [name, setName] = useState('refund');
  const props: Pick<
    RepositoryPlaceFieldProps,
    | 'formContext'
    | 'formData'
    | 'onBlur'
    | 'onChange'
    | 'schema'
    | 'uiSchema'
    | 'rawErrors'
    | 'required'
  > = {
    formContext: { formData: { name } },
    formData,
    onBlur: () => {},
    onChange: value => {
      answer = value;
      setFormData(value);
    },
    required: true,
    rawErrors,
    schema: { title: 'Where it lies' },
    uiSchema: { 'ui:options': options },
  };
  return (
    <>
      <RepositoryPlaceField
        {...(props as RepositoryPlaceFieldProps)}
        errors={<p>{rawErrors}</p>}
      />
      <input
        aria-label="Service"
        value={name}
        onChange={event => setName(event.target.value)}
      />
    </>
  );
}

function renderField(props: FormProps = {}, hosts = HOSTS.slice(0, 1)) {
  answer = undefined;
  renderInTestApp(
    <TestQueryProvider>
      <Form {...props} />
    </TestQueryProvider>,
    {
      apis: [
        [
          scaffolderApiRef,
          { getIntegrationsList: async () => ({ integrations: hosts }) },
        ],
      ],
    },
  );
}

it('has the name of what is created, until somebody writes another', async () => {
  renderField();
  const repository = await screen.findByRole('textbox', { name: /Repository/ });
  await waitFor(() => expect(repository).toHaveValue('refund'));
  await userEvent.type(
    screen.getByRole('textbox', { name: /Organisation or account/ }),
    'acme',
  );
  expect(answer).toBe('git.example?owner=acme&repo=refund');

  await userEvent.type(screen.getByLabelText('Service'), '-api');
  await waitFor(() => expect(repository).toHaveValue('refund-api'));

  await userEvent.clear(repository);
  await userEvent.type(repository, 'mine');
  await userEvent.type(screen.getByLabelText('Service'), '-2');
  await new Promise(resolve => setTimeout(resolve, 400));
  expect(repository).toHaveValue('mine');
  expect(answer).toBe('git.example?owner=acme&repo=mine');
});

it('has chosen where there is one choice, and offers what is allowed', async () => {
  renderField({
    options: { allowedOwners: ['acme', 'acme-labs'], ownerLabel: 'Team space' },
  });
  await waitFor(() =>
    expect(answer).toBe('git.example?owner=acme&repo=refund'),
  );
  await userEvent.click(screen.getByRole('button', { name: /Team space/ }));
  await userEvent.click(screen.getByRole('option', { name: 'acme-labs' }));
  expect(answer).toBe('git.example?owner=acme-labs&repo=refund');
});

it('asks for what the chosen host has', async () => {
  renderField({}, HOSTS);
  await userEvent.click(
    await screen.findByRole('button', { name: /Git host/ }),
  );
  await userEvent.click(screen.getByRole('option', { name: 'dev.azure.com' }));
  await userEvent.type(
    screen.getByRole('textbox', { name: /Organisation/ }),
    'acme',
  );
  await userEvent.type(
    screen.getByRole('textbox', { name: /Project/ }),
    'shop',
  );
  expect(answer).toBe(
    'dev.azure.com?organization=acme&project=shop&repo=refund',
  );
});

it('keeps what was answered before', async () => {
  renderField({ given: 'git.example?owner=acme&repo=ledger' });
  expect(
    await screen.findByRole('textbox', { name: /Repository/ }),
  ).toHaveValue('ledger');
});

it('says what a repository may be called, once nothing is missing', async () => {
  const wrong = /^A repository name may have letters/;
  const rawErrors = ['Choose where to create the repository'];
  renderField({ given: 'git.example?owner=acme&repo=bad+name', rawErrors });
  const repository = await screen.findByRole('textbox', { name: /Repository/ });
  expect(await screen.findByText(wrong)).toBeVisible();
  expect(repository).toHaveAttribute('aria-invalid', 'true');
  expect(screen.queryByText(rawErrors[0])).toBeNull();

  await userEvent.clear(repository);
  expect(screen.getByText(rawErrors[0])).toBeVisible();
  expect(repository).toHaveAttribute('aria-invalid', 'true');
  expect(screen.queryByText(wrong)).toBeNull();
});
