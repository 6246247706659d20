import { healthOf } from './entityHealth';

it.each([
  ['bad', 'slo', -0.1, 'SLO breached'],
  ['bad', 'slo', 0.4, 'Budget burning'],
  ['warning', 'slo', 0.1, 'SLO at risk'],
  ['bad', 'runtime', 0.9, 'Degraded'],
  ['warning', 'runtime', 0.9, 'Degraded'],
  ['bad', 'provisioning', undefined, 'Degraded'],
  ['warning', 'provisioning', undefined, 'Needs attention'],
  ['bad', 'incident', 0.9, '2 incidents'],
  ['warning', undefined, 0.9, 'Warning'],
  ['good', undefined, 0.9, 'Healthy'],
  ['unknown', undefined, undefined, 'Not measured'],
] as const)(
  'says of %s by %s, with %d of the budget left: %s',
  (health, healthReason, budgetRemaining, text) => {
    expect(
      healthOf({ health, healthReason, budgetRemaining, openIncidents: 2 }),
    ).toEqual({ status: health, text });
  },
);
