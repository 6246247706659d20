import { useState } from 'react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  EntityChoiceField,
  type EntityChoiceFieldProps,
} from './EntityChoiceField';

const catalog = catalogApiMock({
  entities: [
    ['payments', 'Payments'],
    ['payments-platform', 'Payments platform'],
    ['identity', 'Identity'],
  ].map(([name, title]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, title, namespace: 'default' },
  })),
});

// A list asks for more of itself as its end comes into view, which nothing does here.
globalThis.IntersectionObserver = class {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
};

const answers: unknown[] = [];

function Form() {
  const [formData, setFormData] = useState<unknown>();
  const props: Pick<
    EntityChoiceFieldProps,
    'formData' | 'onBlur' | 'onChange' | 'schema' | 'uiSchema'
  > = {
    formData,
    onBlur: () => {},
    onChange: value => {
      answers.push(value);
      setFormData(value);
    },
    schema: { title: 'Owner team' },
    uiSchema: { 'ui:options': { catalogFilter: { kind: 'Group' } } },
  };
  return (
    <TestQueryProvider>
      <EntityChoiceField {...(props as EntityChoiceFieldProps)} />
      <button type="button">Next</button>
    </TestQueryProvider>
  );
}

async function typeOwner(text: string) {
  answers.length = 0;
  await renderInTestApp(<Form />, { apis: [[catalogApiRef, catalog]] });
  await userEvent.click(screen.getByRole('combobox', { name: 'Owner team' }));
  await screen.findByRole('option', { name: 'Identity' });
  await userEvent.keyboard(text);
}

const owner = () =>
  screen.getByRole('combobox', { name: 'Owner team', hidden: true });

describe('EntityChoiceField', () => {
  it.each(['Enter', 'Tab'])(
    'takes what was typed out with %s, though nobody pointed at it',
    async key => {
      await typeOwner('payments');
      await userEvent.keyboard(`{${key}}`);
      expect(owner()).toHaveValue('Payments');
      expect(answers).toEqual(['group:default/payments']);
    },
  );

  it('takes what was pointed at before what was typed out', async () => {
    await typeOwner('payments');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(owner()).toHaveValue('Payments platform');
    expect(answers).toEqual(['group:default/payments-platform']);
  });

  it('takes nothing that is only begun', async () => {
    await typeOwner('pay');
    await userEvent.keyboard('{Tab}');
    expect(owner()).toHaveValue('');
    expect(answers).toEqual([]);
  });
});
