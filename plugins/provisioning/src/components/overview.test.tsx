import { screen, waitFor, within } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import userEvent from '@testing-library/user-event';
import { page, renderProvisioning } from '../__testUtils__/renderProvisioning';
import {
  sampleDetails,
  sampleRequest,
  sampleResource,
} from '../__testUtils__/samples';
import { DefinitionsPage } from './definitions/DefinitionsPage';
import { EntityResourceContent } from './entity/EntityResourceContent';
import { EntityResources } from './entity/EntityResources';
import { EntityResourcesCard } from './entity/EntityResourcesCard';
import { LeftoversPage } from './leftovers/LeftoversPage';
import { ResourcesPage } from './resources/ResourcesPage';

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-11-28T12:00:00.000Z'),
    advanceTimers: true,
  });
});
afterEach(() => jest.useRealTimers());

const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });

async function cellsOf(label: string) {
  const table = await screen.findByRole('region', { name: label });
  const [, ...rows] = within(table).getAllByRole('row');
  return rows.map(row =>
    within(row)
      .getAllByRole('cell')
      .map(cell => cell.textContent),
  );
}

describe('the list of resources', () => {
  it('reads what its address asks for', async () => {
    const listResources = jest.fn(async () =>
      page([
        sampleResource({
          drift: {
            checkedAt: '2026-11-28T11:57:00.000Z',
            differences: ['The connection limit is 50'],
          },
        }),
      ]),
    );
    renderProvisioning(
      <ResourcesPage />,
      { listResources },
      {
        address:
          '/?type=postgres&state=ready&drift=yes&system=system:default/billing',
      },
    );
    await screen.findByText('PostgreSQL database in dev');
    expect(await cellsOf('Resources')).toEqual([
      [
        'ledgerPostgreSQL database in dev',
        'Ready',
        expect.stringMatching(/payment-service.*team-payments/),
        '8 Dec 202610 days left',
        '$12.00',
        'Healthy',
        '1 differenceChecked 3 minutes ago',
      ],
    ]);
    expect(listResources).toHaveBeenCalledWith(
      expect.objectContaining({
        type: 'postgres',
        state: 'ready',
        systemRef: 'system:default/billing',
        hasDrift: 'true',
      }),
      expect.anything(),
    );
  });

  it('shows all resources again, whatever narrows the list', async () => {
    const listResources = jest.fn(async () => page<never>([]));
    renderProvisioning(
      <ResourcesPage />,
      { listResources },
      { address: '/?system=system:default/billing' },
    );
    await user.click(
      await screen.findByRole('button', { name: 'Show all resources' }),
    );
    expect(await screen.findByText('No resources yet')).toBeVisible();
  });

  it('teaches where there is none, and leads to the form', async () => {
    renderProvisioning(<ResourcesPage />, {});
    expect(await screen.findByText('No resources yet')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Request a resource' }),
    ).toHaveAttribute('href', '/provisioning/requests/new');
  });
});

it('lists leftovers, the dearest first, with what they cost together', async () => {
  const leftover = {
    kind: 'unused' as const,
    isRemovable: false,
    driver: 'postgres',
    location: 'postgres at db.internal',
    reason: 'No component depends on it',
    firstSeenAt: '2026-11-21T12:00:00.000Z',
    checkedAt: '2026-11-28T11:57:00.000Z',
  };
  renderProvisioning(<LeftoversPage />, {
    listLeftovers: async () =>
      page([
        {
          ...leftover,
          providerName: 'cheap-1',
          monthlyPrice: { amount: '0.10', currency: 'USD' },
        },
        {
          ...leftover,
          providerName: 'dear-1',
          monthlyPrice: { amount: '80.20', currency: 'USD' },
        },
      ]),
  });
  expect(
    await screen.findByText('2 leftovers, $80.30 a month in total'),
  ).toBeVisible();
  const rows = await cellsOf('Leftovers, most expensive first');
  expect(rows.map(([name]) => name)).toEqual([
    'dear-1postgres at db.internal',
    'cheap-1postgres at db.internal',
  ]);
});

it('removes what the portal deleted, once its name is typed, and nothing else', async () => {
  const leftover = {
    kind: 'unknown-to-portal' as const,
    driver: 'postgres',
    location: 'postgres at db.internal',
    reason: "It is there although 'ledger' was deleted",
    firstSeenAt: '2026-11-21T12:00:00.000Z',
    checkedAt: '2026-11-28T11:57:00.000Z',
  };
  const leftovers = [
    { ...leftover, providerName: 'ledger-1', isRemovable: true },
    { ...leftover, providerName: 'stray-1', isRemovable: false },
  ];
  const removeLeftover = jest.fn(async () => {
    leftovers.shift();
    return {
      resourceId: '0b3f4c1e-0000-4000-8000-000000000001',
      removed: ['database ledger_1', 'role ledger_1'],
      checkedAbsentAt: '2026-11-28T12:00:00.000Z',
    };
  });
  renderProvisioning(<LeftoversPage />, {
    removeLeftover,
    listLeftovers: async () => page([...leftovers]),
  });
  await user.click(
    await screen.findByRole('button', { name: 'Remove ledger-1' }),
  );
  expect(screen.queryByRole('button', { name: 'Remove stray-1' })).toBeNull();
  expect(screen.getByText(/Not proven to be ours/)).toBeInTheDocument();
  const confirm = screen.getByRole('button', { name: 'Remove permanently' });
  expect(confirm).toBeDisabled();
  await user.type(
    screen.getByRole('textbox', { name: /Type ledger-1/ }),
    'ledger-1',
  );
  await user.click(confirm);
  // What was removed is said until it is read, whatever becomes of the row.
  await waitFor(() =>
    expect(screen.queryAllByText('ledger-1')).toHaveLength(0),
  );
  expect(await screen.findByRole('status')).toHaveTextContent(
    'Removed and confirmed gone: database ledger_1, role ledger_1.',
  );
  expect(removeLeftover).toHaveBeenCalledWith({
    driver: 'postgres',
    location: 'postgres at db.internal',
    providerName: 'ledger-1',
    confirmName: 'ledger-1',
  });
});

it('says what can be asked for, and which file is wrong and where', async () => {
  renderProvisioning(<DefinitionsPage />, {});
  const card = await screen.findByRole('article', {
    name: 'Shared PostgreSQL',
  });
  expect(card).toHaveTextContent('Small by default$12.00');
  expect(card).toHaveTextContent(
    'Lease30 days, at most 90; data is kept for 7 days after',
  );
  expect(
    within(card).getByRole('link', { name: 'postgres.yaml' }),
  ).toHaveAttribute(
    'href',
    'https://git.acme.example/platform/definitions/postgres.yaml',
  );
  const queues = screen.getByRole('article', { name: 'Shared queues' });
  expect(queues).toHaveTextContent('Forenvironments of type production');
  expect(queues).toHaveTextContent('OnlyPrice unknown');
  expect(screen.getByText('line 12, column 5')).toBeVisible();
});

it('shows what a component needs, by environment, and what waits', async () => {
  renderProvisioning(<EntityResources />, {
    listResources: async () =>
      page([
        sampleResource({ id: 'r2', environment: 'production' }),
        sampleResource(),
      ]),
    listRequests: async () => page([sampleRequest()]),
  });
  expect(
    await screen.findByRole('heading', { name: 'Waiting for approval' }),
  ).toBeVisible();
  await screen.findByRole('heading', { name: 'Production' });
  const headings = screen
    .getAllByRole('heading', { level: 2 })
    .map(heading => heading.textContent);
  expect(headings).toEqual([
    'Waiting for approval',
    'Development',
    'Production',
  ]);
  await user.click(screen.getByRole('link', { name: 'Request a resource' }));
});

it('puts the resources of a component on its card', async () => {
  renderProvisioning(<EntityResourcesCard />, {
    listResources: async () =>
      page(
        ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id =>
          sampleResource({ id, name: `ledger-${id}` }),
        ),
      ),
  });
  const list = await screen.findByRole('list', {
    name: 'Provisioned resources',
  });
  expect(within(list).getAllByRole('listitem')).toHaveLength(6);
  expect(within(list).getByText('ledger-a')).toHaveAttribute(
    'href',
    '/provisioning/resources/a',
  );
  expect(screen.getByRole('link', { name: '1 more' })).toBeVisible();
});

it('shows the resource behind an entity of the catalog', async () => {
  const getResource = jest.fn(async () => sampleDetails());
  renderProvisioning(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'ledger-dev',
          annotations: { 'atrium.dev/provisioned-resource': 'r1' },
        },
      }}
    >
      <EntityResourceContent />
    </EntityProvider>,
    { getResource },
  );
  expect(await screen.findByText('db.internal')).toBeVisible();
  expect(getResource).toHaveBeenCalledWith('r1');
});
