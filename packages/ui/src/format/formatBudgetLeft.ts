import { formatShare } from '@atrium/common';
import { t } from '../translation';

/**
 * How far it is overspent beyond that says nothing more: an SLO that hardly has any data
 * yet may have spent a hundred budgets.
 */
const FAR_OVERSPENT = -10;

/** What is left of an error budget, as a figure: `78.9%`, `−38%`, `Below −1,000%`. */
export function formatBudgetLeft(budgetRemaining: number): string {
  return budgetRemaining < FAR_OVERSPENT
    ? t('format.below', { figure: formatShare(FAR_OVERSPENT) })
    : formatShare(budgetRemaining);
}
