import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GateAnswer } from '@atrium/plugin-slo-common';
import { renderSlo } from '../__testUtils__/renderSlo';
import {
  entityRef,
  sampleAlert,
  sampleDetails,
  sampleSeries,
  sampleSlo,
  sampleStatus,
} from '../__testUtils__/sampleSlos';
import { SloContent } from './SloContent/SloContent';

const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

const closedGate: GateAnswer = {
  entityRef,
  state: 'closed',
  isAllowed: false,
  closesBelow: 0.1,
  reasons: [
    {
      sloId: 'latency',
      sloName: 'payments-latency',
      objectiveId: 'fast',
      budgetRemaining: -0.38,
    },
  ],
};

describe('the tab of a component', () => {
  it('says what is within budget, what is not and what burns, worst first', async () => {
    renderSlo(<SloContent />, {
      listSlos: async () =>
        page([
          sampleSlo(),
          sampleSlo({
            id: 'latency',
            displayName: 'Payments are fast',
            objectives: [
              sampleStatus({
                state: 'breached',
                sli: 0.99861,
                budgetRemaining: -0.38,
              }),
            ],
          }),
          sampleSlo({
            id: 'silent',
            displayName: 'Refunds succeed',
            objectives: [
              sampleStatus({
                state: 'no-data',
                good: undefined,
                total: undefined,
                sli: undefined,
                budgetRemaining: undefined,
                burnRates: [{ windowMinutes: 60 }],
                coverage: 0,
                lastDataAt: undefined,
                projectedExhaustion: undefined,
                alert: { state: 'none' },
              }),
            ],
            sourceProblem: 'connection refused',
          }),
          sampleSlo({
            id: 'journey',
            displayName: 'Shopping',
            isComposite: true,
            composite: sampleStatus({
              state: 'ok',
              sli: undefined,
              budgetRemaining: 0.7,
              alert: { state: 'none' },
            }),
            objectives: [
              sampleStatus({
                displayName: 'Cart',
                state: 'not-enough-traffic',
                total: 12,
                budgetRemaining: -22,
                alert: { state: 'none' },
              }),
            ],
          }),
        ]),
      getGate: async () => closedGate,
    });
    const cards = await screen.findAllByRole('article');
    expect(
      cards.map(card => within(card).getByRole('heading').textContent),
    ).toEqual([
      'Payments are fast',
      'Payments succeed',
      'Refunds succeed',
      'Shopping',
      'Shopping',
    ]);
    expect(cards[0]).toHaveTextContent('Breached');
    expect(cards[0]).toHaveTextContent('Budget overspent by 38%');
    expect(cards[0]).toHaveTextContent('99.86%target 99.9%');
    expect(cards[0]).toHaveTextContent('still overspending');
    expect(cards[1]).toHaveTextContent('At risk, paging');
    expect(cards[1]).toHaveAttribute('data-status', 'bad');
    expect(cards[1]).toHaveTextContent('50% of the budget left');
    // Half a budget of 28 days at 14 times the speed.
    expect(cards[1]).toHaveTextContent(
      '14× in the last hour: budget gone in 1 day',
    );
    expect(cards[1]).toHaveTextContent('Measured 97.5% of the time');
    expect(cards[2]).toHaveTextContent('Not measured');
    expect(cards[2]).toHaveTextContent('Budget not measured');
    expect(cards[2]).toHaveTextContent('connection refused');
    expect(cards[2]).not.toHaveTextContent(/\b0%/);
    expect(cards[3]).toHaveTextContent('Too few events to judge the budget');
    expect(cards[3]).toHaveTextContent('of 12 events only');
    expect(cards[4]).toHaveTextContent('All objectives together');
    expect(cards[4]).toHaveTextContent('No SLI of its own');
    expect(await screen.findByText('Budget spent')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Allow changes' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText(/No more than 10% is left for Payments are fast/),
    ).toBeVisible();
  });

  it('shows what is wrong in the file, where, and what counts meanwhile', async () => {
    renderSlo(<SloContent />, {
      listSlos: async () => page([sampleSlo({ isStale: true })]),
      getDefinitions: async () => ({
        entityRef,
        files: [
          {
            url: 'https://git.example/payment-service/slo.yaml',
            readAt: '2026-11-25T11:00:00.000Z',
            problems: [
              {
                message: 'must be below 1',
                line: 31,
                column: 15,
                path: 'spec.objectives[0].target',
                sloName: 'payments-availability',
              },
            ],
          },
        ],
        slos: [{ id: '1', name: 'payments-availability', isStale: true }],
      }),
    });
    const notice = await screen.findByRole('region', {
      name: 'Problems in slo.yaml',
    });
    expect(notice).toHaveTextContent('slo.yaml has a problem');
    expect(notice).toHaveTextContent(
      'Line 31, column 15 spec.objectives[0].target must be below 1 (SLO payments-availability)',
    );
    expect(notice).toHaveTextContent(
      'Until it is fixed, the last valid version keeps counting.',
    );
    expect(await screen.findByText('Older version')).toBeVisible();
  });

  it('says once that nothing could be loaded', async () => {
    const fail = () => Promise.reject(new Error('The database is away'));
    renderSlo(<SloContent />, { listSlos: fail, getDefinitions: fail });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(screen.queryByText(/^Could not check/)).not.toBeInTheDocument();
  });

  it('says beside the objectives that their files could not be checked', async () => {
    renderSlo(<SloContent />, {
      listSlos: async () => page([sampleSlo()]),
      getDefinitions: () => Promise.reject(new Error('The database is away')),
    });
    expect(await screen.findByText(/^Could not check/)).toHaveTextContent(
      'Could not check the files for problems: The database is away',
    );
  });

  it('lets changes through in spite of a spent budget, if one may', async () => {
    const overrideGate = jest.fn(async () => closedGate);
    renderSlo(
      <SloContent />,
      {
        listSlos: async () => page([sampleSlo()]),
        getGate: async ref => ({ ...closedGate, entityRef: ref }),
        overrideGate,
      },
      { isOwner: true, entityName: 'of-mine' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Allow changes' }),
    );
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', {
      name: 'Allow changes',
    });
    await userEvent.click(send);
    expect(
      within(dialog).getByText('Enter a reason of at least three characters'),
    ).toBeVisible();
    expect(overrideGate).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByLabelText('Reason'),
      'Repairs the cause',
    );
    await userEvent.click(send);
    expect(overrideGate).toHaveBeenCalledWith('component:default/of-mine', {
      reason: 'Repairs the cause',
      until: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('says what to do when no SLO counts', async () => {
    renderSlo(<SloContent />, {});
    expect(await screen.findByText('No SLOs yet')).toBeVisible();
  });

  it('opens an objective with charts, alerts and the query behind it', async () => {
    const getSeries = jest.fn(async () => sampleSeries());
    renderSlo(
      <SloContent />,
      {
        listSlos: async () => page([sampleSlo()]),
        getSlo: async () => sampleDetails(),
        getSeries,
        listAlerts: async () =>
          page([
            sampleAlert(),
            sampleAlert({
              id: 'alert-2',
              deliveries: [
                {
                  target: 'channel',
                  state: 'resolved',
                  at: '2026-11-25T11:00:05.000Z',
                  isDelivered: false,
                  message: 'As the backend wrote it',
                  messages: {
                    message: [{ key: 'slo.delivery.neverAnnounced' }],
                  },
                },
              ],
            }),
          ]),
        exportPrometheusRules: async () => ({
          yaml: 'groups: []',
          notConverted: [
            'The minimum of 100 events does not hold alerts back.',
          ],
        }),
      },
      {
        events: {
          deployments: [
            {
              id: 'd1',
              kind: 'upgraded',
              service: 'payment-service',
              source: 'https://ci.example',
              environment: 'production',
              tier: 'production',
              version: '4.12.3',
              actor: 'priya',
              at: '2026-11-25T11:10:00.000Z',
            },
          ],
          // In the same hour, and blamed on the deployment.
          incidents: [
            {
              id: 'i1',
              incidentId: 'INC-7',
              source: 'https://pager.example',
              tier: 'production',
              deploymentId: 'd1',
              detectedAt: '2026-11-25T11:20:00.000Z',
              updatedAt: '2026-11-25T11:20:00.000Z',
            },
          ],
        },
      },
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'Payments succeed' }),
    );
    const meanwhile = await screen.findByRole('region', {
      name: 'Events',
    });
    // 20 bad events of the 1,000 that a million may have.
    expect(within(meanwhile).getAllByRole('row')[1]).toHaveTextContent(
      'Incident INC-72%, 20× the allowed rate',
    );
    expect(within(meanwhile).getAllByRole('row')[2]).toHaveTextContent(
      '4.12.3 deployed to production by priya2%, 20× the allowed rate',
    );
    expect(getSeries).toHaveBeenCalledWith(sampleSlo().id, {
      objectiveId: 'succeed',
      from: '2026-10-28T12:00:00.000Z',
      to: '2026-11-25T12:00:00.000Z',
      step: 'hour',
    });

    const chart = screen.getByRole('figure', { name: 'SLI of each hour' });
    expect(chart).toHaveTextContent('Deployed, and failed');
    expect(chart).toHaveTextContent('Incident');
    expect(chart).toHaveTextContent('Not measured');
    await userEvent.click(
      within(chart).getByRole('button', { name: 'Show as table' }),
    );
    const steps = within(chart).getAllByRole('row');
    // A gap and the hour to come: no zero anywhere.
    expect(
      steps.filter(row => row.textContent?.includes('Not measured')),
    ).toHaveLength(2);
    expect(chart).toHaveTextContent('98%980 of 1,000 good');
    expect(chart).not.toHaveTextContent(/\b0%/);

    const rates = screen.getByRole('region', {
      name: 'Burn rate of each window',
    });
    expect(rates).toHaveTextContent('page above 13.4×, if 5 minutes as well');
    const alerts = await screen.findByRole('region', {
      name: 'Alerts, newest first',
    });
    expect(alerts).toHaveTextContent('20× in 1 hour, more than 13.4×');
    expect(alerts).toHaveTextContent('page20× in 1 hour');
    expect(alerts).toHaveTextContent('Owners (firing)');
    expect(alerts).toHaveTextContent('on-call not reached: connection refused');
    expect(alerts).toHaveTextContent(
      'channel not reached: It was not told that the alert fired',
    );
    expect(
      await screen.findByText(
        'http_requests_total{job="payments",code!~"5.."}',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Good events of all events: at least 99.9% of them, rolling 28 days.',
      ),
    ).toBeVisible();

    const createObjectURL = jest.fn(() => 'blob:rules');
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    await userEvent.click(
      screen.getByRole('button', { name: 'Prometheus rules' }),
    );
    expect(
      await screen.findByText(
        'The minimum of 100 events does not hold alerts back.',
      ),
    ).toBeVisible();
    expect(createObjectURL).toHaveBeenCalled();

    await userEvent.click(screen.getByRole('radio', { name: '24 hours' }));
    await waitFor(() =>
      expect(getSeries).toHaveBeenLastCalledWith(
        sampleSlo().id,
        expect.objectContaining({ from: '2026-11-24T12:00:00.000Z' }),
      ),
    );
    await userEvent.click(screen.getByRole('link', { name: 'All objectives' }));
    expect(await screen.findByRole('article')).toBeVisible();
  });
});
