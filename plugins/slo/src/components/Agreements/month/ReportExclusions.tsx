import { DataTable, formatDuration, Section } from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { zonedTimeWords } from '../../../words/dayWords';
import { exclusionFacts } from '../../Exclusions/exclusionColumns';
import shared from '../../shared/shared.module.css';

/** Times that were taken out of a month, with who took them out and why. */
export function ReportExclusions({ report }: { report: MonthlyReport }) {
  const { exclusions, agreement } = report;
  return (
    <Section title="Times that do not count">
      {exclusions.length === 0 ? (
        <p className={shared.text}>
          All time counts: nothing was taken out of this month.
        </p>
      ) : (
        <DataTable
          label="Excluded times"
          columns={[
            {
              title: 'When',
              cell: ({ from, to }) => (
                <>
                  {zonedTimeWords(from, agreement.timeZone)}
                  <div className={shared.muted}>
                    {formatDuration(
                      (Date.parse(to) - Date.parse(from)) / 1_000,
                    )}
                  </div>
                </>
              ),
            },
            ...exclusionFacts,
          ]}
          items={exclusions}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}
