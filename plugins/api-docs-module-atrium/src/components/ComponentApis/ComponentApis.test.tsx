import { screen, within } from '@testing-library/react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ComponentApis } from './ComponentApis';

const ledgerApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: {
    name: 'ledger-api',
    namespace: 'default',
    title: 'Ledger API',
    description: 'Books entries',
  },
  spec: { type: 'grpc', lifecycle: 'production' },
  relations: [
    { type: 'apiProvidedBy', targetRef: 'component:default/ledger-service' },
    { type: 'apiConsumedBy', targetRef: 'component:default/invoice-service' },
    { type: 'apiConsumedBy', targetRef: 'component:default/receipt-service' },
  ],
};

async function show(relations: Entity['relations']) {
  await renderInTestApp(
    <TestQueryProvider>
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'ledger-service', namespace: 'default' },
          relations,
        }}
      >
        <ComponentApis />
      </EntityProvider>
    </TestQueryProvider>,
    {
      apis: [[catalogApiRef, catalogApiMock({ entities: [ledgerApi] })]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

it('says what a component provides and to how many, and how to declare what it consumes', async () => {
  await show([{ type: 'providesApi', targetRef: 'api:default/ledger-api' }]);
  const provided = await screen.findByRole('region', { name: 'Provided APIs' });
  expect(
    within(provided).getByRole('link', { name: 'Ledger API' }),
  ).toHaveAttribute('href', '/catalog/default/api/ledger-api');
  expect(within(provided).getAllByRole('row')[1]).toHaveTextContent(
    'Ledger APIBooks entriesgRPCproduction2',
  );
  const consumed = screen.getByRole('region', { name: 'Consumed APIs' });
  expect(
    await within(consumed).findByRole('link', { name: 'How to declare one' }),
  ).toHaveAttribute(
    'href',
    '/docs/default/component/atrium/guides/catalog-info',
  );
});

it('says who provides what a component consumes', async () => {
  await show([{ type: 'consumesApi', targetRef: 'api:default/ledger-api' }]);
  const consumed = await screen.findByRole('region', { name: 'Consumed APIs' });
  expect(
    within(consumed).getByRole('link', { name: 'ledger-service' }),
  ).toHaveAttribute('href', '/catalog/default/component/ledger-service');
});
