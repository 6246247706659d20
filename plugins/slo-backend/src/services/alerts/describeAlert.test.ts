import type { AlertSnapshot } from '../../database/AlertDeliveryStore';
import { describeAlert } from './describeAlert';

const alert: AlertSnapshot = {
  alertId: '6a3e4f00-0000-4000-8000-000000000001',
  state: 'firing',
  severity: 'page',
  rule: 'page',
  details: {
    reason: 'burn-rate',
    longWindowMinutes: 60,
    shortWindowMinutes: 5,
    factor: 14.4,
    longBurnRate: 165,
    shortBurnRate: 158,
  },
  startedAt: new Date('2026-11-25T12:00:00Z'),
  sloId: '6a3e4f00-0000-4000-8000-000000000002',
  sloName: 'availability',
  sloTitle: 'Payments succeed',
  service: 'payments',
  objectiveId: 'objective-1',
  entityRef: 'component:default/payment-service',
  ownerRefs: ['group:default/team-payments'],
  objectiveState: 'breached',
  budgetRemaining: -10.5,
};

const rates = 'It burns 165× in the last hour and 158× in the last 5 minutes.';

it.each([
  // Measured for an hour, and for six and eight days of four weeks.
  [1 / 672, rates],
  [6 / 28, rates],
  [8 / 28, `${rates} Budget overspent by more than 1,000%.`],
])('tells the budget of a window measured to %s or not', (coverage, text) => {
  expect(describeAlert({ ...alert, coverage }).description).toBe(text);
});
