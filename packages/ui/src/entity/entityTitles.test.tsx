import type { ReactNode } from 'react';
import { renderHook, waitFor } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  entityTitle,
  QueryProvider,
  readEntityTitles,
  useEntityTitles,
} from '..';

function entity(kind: string, name: string, part: Partial<Entity>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    ...part,
    metadata: { name, ...part.metadata },
  };
}

const catalogApi = catalogApiMock({
  entities: [
    entity('Group', 'payments', {
      spec: { profile: { displayName: 'Payments' } },
    }),
    entity('System', 'billing', {
      metadata: { name: 'billing', title: 'Billing' },
    }),
    entity('System', 'search', {}),
  ],
});

const entityRefs = [
  'system:default/billing',
  'group:default/payments',
  'system:default/search',
  'group:default/gone',
];

function renderTitles(api = catalogApi) {
  return renderHook((refs: string[]) => useEntityTitles(refs), {
    initialProps: entityRefs,
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[catalogApiRef, api]]}>
        <QueryProvider>{children}</QueryProvider>
      </TestApiProvider>
    ),
  });
}

it('calls entities by their display name, their title or their name', async () => {
  const { result, rerender } = renderTitles();
  await waitFor(() =>
    expect([...result.current]).toEqual([
      ['system:default/billing', 'Billing'],
      ['group:default/payments', 'Payments'],
      ['system:default/search', 'search'],
      ['group:default/gone', 'gone'],
    ]),
  );
  rerender(['group:default/payments', 'group:default/ledger']);
  expect(result.current.get('group:default/payments')).toBe('Payments');
});

it('shows no name that a title will take the place of', () => {
  const { result } = renderTitles();
  for (const title of result.current.values()) {
    expect(title).toMatch(/^\u00a0+$/);
  }
});

it('calls entities by their names where the catalog does not answer', async () => {
  const { result } = renderTitles(
    catalogApiMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('The catalog did not answer');
      },
    }),
  );
  await waitFor(() =>
    expect([...result.current.values()]).toEqual([
      'billing',
      'payments',
      'search',
      'gone',
    ]),
  );
});

it('asks for nothing where there is nothing to name', async () => {
  await expect(readEntityTitles(catalogApi, [])).resolves.toEqual(new Map());
});

it.each([
  ['component:default/ledger', 'ledger'],
  ['component:ledger', 'ledger'],
  ['typed by hand', 'typed by hand'],
  ['', ''],
])('takes the name out of %j where the catalog says no more', (ref, name) => {
  expect(entityTitle(undefined, ref)).toBe(name);
});
