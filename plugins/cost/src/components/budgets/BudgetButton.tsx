import { type ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { useBudgetRight } from '../../hooks/useCostRights';
import { t } from '../../translation';
import { BudgetDialog } from './BudgetDialog';

/** Props of {@link BudgetButton}. */
export interface BudgetButtonProps {
  entityRef: string;
  /** What it is called. */
  title: string;
  hasBudget: boolean;
  /** What others read in its place. */
  refusal?: ReactNode;
}

/** Sets what something may cost in a month, for those who may. */
export function BudgetButton(props: BudgetButtonProps) {
  const { entityRef, hasBudget, refusal, title } = props;
  const [isOpen, setIsOpen] = useState(false);
  const isAllowed = useBudgetRight(entityRef);
  return isAllowed ? (
    <span>
      <Button
        variant="secondary"
        size="small"
        aria-label={t('budgetButton.labelOf', {
          action: hasBudget
            ? t('budgetButton.changeBudget')
            : t('budgetButton.setBudget'),
          title,
        })}
        onPress={() => setIsOpen(true)}
      >
        {hasBudget
          ? t('budgetButton.changeBudget')
          : t('budgetButton.setBudget')}
      </Button>
      {isOpen && (
        <BudgetDialog
          entityRef={entityRef}
          title={title}
          onClose={() => setIsOpen(false)}
        />
      )}
    </span>
  ) : (
    refusal ?? null
  );
}
