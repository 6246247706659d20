import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { ApiEntity } from '@backstage/catalog-model';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { DefinitionPage } from './DefinitionPage';

const ledger = `syntax = "proto3";
package acme.ledger.v1;

// Keeps the books.
service LedgerService {
  // Books an entry.
  rpc PostEntry(Entry) returns (Entry);
}

message Entry {
  string id = 1;
}
`;

const versionOne: ApiVersion = {
  id: '0f5f0a0e-6f4e-4d0e-9a53-3ab3b0b6a001',
  entityRef: 'api:default/ledger-api',
  number: 1,
  version: 'v1',
  type: 'grpc',
  createdAt: '2026-11-20T12:00:00.000Z',
  sizeBytes: ledger.length,
  hasDefinition: true,
  isValid: true,
};

const versionTwo: ApiVersion = {
  ...versionOne,
  id: '0f5f0a0e-6f4e-4d0e-9a53-3ab3b0b6a002',
  number: 2,
  isValid: false,
  error: { message: 'illegal token', line: 7 },
};

/** The history of versions, as its backend answers. */
function history(versions: ApiVersion[]) {
  return {
    fetch: jest.fn(async (input: RequestInfo | URL) => {
      const url = String(input);
      const body = url.startsWith('plugin://api-history/versions?')
        ? { items: versions, totalItems: versions.length }
        : { ...versionOne, definition: ledger };
      return new Response(JSON.stringify(body));
    }),
  };
}

async function show(
  type: string,
  definition: string,
  options: { path?: string; versions?: ApiVersion[] } = {},
) {
  const entity: ApiEntity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'ledger-api', namespace: 'default' },
    spec: { type, lifecycle: 'production', owner: 'team-payments', definition },
    relations: [
      { type: 'apiProvidedBy', targetRef: 'component:default/ledger-service' },
    ],
  };
  await renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={entity}>
        <DefinitionPage />
      </EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [catalogApiRef, catalogApiMock()],
        [fetchApiRef, history(options.versions ?? [])],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [options.path ?? '/'],
    },
  );
}

describe('DefinitionPage', () => {
  beforeAll(() => {
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = jest.fn();
    Element.prototype.scrollTo = jest.fn();
  });

  it('shows provider and consumers', async () => {
    await show('grpc', ledger);
    expect(
      await screen.findByRole('link', { name: 'ledger-service' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger-service');
    expect(
      screen.getByText('No component declares that it consumes this API'),
    ).toBeVisible();
  });

  it('shows services, methods and messages of gRPC, and where they are', async () => {
    await show('grpc', ledger);
    const outline = await screen.findByRole('navigation', { name: 'Contents' });
    expect(
      within(outline).getByRole('button', { name: 'PostEntry' }),
    ).toBeVisible();
    expect(screen.getByText('Books an entry.')).toBeVisible();
    expect(screen.getByText('proto3, package acme.ledger.v1')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show Entry in the source' }),
    );
    const source = await screen.findByRole('region', { name: 'Source' });
    expect(
      within(source).getByText(
        (_, element) =>
          element?.tagName === 'MARK' &&
          element.textContent === 'message Entry {\n',
      ),
    ).toBeVisible();
  });

  it('marks the method that the address names', async () => {
    await show('grpc', ledger, { path: '/#LedgerService.PostEntry' });
    const outline = await screen.findByRole('navigation', { name: 'Contents' });
    expect(
      within(outline).getByRole('button', { name: 'PostEntry' }),
    ).toHaveAttribute('aria-current', 'true');
  });

  it('shows queries and types of GraphQL', async () => {
    await show(
      'graphql',
      'type Query { product(id: ID!): Product }\ntype Product { id: ID! }',
    );
    const outline = await screen.findByRole('navigation', { name: 'Contents' });
    expect(
      within(outline).getByRole('button', { name: /Queries/ }),
    ).toBeVisible();
    await userEvent.click(
      within(outline).getByRole('button', { name: 'Product' }),
    );
    expect(
      within(outline).getByRole('button', { name: 'Product' }),
    ).toHaveAttribute('aria-current', 'true');
  });

  it('shows the source of a type that it has no view for', async () => {
    await show('wsdl', '<definitions/>');
    expect(
      await screen.findByRole('region', { name: 'Source' }),
    ).toHaveTextContent('<definitions/>');
  });

  it('shows where an invalid definition is wrong, and the last valid version', async () => {
    await show('grpc', ledger.replace('rpc PostEntry(', 'rpc PostEntry['), {
      versions: [versionTwo, versionOne],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This definition is not valid, see line 7');
    expect(alert).toHaveTextContent("illegal token '['");
    expect(alert).toHaveTextContent('rpc PostEntry[Entry)');
    expect(
      await screen.findByText(/Last valid version: #1, v1, first seen/),
    ).toBeVisible();
    expect(await screen.findByText('Books an entry.')).toBeVisible();
  });

  it('says when no version was ever valid', async () => {
    await show('grpc', 'message {', { versions: [versionTwo] });
    expect(
      await screen.findByText(
        'The portal has not saved a valid version of this definition.',
      ),
    ).toBeVisible();
  });
});
