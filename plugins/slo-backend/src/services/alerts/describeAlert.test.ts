import type { AlertSnapshot } from '../../database/AlertDeliveryStore';
import { sampleAlert } from '../../__testUtils__/sampleAlert';
import { describeAlert } from './describeAlert';

const alert: AlertSnapshot = {
  ...sampleAlert,
  objectiveState: 'breached',
  budgetRemaining: -10.5,
};

const rates = 'It burns 20× in the last hour and 31.3× in the last 5 minutes.';

it.each([
  // Measured for an hour, and for six and eight days of four weeks.
  [1 / 672, rates],
  [6 / 28, rates],
  [8 / 28, `${rates} Budget overspent by more than 1,000%.`],
])('tells the budget of a window measured to %s or not', (coverage, text) => {
  expect(describeAlert({ ...alert, coverage }).description).toBe(text);
});
