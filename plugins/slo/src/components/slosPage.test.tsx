import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SloListQuery } from '@atrium/plugin-slo-common';
import { renderSlo } from '../__testUtils__/renderSlo';
import { sampleSlo, sampleStatus } from '../__testUtils__/sampleSlos';
import { SloCard } from './SloCard/SloCard';
import { SlosPage } from './SlosPage/SlosPage';

const breached = sampleSlo({
  id: 'latency',
  displayName: 'Payments are fast',
  objectives: [
    sampleStatus({ state: 'breached', sli: 0.9981, budgetRemaining: -0.9 }),
  ],
});
const well = sampleSlo({
  id: 'well',
  displayName: 'Invoices arrive',
  objectives: [
    sampleStatus({
      state: 'ok',
      budgetRemaining: 0.8,
      projectedExhaustion: undefined,
      alert: { state: 'none' },
      burnRates: [{ windowMinutes: 60, burnRate: 0.5 }],
    }),
  ],
});
const slos = [breached, sampleSlo(), well];
const list = jest.fn(async (_: SloListQuery) => ({
  items: slos,
  totalItems: slos.length,
}));

const names = () =>
  within(screen.getByRole('list', { name: 'Objectives' }))
    .getAllByRole('listitem')
    .map(item => within(item).getAllByRole('link')[0].textContent);

beforeEach(() => list.mockClear());

describe('the page of all SLOs', () => {
  it('lists those at risk first and counts the states', async () => {
    renderSlo(<SlosPage />, { listSlos: list });
    await screen.findByRole('list', { name: 'Objectives' });
    expect(names()).toEqual([
      'Payments are fast',
      'Payments succeed',
      'Invoices arrive',
    ]);
    expect(
      screen.getByRole('link', { name: 'Payments are fast' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payment-service/slos?slo=latency&objective=succeed',
    );
    expect(screen.getByRole('button', { name: '1 Breached' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '1 At risk' }));
    expect(names()).toEqual(['Payments succeed']);
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('asks for what the address and the filters say', async () => {
    renderSlo(
      <SlosPage />,
      { listSlos: list },
      {
        address: '/?owner=group:default/team-payments&state=ok&sort=burn',
      },
    );
    await screen.findByRole('list', { name: 'Objectives' });
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ ownerRef: 'group:default/team-payments' }),
      expect.objectContaining({ signal: expect.any(AbortSignal) }),
    );
    expect(names()).toEqual(['Invoices arrive']);
    await userEvent.click(screen.getByRole('button', { name: /System/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'billing' }),
    );
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({
          ownerRef: 'group:default/team-payments',
          systemRef: 'system:default/billing',
        }),
        expect.anything(),
      ),
    );
  });

  it('exports what fits, and names the columns', async () => {
    let saved: Blob | undefined;
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return 'blob:slos';
      },
      revokeObjectURL: jest.fn(),
    });
    renderSlo(
      <SlosPage />,
      { listSlos: list },
      { address: '/?state=breached' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() => expect(saved).toBeDefined());
    const text = await saved?.text();
    expect(text?.split('\r\n').slice(0, 2)).toEqual([
      'entity,owner,system,slo,objective,state,target,sli,good,total,budget remaining,burn rate 1h,spent on,coverage,excluded minutes,last data,window from,window to',
      'component:default/payment-service,group:default/team-payments,system:default/billing,payments-availability,succeed,breached,0.999,0.9981,999500,1000000,-0.9,14,2026-11-26T12:00:00.000Z,0.975,0,2026-11-25T11:59:00.000Z,2026-10-28T12:00:00.000Z,2026-11-25T12:00:00.000Z',
    ]);
  });

  it.each(['/', '/?view=weeks'])(
    'teaches when there is none, at %s',
    async address => {
      renderSlo(<SlosPage />, {}, { address });
      expect(await screen.findByText('No SLOs yet')).toBeVisible();
    },
  );

  it('offers to widen filters where there is none', async () => {
    renderSlo(
      <SlosPage />,
      {
        listSlos: async ({ ownerRef }) =>
          ownerRef
            ? { items: [], totalItems: 0 }
            : { items: slos, totalItems: 3 },
      },
      { address: '/?owner=group:default/none' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all SLOs' }),
    );
    expect(await screen.findByText('Payments succeed')).toBeVisible();
  });
});

it('shows each week, and which were missed', async () => {
  const week = { weekStart: '2026-11-16', coverage: 1 };
  const getHeatMap = jest.fn(async () => ({
    items: [
      {
        sloId: 'latency',
        sloName: 'payments-latency',
        displayName: 'Payments are quick',
        entityRef: 'component:default/payment-service',
        objectives: [
          {
            objectiveId: 'fast',
            target: 0.999,
            alert: { state: 'firing' as const, severity: 'page' },
            cells: [
              { ...week, sli: 0.9981, isTargetMet: false },
              { ...week, weekStart: '2026-11-23', coverage: 0 },
            ],
          },
        ],
      },
    ],
    totalItems: 70,
    nextCursor: 'more',
  }));
  renderSlo(
    <SlosPage />,
    { getHeatMap },
    { address: '/?view=weeks&system=system:default/billing' },
  );
  const map = await screen.findByRole('region', { name: 'SLI of each week' });
  expect(map).toHaveTextContent('16 Nov23 Nov');
  expect(map).toHaveTextContent('Payments are quick');
  expect(map).toHaveTextContent('paging now');
  expect(screen.getByText('1 of 70 SLOs shown')).toBeVisible();
  const [missed, missing] = within(map).getAllByRole('cell');
  expect(missed).toHaveTextContent('99.81%');
  expect(missed).toHaveAttribute(
    'title',
    'Week of 16 Nov: 99.81%, target missed. Measured all the time.',
  );
  expect(missing).toHaveTextContent('–');
  expect(getHeatMap).toHaveBeenCalledWith(
    expect.objectContaining({ systemRef: 'system:default/billing', weeks: 12 }),
  );
});

it('the card asks once and says state and budget of each objective', async () => {
  renderSlo(<SloCard />, { listSlos: list });
  const items = await screen.findAllByRole('listitem');
  expect(items[0]).toHaveTextContent(
    'Payments are fastBreached, pagingBudget overspent by 90%',
  );
  expect(items[2]).toHaveTextContent(
    'Invoices arriveWithin budget80% of the budget left',
  );
  expect(list).toHaveBeenCalledTimes(1);
});
