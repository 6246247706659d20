import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, refusal, renderCost } from '../__testUtils__/renderCost';
import {
  sampleAnomaly,
  sampleBreakdown,
  sampleResource,
  sampleSummary,
  SERVICE,
  sharedResource,
} from '../__testUtils__/samples';
import { CostCard } from './card/CostCard';
import { EntityCost } from './entity/EntityCost';

describe('EntityCost', () => {
  it('says what the month costs, what is expected, and what it may cost', async () => {
    renderCost(<EntityCost />, {});
    const month = await screen.findByRole('group', {
      name: 'November to date',
    });
    expect(month).toHaveTextContent(
      '€1,240€140.09 more than the same days in October (+12.7%)',
    );
    // All digits are there for who needs them.
    expect(within(month).getByTitle('1240.337512 EUR')).toBeVisible();
    expect(
      screen.getByRole('group', { name: 'Forecast for November' }),
    ).toHaveTextContent(
      '€1,433€1,390 to €1,500How this is forecastFrom the last 8 weeks, by weekday.',
    );
    expect(screen.getByRole('group', { name: 'Budget' })).toHaveTextContent(
      'Forecast above budget88.6% used, 102.3% expected',
    );
    expect(screen.getByRole('group', { name: 'Own cost' })).toHaveTextContent(
      '€930.25plus €310.09 as its share of shared cost (25%)',
    );
    expect(screen.getByText(/Charges until 26 Nov/)).toHaveTextContent(
      'effective cost in EUR · rules allocate 94% of the total cost',
    );
  });

  it('says that a budget counts effective cost where another one is shown', async () => {
    renderCost(<EntityCost />, {
      getSummary: async () => ({ ...sampleSummary(), metric: 'billed' }),
    });
    expect(
      await screen.findByRole('group', { name: 'Budget' }),
    ).toHaveTextContent('102.3% expectedCounts effective cost');
  });

  it('calls a month by its name alone once it is over, and expects nothing', async () => {
    const summary = sampleSummary();
    renderCost(<EntityCost />, {
      getSummary: async () => ({
        ...summary,
        freshness: { ...summary.freshness, completeUntil: '2026-12-01' },
      }),
    });
    expect(
      await screen.findByRole('group', { name: 'November' }),
    ).toHaveTextContent('€1,240€140.09 more than in October (+12.7%)');
    expect(screen.queryByText('Forecast for November')).toBeNull();
  });

  it('says since when nothing came from a source', async () => {
    const summary = sampleSummary();
    renderCost(<EntityCost />, {
      getSummary: async () => ({
        ...summary,
        freshness: {
          ...summary.freshness,
          silentSources: [
            { source: 'gcp', lastDay: '2026-10-12', isWaitedFor: false },
            { source: 'edge', lastDay: '2026-10-12', isWaitedFor: false },
            { source: 'azure', lastDay: '2026-11-20', isWaitedFor: true },
          ],
        },
      }),
    });
    expect(await screen.findByText('Without gcp and edge')).toBeVisible();
    expect(
      screen.getByText(
        'No data since 12 Oct 2026: charges are missing from later days',
      ),
    ).toBeVisible();
    expect(screen.getByText('Waiting for azure')).toBeVisible();
  });

  it('says in sentences why it changed', async () => {
    renderCost(<EntityCost />, {});
    const [rise, fall, shared] = within(
      await screen.findByRole('list', { name: 'What changed most' }),
    ).getAllByRole('listitem');
    expect(rise).toHaveTextContent(
      '+€312.00Storage · payments-data more since 14 Nov, €100.50 to €412.50',
    );
    expect(fall).toHaveTextContent(
      '−€171.91Data transfer gone, €171.91 to €0.00',
    );
    expect(shared).toHaveTextContent(
      '+€2.00Compute · part of the pool Production cluster more, €18.00 to €20.00',
    );
  });

  it('shows each day as exactly as it was answered, and days without charges as such', async () => {
    renderCost(<EntityCost />, { listAnomalies: async () => page([]) });
    const chart = await screen.findByRole('figure', {
      name: 'Daily cost by service',
    });
    await userEvent.click(
      within(chart).getByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(chart)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'ComputeStorage',
      '25 Nov€30.13€10.00',
      '26 Nov€31.00−€2.50',
      '27 NovNo charges yetNo charges yet',
    ]);
  });

  it('shows resources with the rule that allocated them, and parts of pools as such', async () => {
    renderCost(<EntityCost />, {
      listResources: async () => page([sampleResource, sharedResource]),
    });
    const table = await screen.findByRole('region', { name: /^2 resources/ });
    expect(table).toHaveTextContent('Rule by-service-tag');
    expect(table).toHaveTextContent('Its share of the pool cluster');
    expect(
      await within(table).findByRole('link', { name: 'payments-data' }),
    ).toHaveAttribute(
      'href',
      `/cost/charges?entityRef=${encodeURIComponent(
        SERVICE,
      )}&from=2026-11-01&to=2026-11-27&resourceId=vol-0a1`,
    );
  });

  it('lists all open anomalies, however many newer ones were explained', async () => {
    const open = { ...sampleAnomaly, id: 'older', amount: '700' };
    const newer = Array.from({ length: 50 }, (_, index) => ({
      ...sampleAnomaly,
      id: `newer-${index}`,
      state: 'acknowledged' as const,
    }));
    renderCost(<EntityCost />, {
      // As the backend does: the newest first, one page of them.
      listAnomalies: async ({ state, cursor }) => {
        if (state !== 'open') {
          return { items: newer, totalItems: 52, nextCursor: 'next' };
        }
        return cursor
          ? { items: [{ ...open, id: 'oldest' }], totalItems: 2 }
          : { items: [open], totalItems: 2, nextCursor: 'next' };
      },
    });
    const table = await screen.findByRole('region', { name: 'Unusual days' });
    const countRows = () => within(table).getAllByRole('row').length - 1;
    expect(countRows()).toBe(1);
    expect(table).toHaveTextContent('€700.00');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    await waitFor(() => expect(countRows()).toBe(2));
  });

  it('acknowledges unusual cost with a reason', async () => {
    const acknowledgeAnomaly = jest.fn(async () => sampleAnomaly);
    renderCost(<EntityCost />, {
      listAnomalies: async () => page([sampleAnomaly]),
      acknowledgeAnomaly,
    });
    const table = await screen.findByRole('region', { name: 'Unusual days' });
    expect(table).toHaveTextContent('20 Nov to 26 Nov 2026');
    expect(table).toHaveTextContent('+€210.00+100%');
    await userEvent.click(
      await within(table).findByRole('button', { name: 'Acknowledge' }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Acknowledge' });
    await userEvent.click(confirm);
    expect(within(dialog).getByText(/Say why/)).toBeVisible();
    expect(acknowledgeAnomaly).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Reason' }),
      'Load test of the week',
    );
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(acknowledgeAnomaly).toHaveBeenCalledWith('a1', {
        reason: 'Load test of the week',
      }),
    );
  });

  it('teaches how charges get here where there is none', async () => {
    renderCost(<EntityCost />, {
      getSummary: async () => sampleSummary({ isMeasured: false }),
    });
    expect(
      await screen.findByText('Nothing is charged to payment-service yet'),
    ).toBeVisible();
    expect(screen.getByText(/does not mean that it is free/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Show allocation rules' }),
    ).toHaveAttribute('href', '/cost/allocation');
    expect(
      screen.getByRole('link', { name: 'How charges are assigned' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/component/atrium/guides/cost#have-your-charges-found',
    );
  });

  it('says who may read what the reader may not', async () => {
    renderCost(<EntityCost />, {
      getSummary: async () => {
        throw await refusal(403, 'Only owners and finance may read it');
      },
    });
    expect(
      await screen.findByText('You do not have access to this'),
    ).toBeVisible();
    expect(
      screen.getByText('Only owners and finance may read it.'),
    ).toBeVisible();
  });

  it('tries again when it could not be read', async () => {
    const getSummary = jest
      .fn()
      .mockRejectedValueOnce(new Error('No connection'))
      .mockResolvedValue(sampleSummary());
    renderCost(<EntityCost />, { getSummary });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('group', { name: 'November to date' }),
    ).toBeVisible();
  });

  it('says of a system what it consists of', async () => {
    renderCost(
      <EntityCost />,
      {
        getBreakdown: async () => sampleBreakdown({ groupBy: 'entity' }),
      },
      { kind: 'System' },
    );
    expect(
      await screen.findByRole('region', { name: 'Cost by entity' }),
    ).toHaveTextContent('Payments€2,200.00€2,000.00+€200.00 +10%55%');
  });
});

describe('CostCard', () => {
  it('says what the month costs and where the budget stands', async () => {
    renderCost(<CostCard />, {});
    expect(await screen.findByText('€1,240')).toBeVisible();
    expect(screen.getByText('Forecast above budget')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payment-service/cost',
    );
  });

  it('is not there where nothing is known', async () => {
    const getSummary = jest.fn(async () =>
      sampleSummary({ isMeasured: false }),
    );
    renderCost(<CostCard />, { getSummary }, { entityName: 'unknown' });
    await waitFor(() => expect(getSummary).toHaveBeenCalled());
    expect(screen.queryByText('Cost')).toBeNull();
  });
});
