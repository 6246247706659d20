import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ActionDialog, formatMonth, textStyles } from '@atrium/ui';
import { RiLockLine } from '@remixicon/react';
import { type MonthlyReport } from '@atrium/plugin-sla-common';
import {
  coverageWords,
  formatSli,
  formatTarget,
} from '@atrium/plugin-slo-common';
import { useCloseMonth } from '../../hooks/useReports';
import { creditWords } from '../../words/agreementWords';

/** Closes a month that is over, after saying what that means. */
export function CloseMonth({ report }: { report: MonthlyReport }) {
  const { agreement, month, sli, creditPercent, coverage } = report;
  const [isOpen, setIsOpen] = useState(false);
  const change = useCloseMonth(agreement.id, month);
  const name = formatMonth(month);
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiLockLine />}
        aria-label={`Close ${name}`}
        onPress={() => setIsOpen(true)}
      >
        Close
      </Button>
      {isOpen && (
        <ActionDialog
          failure="Nothing was changed"
          title={`Close ${name}?`}
          action="Close month"
          change={change}
          onConfirm={() =>
            change.mutate(undefined, { onSuccess: () => setIsOpen(false) })
          }
          onClose={() => setIsOpen(false)}
        >
          <p className={textStyles.text}>
            {sli === undefined
              ? 'Nothing was measured'
              : `${formatSli(sli, agreement.target)}, where ${formatTarget(
                  agreement.target,
                )} was agreed`}
            . Credit owed: {creditWords(creditPercent)}.{' '}
            {coverageWords(coverage)}.
          </p>
          <p className={textStyles.text}>
            <strong>This is final.</strong> From then on the report says the
            same for ever: counts that come late, exclusions and other terms do
            not change it, and nobody can open it again.
          </p>
        </ActionDialog>
      )}
    </>
  );
}
