import { type ReactElement, useState } from 'react';
import { BudgetDialog, type BudgetSubject } from './BudgetDialog';

interface OpenedBudget {
  /** For the page to draw where it stays while what it shows changes. */
  dialog: ReactElement | undefined;
  open(subject: BudgetSubject): void;
}

/**
 * The dialog that sets a budget. A page draws it beside what it shows: that is another
 * one once the portal has read the change, while the dialog still says so.
 */
export function useBudgetDialog(): OpenedBudget {
  const [subject, setSubject] = useState<BudgetSubject>();
  return {
    dialog: subject && (
      <BudgetDialog {...subject} onClose={() => setSubject(undefined)} />
    ),
    open: setSubject,
  };
}
