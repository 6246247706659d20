import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ApiBrowserPage } from './ApiBrowserPage';

function entity(
  kind: string,
  name: string,
  part: Partial<Entity> & { title?: string } = {},
): Entity {
  const { title, ...rest } = part;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title },
    ...rest,
  };
}

function api(name: string, title: string, type: string, owner: string) {
  return entity('API', name, {
    title,
    spec: { type, lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      {
        type: 'apiProvidedBy',
        targetRef: `component:default/${name.replace('-api', '-service')}`,
      },
      { type: 'apiConsumedBy', targetRef: 'component:default/checkout' },
    ],
  });
}

const entities = [
  api('payment-api', 'Payment API', 'openapi', 'team-payments'),
  api('ledger-api', 'Ledger API', 'grpc', 'team-payments'),
  api('product-api', 'Product API', 'graphql', 'team-storefront'),
  entity('Group', 'team-payments', { title: 'Payments' }),
  entity('Group', 'team-storefront', { title: 'Storefront' }),
];

async function show(catalogApi = catalogApiMock({ entities }), path = '/') {
  await renderInTestApp(
    <TestQueryProvider>
      <ApiBrowserPage />
    </TestQueryProvider>,
    {
      apis: [
        [catalogApiRef, catalogApi],
        [
          fetchApiRef,
          {
            // The manager of a department, whose teams own everything.
            fetch: async () =>
              Response.json({
                ownerRefs: [
                  'user:default/priya',
                  'group:default/finance',
                  'group:default/team-payments',
                ],
              }),
          },
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [path],
    },
  );
}

/** The names of the listed APIs, in order. */
async function listed() {
  const headers = await screen.findAllByRole('rowheader');
  return headers.map(header => header.textContent);
}

describe('ApiBrowserPage', () => {
  it('lists all APIs with what people ask about them', async () => {
    await show();
    expect(await listed()).toEqual([
      'Ledger API',
      'Payment API',
      'Product API',
    ]);
    expect(screen.getByText('3 APIs')).toBeVisible();
    const row = screen.getByRole('row', { name: /Payment API/ });
    expect(row).toHaveAttribute(
      'data-href',
      '/catalog/default/api/payment-api/definition',
    );
    expect(within(row).getByText('OpenAPI')).toBeVisible();
    expect(within(row).getByText('1')).toBeVisible();
    expect(within(row).getByRole('link', { name: 'Payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/team-payments',
    );
    expect(
      within(row).getByRole('link', { name: 'payment-service' }),
    ).toHaveAttribute('href', '/catalog/default/component/payment-service');
  });

  it('answers a question by one search', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('searchbox', { name: 'Search APIs' }),
    );
    await userEvent.paste('payments service');
    await waitFor(async () => expect((await listed())[0]).toBe('Payment API'));
    expect(screen.getByText('2 of 3 APIs')).toBeVisible();
  });

  it('takes search, filter, order and preset from the address', async () => {
    await show(
      undefined,
      '/?mine=true&type=grpc&type=openapi&sort=-name&q=payments',
    );
    expect(await listed()).toEqual(['Payment API', 'Ledger API']);
    expect(screen.getByRole('button', { name: 'Mine' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(
      screen.queryByRole('button', { name: 'Clear filters' }),
    ).not.toBeInTheDocument();
  });

  it('narrows by a filter that counts what it leaves', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: /Type/ }));
    await userEvent.click(screen.getByRole('option', { name: 'GraphQL (1)' }));
    await userEvent.keyboard('{Escape}');
    expect(await listed()).toEqual(['Product API']);
  });

  it('sorts by a column', async () => {
    await show();
    const heading = await screen.findByRole('columnheader', { name: /API/ });
    await userEvent.click(heading);
    await userEvent.click(heading);
    await waitFor(async () =>
      expect(await listed()).toEqual([
        'Product API',
        'Payment API',
        'Ledger API',
      ]),
    );
  });

  it('shows the APIs of the signed-in person', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Mine' }));
    await waitFor(async () =>
      expect(await listed()).toEqual(['Ledger API', 'Payment API']),
    );
  });

  it('offers everything again when nothing fits', async () => {
    await show(undefined, '/?q=spaceships');
    expect(await screen.findByText('No matching APIs')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all APIs' }),
    );
    expect(await listed()).toHaveLength(3);
  });

  it('pages through many APIs', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      api(
        `api-${index}`,
        `API ${String(index).padStart(3, '0')}`,
        'openapi',
        'team-payments',
      ),
    );
    await show(catalogApiMock({ entities: many }), '/?page=3');
    const names = await listed();
    expect(names).toHaveLength(10);
    expect(names[0]).toBe('API 050');
    expect(screen.getByText('51 - 60 of 60')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Next table page' }),
    ).toBeDisabled();
  });

  it('teaches when the catalog has no API', async () => {
    await show(catalogApiMock({ entities: [] }));
    expect(await screen.findByText('The catalog has no API yet')).toBeVisible();
  });

  it('says that it is loading', async () => {
    const catalogApi = catalogApiMock.mock({
      streamEntities: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
      }),
    });
    await show(catalogApi);
    expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('says what went wrong and tries again', async () => {
    const working = catalogApiMock({ entities });
    const streamEntities = jest
      .fn()
      .mockImplementationOnce(() => {
        throw new Error('The catalog is away');
      })
      .mockImplementation(request => working.streamEntities(request));
    await show(
      catalogApiMock.mock({
        streamEntities,
        getEntitiesByRefs: request => working.getEntitiesByRefs(request),
      }),
    );
    expect(await screen.findByText('The catalog is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await listed()).toHaveLength(3);
  });
});
