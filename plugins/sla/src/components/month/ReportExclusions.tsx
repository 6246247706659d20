import { DataTable, formatDuration, Section, textStyles } from '@atrium/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { EXCLUSION_KIND_WORDS } from '@atrium/plugin-slo-common';
import { zonedTimeWords } from '../../words/zonedTimeWords';

/** Times that were taken out of a month, with who took them out and why. */
export function ReportExclusions({ report }: { report: MonthlyReport }) {
  const { exclusions, agreement } = report;
  return (
    <Section title="Exclusions">
      {exclusions.length === 0 ? (
        <p className={textStyles.text}>No exclusions this month.</p>
      ) : (
        <DataTable
          label="Exclusions of the month"
          columns={[
            {
              title: 'When',
              cell: ({ from, to }) => (
                <>
                  {zonedTimeWords(from, agreement.timeZone)}
                  <div className={textStyles.muted}>
                    {formatDuration(
                      (Date.parse(to) - Date.parse(from)) / 1_000,
                    )}
                  </div>
                </>
              ),
            },
            {
              title: 'Applies to',
              cell: ({ sloName, kind }) => (
                <>
                  {sloName ?? 'All SLOs'}
                  <div className={textStyles.muted}>
                    {EXCLUSION_KIND_WORDS[kind]}
                  </div>
                </>
              ),
            },
            { title: 'Why', cell: ({ reason }) => reason },
            {
              title: 'By',
              cell: ({ createdBy }) => (
                <EntityRefLink entityRef={createdBy} hideIcon />
              ),
            },
          ]}
          items={exclusions}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}
