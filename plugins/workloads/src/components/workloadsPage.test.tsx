import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkloadQuery } from '@atrium/plugin-workloads-common';
import { renderWorkloads } from '../__testUtils__/renderWorkloads';
import {
  sampleRow,
  sampleSummary,
  unreachableStaging,
} from '../__testUtils__/sampleWorkloads';
import { WorkloadsPage } from './WorkloadsPage/WorkloadsPage';

const rows = [
  sampleRow({
    id: 'cron',
    name: 'billing-cleanup',
    kind: 'CronJob',
    replicas: undefined,
    entityRef: undefined,
    ownerRef: undefined,
    kubernetesId: undefined,
    health: 'degraded',
    healthReason: 'The last job failed.',
    deprecation: sampleSummary.deprecations[0].deprecation,
    problems: ['not-ready', 'deprecated-api'],
  }),
  sampleRow({
    id: 'web',
    name: 'web',
    replicas: { desired: 10, ready: 10, updated: 10 },
  }),
  sampleRow(),
];

const page = async () => ({
  items: rows,
  totalItems: rows.length,
  clusters: sampleSummary.clusters,
});

it('shows what there is to see to, and the workloads worst first', async () => {
  renderWorkloads(<WorkloadsPage />, {
    getSummary: async () => sampleSummary,
    getWorkloads: page,
  });
  const notReady = await screen.findByRole('group', { name: 'Not ready' });
  expect(notReady).toHaveTextContent('1');
  expect(within(notReady).getByRole('link')).toHaveAttribute(
    'href',
    '/workloads?problem=not-ready',
  );
  expect(
    screen.getByRole('group', { name: 'Not as deployed' }),
  ).toHaveTextContent('0None');
  const table = await screen.findByRole('region', { name: 'Workloads' });
  const [, first, second] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent('billing-cleanupCronJob in billing');
  expect(first).toHaveTextContent('DegradedThe last job failed.');
  expect(first).toHaveTextContent('No backstage.io/kubernetes-id label');
  expect(first).toHaveTextContent('Not readyDeprecated APIbatch/v1beta1');
  expect(within(second).getByRole('link', { name: 'web' })).toHaveAttribute(
    'href',
    '/catalog/default/component/payment-service/runtime?place=acme-production%2Fproduction',
  );
});

it('sorts by a column and back', async () => {
  renderWorkloads(<WorkloadsPage />, {
    getSummary: async () => sampleSummary,
    getWorkloads: page,
  });
  const table = await screen.findByRole('region', { name: 'Workloads' });
  const ready = () =>
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => within(row).getAllByRole('cell')[2].textContent);
  const header = within(table).getByRole('button', { name: 'Pods ready' });
  await userEvent.click(header);
  expect(ready()).toEqual(['', '3 of 3', '10 of 10']);
  await userEvent.click(header);
  expect(ready()).toEqual(['10 of 10', '3 of 3', '']);
  expect(
    within(table).getByRole('columnheader', { name: 'Pods ready' }),
  ).toHaveAttribute('aria-sort', 'descending');
  await userEvent.click(header);
  expect(ready()).toEqual(['', '10 of 10', '3 of 3']);
});

it('asks for what the address and the filters say', async () => {
  const getWorkloads = jest.fn((_: WorkloadQuery) => page());
  renderWorkloads(
    <WorkloadsPage />,
    { getSummary: async () => sampleSummary, getWorkloads },
    { path: '/?problem=unowned&cluster=acme-staging' },
  );
  await screen.findByRole('region', { name: 'Workloads' });
  expect(getWorkloads).toHaveBeenLastCalledWith(
    expect.objectContaining({ unowned: true, cluster: 'acme-staging' }),
    expect.anything(),
  );
  await userEvent.click(screen.getByRole('button', { name: /Namespace/ }));
  const namespaces = await screen.findByRole('listbox');
  // Those of the chosen cluster only.
  expect(namespaces).not.toHaveTextContent('billing');
  await userEvent.click(
    within(namespaces).getByRole('option', { name: 'sandbox' }),
  );
  await waitFor(() =>
    expect(getWorkloads).toHaveBeenLastCalledWith(
      expect.objectContaining({ unowned: true, namespace: 'sandbox' }),
      expect.anything(),
    ),
  );
});

it('offers to widen filters that nothing fits', async () => {
  const getWorkloads = jest.fn(async ({ problem }: WorkloadQuery) =>
    problem
      ? { items: [], totalItems: 0, clusters: sampleSummary.clusters }
      : page(),
  );
  renderWorkloads(
    <WorkloadsPage />,
    { getSummary: async () => sampleSummary, getWorkloads },
    { path: '/?problem=no-limits' },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Show all workloads' }),
  );
  expect(await screen.findByText('billing-cleanup')).toBeVisible();
});

it('says which cluster is missing and never calls what it does not know zero', async () => {
  renderWorkloads(<WorkloadsPage />, {
    getSummary: async () => ({
      ...sampleSummary,
      clusters: [unreachableStaging],
    }),
    getWorkloads: page,
  });
  expect(
    await screen.findByText('acme-staging cannot be reached'),
  ).toBeVisible();
  expect(
    screen.getByRole('group', { name: 'Not as deployed' }),
  ).toHaveTextContent('Not measured');
});

it('counts by owner and by API version', async () => {
  renderWorkloads(<WorkloadsPage />, {
    getSummary: async () => ({
      ...sampleSummary,
      deprecatedObjects: [
        {
          cluster: 'acme-staging',
          namespace: 'shop',
          kind: 'Ingress',
          name: 'storefront',
          deprecation: {
            apiVersion: 'extensions/v1beta1',
            kind: 'Ingress',
            deprecatedIn: '1.14',
            isRemoved: false,
          },
        },
      ],
    }),
    getWorkloads: page,
  });
  const tile = await screen.findByRole('group', { name: 'Deprecated APIs' });
  expect(tile).toHaveTextContent('2Show them');
  expect(within(tile).getByRole('link')).toHaveAttribute(
    'href',
    '/workloads?view=apis',
  );
  await userEvent.click(await screen.findByRole('tab', { name: 'By owner' }));
  const owners = await screen.findByRole('region', {
    name: 'Workloads by owner',
  });
  expect(within(owners).getByRole('link', { name: '1' })).toHaveAttribute(
    'href',
    '/workloads?owner=group%3Adefault%2Fteam-payments&problem=not-ready',
  );
  await userEvent.click(screen.getByRole('tab', { name: 'API versions' }));
  expect(
    await screen.findByText('Removed in Kubernetes 1.25; use batch/v1.'),
  ).toBeVisible();
  expect(
    screen.getByRole('region', {
      name: 'Objects with deprecated API versions',
    }),
  ).toHaveTextContent('storefrontIngress in shopacme-stagingunowned');
});
