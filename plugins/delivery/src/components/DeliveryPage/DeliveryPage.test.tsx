import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderDelivery } from '../../__testUtils__/renderDelivery';
import {
  entityRef,
  sampleDeployment,
  sampleReport,
  sampleRun,
} from '../../__testUtils__/sampleDelivery';
import { DeliveryPage } from './DeliveryPage';
import { doraCells } from './doraCells';

/** The names of the files that were offered for saving. */
const saved: string[] = [];

beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = () => 'blob:file';
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
});

afterEach(() => jest.restoreAllMocks());

const october = {
  from: '2026-10-01T00:00:00.000Z',
  to: '2026-11-01T00:00:00.000Z',
};
const address = '/delivery?from=2026-10-01&to=2026-10-31';

const failedItem = {
  entityRef,
  status: 'failed' as const,
  openIncidents: 0,
  runs: [sampleRun()],
  lastProductionDeployment: sampleDeployment(),
};

describe('DeliveryPage', () => {
  it('begins with the team of the person', async () => {
    const getOverview = jest.fn(async () => ({
      items: [failedItem],
      totalItems: 1,
    }));
    renderDelivery(<DeliveryPage />, { getOverview });
    const table = await screen.findByRole('region', { name: 'Services' });
    expect(table).toHaveTextContent('Failed');
    expect(table).toHaveTextContent('payment-service');
    expect(getOverview).toHaveBeenCalledWith(
      expect.objectContaining({ ownerRef: 'group:default/team-payments' }),
    );
  });

  it('shows each of several services that are in production', async () => {
    const api = sampleDeployment({ service: 'api', version: '2.0.0' });
    const worker = sampleDeployment({ service: 'worker', version: '7.1.0' });
    renderDelivery(
      <DeliveryPage />,
      {
        getOverview: async () => ({
          items: [
            {
              ...failedItem,
              lastDeployment: { ...worker, environment: 'staging' },
              lastProductionDeployment: worker,
              productionDeployments: [api, worker],
            },
          ],
          totalItems: 1,
        }),
        getTimeline: async () => ({
          ...october,
          isTruncated: false,
          items: [
            {
              entityRef,
              deployments: [api, worker].map(deployment => ({
                ...deployment,
                id: deployment.service,
                at: '2026-10-05T10:00:00Z',
              })),
              incidents: [],
            },
          ],
        }),
      },
      address,
    );
    const table = await screen.findByRole('region', { name: 'Services' });
    expect(table).toHaveTextContent(/api 2\.0\.0.*worker 7\.1\.0.*staging/);
    const row = await screen.findByRole('group', { name: 'payment-service' });
    expect(
      await within(row).findByRole('button', {
        name: /^api 2\.0\.0 deployed to production/,
      }),
    ).toBeInTheDocument();
  });

  it('selects by team, system and lifecycle in the address', async () => {
    const getOverview = jest.fn(async () => ({
      items: [failedItem],
      totalItems: 1,
    }));
    const getDora = jest.fn(async () => sampleReport);
    renderDelivery(
      <DeliveryPage />,
      { getOverview, getDora },
      '/delivery?owner=all&system=system:default/billing&days=7',
    );
    expect(
      await screen.findByRole('heading', { name: 'DORA metrics of billing' }),
    ).toBeVisible();
    expect(getDora).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'system:default/billing' }),
    );
    await screen.findByRole('region', { name: 'Services' });
    await userEvent.click(screen.getByRole('button', { name: /Lifecycle/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'production' }),
    );
    await waitFor(() =>
      expect(getOverview).toHaveBeenLastCalledWith({
        ownerRef: undefined,
        systemRef: 'system:default/billing',
        lifecycle: 'production',
        limit: 10,
      }),
    );
  });

  it('shows what happened in the period of the address, in signs and words', async () => {
    const getTimeline = jest.fn(async () => ({
      ...october,
      isTruncated: false,
      items: [
        {
          entityRef,
          deployments: [
            {
              ...sampleDeployment({ id: '1', version: '4.12.3' }),
              at: '2026-10-05T10:00:00Z',
              failedBy: 'rollback' as const,
            },
            sampleDeployment({
              id: '2',
              kind: 'rolledback',
              version: '4.12.2',
              at: '2026-10-05T11:00:00Z',
              cause: 'Refunds fail',
            }),
          ],
          incidents: [
            {
              id: 'i',
              incidentId: 'INC-7',
              source: 's',
              tier: 'production' as const,
              detectedAt: '2026-10-05T10:30:00Z',
              updatedAt: '2026-10-05T10:30:00Z',
            },
          ],
        },
      ],
    }));
    renderDelivery(<DeliveryPage />, { getTimeline }, address);
    const row = await screen.findByRole('group', { name: 'payment-service' });
    expect(getTimeline).toHaveBeenCalledWith({
      ownerRef: 'group:default/team-payments',
      ...october,
    });
    for (const name of [
      /^4\.12\.3 deployed to production by Priya Natarajan; rolled back, 5 Oct/,
      /^production rolled back to 4\.12\.2 by Priya Natarajan; Refunds fail, 5 Oct/,
      /^Incident INC-7, since 5 Oct/,
    ]) {
      expect(
        await within(row).findByRole('button', { name }),
      ).toBeInTheDocument();
    }
  });

  it('compares teams, not the department above them', async () => {
    const compareDora = jest.fn(async (refs: string[]) => ({
      items: refs.map(ref => ({ ...sampleReport, entityRef: ref })),
      skipped: { count: 1, entityRefs: ['group:default/team-gone'] },
    }));
    renderDelivery(<DeliveryPage />, { compareDora }, address);
    const teams = await screen.findByRole('region', {
      name: 'Metrics by team',
    });
    expect(teams).toHaveTextContent('3.5 a week14 deployments');
    expect(
      await screen.findByRole('heading', {
        name: 'DORA metrics of team-payments',
      }),
    ).toBeVisible();
    expect(compareDora).toHaveBeenCalledWith(
      ['group:default/team-ledger', 'group:default/team-payments'],
      october,
    );
    expect(
      await screen.findByText(/^Not shown, .*: team-gone\. Ask/),
    ).toBeVisible();
  });

  it('marks metrics of the team before until those of the chosen one are there', async () => {
    const answer = Promise.withResolvers<void>();
    const getDora = jest.fn(
      async ({ entityRef: ref }: { entityRef?: string }) => {
        if (ref === 'group:default/team-ledger') {
          await answer.promise;
        }
        return sampleReport;
      },
    );
    renderDelivery(<DeliveryPage />, { getDora }, address);
    const busy = async () =>
      (await screen.findByText(/From the events/)).closest(
        '[aria-busy="true"]',
      );
    expect(await busy()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Team$/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'team-ledger' }),
    );
    await screen.findByRole('heading', { name: 'DORA metrics of team-ledger' });
    expect(await busy()).not.toBeNull();
    answer.resolve();
    await waitFor(async () => expect(await busy()).toBeNull());
  });

  it('gives out runs and metrics as CSV', async () => {
    const exportCsv = jest.fn(async () => new Blob(['a,b']));
    const compareDora = async () => ({
      items: [sampleReport],
      skipped: { count: 0, entityRefs: [] },
    });
    renderDelivery(<DeliveryPage />, { exportCsv, compareDora }, address);
    const [lists, metrics] = await screen.findAllByRole('button', {
      name: 'Export CSV',
    });
    await userEvent.click(lists);
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Pipeline runs' }),
    );
    expect(exportCsv).toHaveBeenCalledWith('runs', {
      ownerRef: 'group:default/team-payments',
      ...october,
    });
    await waitFor(() => expect(saved).toEqual(['runs.csv']));
    await screen.findByRole('region', { name: 'Metrics by team' });
    await userEvent.click(metrics);
    await waitFor(() =>
      expect(saved).toEqual(['runs.csv', 'dora-by-team.csv']),
    );
  });
});

it('a spreadsheet of metrics leaves out what is not measured', () => {
  const [titles, cells] = doraCells([sampleReport]);
  expect(titles.map((title, at) => [title, cells[at]])).toEqual([
    ['Team', 'component:default/payment-service'],
    ['From', '2026-08-28T00:00:00.000Z'],
    ['To', '2026-11-26T00:00:00.000Z'],
    ['Deployment frequency (per day)', 0.5],
    ['Deployment frequency: sample', 14],
    ['Lead time for changes (seconds)', 93_600],
    ['Lead time for changes: sample', 14],
    ['Change failure rate (ratio)', 0.125],
    ['Change failure rate: sample', 14],
    ['Time to restore (seconds)', undefined],
    ['Time to restore: sample', 0],
  ]);
});
