import type { Message } from '@atrium/backend-common';
import { formatMonth, formatRoundMoney } from '@atrium/common';
import Big from 'big.js';
import { costTab } from '../costTab';
import type { BudgetAlert } from './BudgetAlertStore';
import type { ReadBudgets } from './readBudgets';

/** Tells owners how much of a budget is spent, or will be. */
export function toBudgetMessage(
  { basis, entityRef, percent }: BudgetAlert,
  item: ReadBudgets['items'][number],
  currency: string,
): Message {
  const { amount, budget, forecast, month, monthToDate } = item;
  const format = (value: string) =>
    formatRoundMoney({ amount: value, currency });
  const name = budget.title;
  const used = basis === 'actual' ? monthToDate : forecast?.amount ?? amount;
  const when = formatMonth(month);
  // What the page shows, which may be well over the threshold that was passed.
  const share = `${new Big(used).times(100).div(amount).round(0, 0)}%`;
  return {
    key: `budget:${entityRef}:${month}:${basis}:${percent}`,
    recipientRefs: budget.ownerRefs,
    payload: {
      title:
        basis === 'actual'
          ? `${name} has used ${share} of its budget for ${when}`
          : `${name} is expected to use ${share} of its budget for ${when}`,
      description: `${format(used)} of ${format(amount)}${
        basis === 'forecast' ? `; ${format(monthToDate)} so far` : ''
      }`,
      link: costTab(entityRef),
      severity: percent >= 100 ? 'high' : 'normal',
      topic: 'cost-budget',
      // Two thirds of a budget are old news once it is used up.
      scope: `budget:${entityRef}:${month}`,
    },
  };
}
