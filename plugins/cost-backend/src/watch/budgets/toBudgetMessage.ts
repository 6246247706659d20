import type { Message } from '@atrium/backend-common';
import { toShownShare } from '@atrium/common';
import Big from 'big.js';
import { words } from '../../costWords';
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
  const toMoney = (value: string) => ({ money: { amount: value, currency } });
  const used = basis === 'actual' ? monthToDate : forecast?.amount ?? amount;
  const amounts = { used: toMoney(used), budget: toMoney(amount) };
  const about = {
    name: budget.title,
    // What the page shows, which may be well over the threshold that was passed.
    share: { ratio: toShownShare(new Big(used).div(amount).toNumber()) },
    month: { month },
  };
  return {
    key: `budget:${entityRef}:${month}:${basis}:${percent}`,
    recipientRefs: budget.ownerRefs,
    payload: {
      ...words.notification(
        basis === 'actual'
          ? {
              title: words.describe('cost.budget.usedShare', about),
              description: words.describe('cost.budget.usedAmount', amounts),
            }
          : {
              title: words.describe('cost.budget.expectedShare', about),
              description: words.describe('cost.budget.expectedAmount', {
                ...amounts,
                soFar: toMoney(monthToDate),
              }),
            },
      ),
      link: costTab(entityRef),
      severity: percent >= 100 ? 'high' : 'normal',
      topic: 'cost-budget',
      // Two thirds of a budget are old news once it is used up.
      scope: `budget:${entityRef}:${month}`,
    },
  };
}
