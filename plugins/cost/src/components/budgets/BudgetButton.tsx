import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { useBudgetRight } from '../../hooks/useCostRights';
import { t } from '../../translation';
import type { BudgetSubject } from './BudgetDialog';

/** Props of {@link BudgetButton}. */
export interface BudgetButtonProps extends BudgetSubject {
  hasBudget: boolean;
  /** What others read in its place. */
  refusal?: ReactNode;
  onPress(subject: BudgetSubject): void;
}

/** Sets what something may cost in a month, for those who may. */
export function BudgetButton(props: BudgetButtonProps) {
  const { entityRef, hasBudget, onPress, refusal = null, title } = props;
  const isAllowed = useBudgetRight(entityRef);
  const action = hasBudget
    ? t('budgetButton.changeBudget')
    : t('budgetButton.setBudget');
  return isAllowed ? (
    <span>
      <Button
        variant="secondary"
        size="small"
        aria-label={t('budgetButton.labelOf', { action, title })}
        onPress={() => onPress({ entityRef, title })}
      >
        {action}
      </Button>
    </span>
  ) : (
    refusal
  );
}
