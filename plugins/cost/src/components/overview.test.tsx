import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { saveFile } from '@atrium/ui';
import { page, refusal, renderCost } from '../__testUtils__/renderCost';
import {
  NOW,
  sampleBreakdown,
  sampleSummary,
  sampleTimelineItem,
  TEAM,
} from '../__testUtils__/samples';
import { CostPages } from './CostPages';
import { TeamCosts } from './home/TeamCosts';

jest.mock('@atrium/ui', () => ({
  ...jest.requireActual('@atrium/ui'),
  saveFile: jest.fn(),
}));

beforeEach(() =>
  jest.useFakeTimers({ now: new Date(NOW), advanceTimers: true }),
);
afterEach(() => jest.useRealTimers());

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

const organization = () =>
  sampleSummary({
    entityRef: undefined,
    budget: undefined,
    unallocated: '600',
  });

describe('the overview of cost', () => {
  it('compares what teams cost, and says what nobody has as loudly', async () => {
    const getBreakdown = jest.fn(async () => sampleBreakdown());
    renderCost(<CostPages />, {
      getSummary: async () => organization(),
      getBreakdown,
    });
    const table = await screen.findByRole('region', { name: 'Cost by team' });
    const [, payments, nobody, search] = within(table).getAllByRole('row');
    expect(cellsOf(payments)).toEqual([
      'Payments',
      '€2,200.00',
      '€2,000.00',
      '+€200.00 +10%',
      '55%',
    ]);
    expect(cellsOf(nobody)).toEqual([
      'Unallocated',
      '€1,000.00',
      '€1,250.00',
      '−€250.00 −20%',
      '25%',
    ]);
    expect(cellsOf(search).slice(2, 4)).toEqual(['None', 'New']);
    expect(screen.getByText('4 more,', { exact: false })).toHaveTextContent(
      '4 more, €200.00 in total.',
    );
    expect(screen.getByText(/€4,000/)).toHaveTextContent('€4,000');
    expect(
      screen.getByText(/€500.00 more than from 1 Oct to 26 Oct 2026/),
    ).toBeVisible();
    // This month ends with the last day that all sources have charges for.
    expect(getBreakdown).toHaveBeenLastCalledWith(
      expect.objectContaining({
        entityRef: undefined,
        from: '2026-11-01',
        to: '2026-11-27',
        compareFrom: '2026-10-01',
        compareTo: '2026-10-27',
        groupBy: 'team',
        metric: 'effective',
      }),
    );
  });

  it('leads from a team to its systems, and from nobody to the queue', async () => {
    renderCost(<CostPages />, {
      getSummary: async () => organization(),
      getBreakdown: async () => sampleBreakdown(),
    });
    const table = await screen.findByRole('region', { name: 'Cost by team' });
    const links = within(table).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      `/cost?scope=${encodeURIComponent(TEAM)}&by=system`,
      '/cost/unallocated',
      '/cost?scope=group%3Adefault%2Fteam-search&by=system',
    ]);
  });

  it('keeps links by what is shown while it is taken apart another way', async () => {
    const region = { key: 'eu-west-1', label: 'eu-west-1', amount: '4000' };
    const provider = { key: 'AWS', label: 'AWS', amount: '4000' };
    const answer = Promise.withResolvers<void>();
    renderCost(
      <CostPages />,
      {
        getBreakdown: async ({ groupBy }) => {
          if (groupBy === 'region') {
            return sampleBreakdown({
              groupBy,
              items: [region],
              rest: undefined,
            });
          }
          await answer.promise;
          return sampleBreakdown({
            groupBy: 'provider',
            items: [provider],
            rest: undefined,
          });
        },
      },
      { address: `/?scope=${TEAM}&by=region` },
    );
    const linkOf = async (name: string) =>
      within(await screen.findByRole('region', { name })).getByRole('link');
    const before = await linkOf('Cost by region');
    await userEvent.click(
      screen.getByRole('button', { name: /Break down by/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'By provider' }),
    );
    await waitFor(() =>
      expect(before.closest('[aria-busy="true"]')).not.toBeNull(),
    );
    expect(before).toHaveAttribute(
      'href',
      expect.stringContaining('region=eu-west-1'),
    );
    expect(before).not.toHaveAttribute(
      'href',
      expect.stringContaining('provider='),
    );

    answer.resolve();
    const after = await linkOf('Cost by provider');
    expect(after).toHaveAttribute(
      'href',
      expect.stringContaining('provider=AWS'),
    );
    expect(after.closest('[aria-busy="true"]')).toBeNull();
  });

  it('asks for what the address says, and takes filters away', async () => {
    const getBreakdown = jest.fn(async () =>
      sampleBreakdown({ groupBy: 'service', items: [], rest: undefined }),
    );
    renderCost(
      <CostPages />,
      { getBreakdown },
      {
        address: `/?scope=${TEAM}&metric=billed&by=service&period=last-month&compare=year&serviceCategory=Storage&region=eu&region=us`,
      },
    );
    expect(await screen.findByText('No charges in this period')).toBeVisible();
    expect(getBreakdown).toHaveBeenLastCalledWith(
      expect.objectContaining({
        entityRef: TEAM,
        metric: 'billed',
        groupBy: 'service',
        from: '2026-10-01',
        to: '2026-11-01',
        compareFrom: '2025-10-01',
        compareTo: '2025-11-01',
        serviceCategory: ['Storage'],
        region: ['eu', 'us'],
      }),
    );
    const only = screen.getByRole('group', { name: 'Only' });
    await userEvent.click(
      within(only).getByRole('button', { name: 'Remove Region: eu' }),
    );
    await waitFor(() =>
      expect(getBreakdown).toHaveBeenLastCalledWith(
        expect.objectContaining({ region: ['us'] }),
      ),
    );
  });

  it.each([
    ['of everybody', '/', {}],
    ['of a team', `/?scope=${TEAM}`, { ownerRef: TEAM }],
    [
      'of a system',
      '/?scope=system:default/billing',
      { systemRef: 'system:default/billing' },
    ],
    [
      'of a domain',
      '/?scope=domain:default/money',
      { entityRef: 'domain:default/money' },
    ],
  ])(
    'marks what was deployed on the chart %s',
    async (_, address, expected) => {
      const getTimeline = jest.fn(async () => ({
        items: [sampleTimelineItem],
      }));
      renderCost(
        <CostPages />,
        { getBreakdown: async () => sampleBreakdown() },
        { address, getTimeline },
      );
      const chart = await screen.findByRole('figure', { name: /Daily cost/ });
      expect(await within(chart).findByText('Deployed')).toBeVisible();
      expect(getTimeline).toHaveBeenCalledWith({
        ...expected,
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-11-27T00:00:00.000Z',
      });
    },
  );

  it('saves what is shown as a spreadsheet, or says why not', async () => {
    const downloadBreakdown = jest
      .fn()
      .mockRejectedValueOnce(new Error('No connection'))
      .mockResolvedValue(new Blob(['x']));
    renderCost(<CostPages />, {
      getBreakdown: async () => sampleBreakdown(),
      downloadBreakdown,
    });
    const button = await screen.findByRole('button', { name: 'Export XLSX' });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Export failed: No connection',
    );
    await userEvent.click(button);
    await waitFor(() =>
      expect(saveFile).toHaveBeenCalledWith(
        'cost-by-team.xlsx',
        expect.any(Blob),
      ),
    );
    expect(downloadBreakdown).toHaveBeenLastCalledWith(
      expect.objectContaining({ groupBy: 'team' }),
      'xlsx',
    );
  });

  it('says who may see what the reader may not', async () => {
    renderCost(<CostPages />, {
      getSummary: async () => {
        throw await refusal(403, 'Only finance may read it');
      },
    });
    expect(await screen.findByText('Only finance may read it.')).toBeVisible();
  });
});

describe('TeamCosts', () => {
  it('says what my teams cost, and what most of it is for', async () => {
    const getBreakdown = jest.fn(async () =>
      sampleBreakdown({ groupBy: 'entity' }),
    );
    renderCost(<TeamCosts />, {
      getBreakdown,
      listAnomalies: async () => page([]),
    });
    expect(await screen.findByText('€1,240')).toBeVisible();
    const [first] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent(
      'Payments€2,200€200.00 more than the same days in October (+10%)',
    );
    expect(getBreakdown).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'user:default/priya' }),
    );
    expect(
      screen.getByRole('link', { name: 'Show all of my teams’ cost' }),
    ).toHaveAttribute('href', '/cost?scope=mine&by=entity');
  });
});
