import { healthOf } from './healthWords';

it.each([
  ['bad', 'slo', -0.1, 'SLO breached'],
  ['bad', 'slo', 0.4, 'Budget burning'],
  ['warning', 'slo', 0.1, 'SLO at risk'],
  ['bad', 'runtime', 0.9, 'Degraded'],
  ['warning', 'runtime', 0.9, 'Degraded'],
] as const)(
  'says of %s by %s, with %d of the budget left: %s',
  (health, healthReason, budgetRemaining, text) => {
    const row = { health, healthReason, budgetRemaining, openIncidents: 0 };
    expect(healthOf(row)).toEqual({ status: health, text });
  },
);
