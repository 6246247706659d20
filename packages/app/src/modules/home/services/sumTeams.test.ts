import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { sumTeams } from './sumTeams';

const row = (
  name: string,
  team: string,
  facts: Partial<EntityRow>,
): EntityRow => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  ownerRef: `group:default/${team}`,
  ownerTitle: team.toLocaleUpperCase('en-US'),
  health: 'good',
  openIncidents: 0,
  ...facts,
});

it('sums the services of each team, worst team first', () => {
  const teams = sumTeams([
    row('cart', 'checkout', { health: 'warning' }),
    row('ledger', 'payments', {
      health: 'bad',
      openIncidents: 2,
      cost: { amount: '10.25', currency: 'EUR', month: '2026-11' },
    }),
    row('invoice', 'payments', {
      health: 'unknown',
      cost: { amount: '0.5', currency: 'EUR', month: '2026-11' },
    }),
    row('refund', 'payments', {}),
  ]);

  expect(teams).toEqual([
    {
      ownerRef: 'group:default/payments',
      title: 'PAYMENTS',
      services: 3,
      health: { bad: 1, warning: 0, good: 1, unknown: 1 },
      openIncidents: 2,
      cost: { amount: '10.75', currency: 'EUR', month: '2026-11' },
    },
    {
      ownerRef: 'group:default/checkout',
      title: 'CHECKOUT',
      services: 1,
      health: { bad: 0, warning: 1, good: 0, unknown: 0 },
      openIncidents: 0,
      cost: undefined,
    },
  ]);
});

it('does not add up amounts of two months', () => {
  const amount = { amount: '1', currency: 'EUR' };
  const [team] = sumTeams([
    row('cart', 'checkout', { cost: { ...amount, month: '2026-11' } }),
    row('basket', 'checkout', { cost: { ...amount, month: '2026-12' } }),
  ]);

  expect(team.cost).toBeUndefined();
});

it('does not add up amounts of two currencies', () => {
  const [team] = sumTeams([
    row('cart', 'checkout', { cost: { amount: '1', currency: 'EUR' } }),
    row('basket', 'checkout', { cost: { amount: '1', currency: 'USD' } }),
  ]);

  expect(team.cost).toBeUndefined();
});
