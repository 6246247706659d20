import { DataTable, formatDuration, Section, textStyles } from '@atrium/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { EXCLUSION_KIND_WORDS } from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { SloLink } from '../SloLink';
import { zonedTimeWords } from '../../words/zonedTimeWords';

/** Times that were taken out of a month, with who took them out and why. */
export function ReportExclusions({ report }: { report: MonthlyReport }) {
  const { exclusions, agreement } = report;
  return (
    <Section title={t('reportExclusions.exclusions')}>
      {exclusions.length === 0 ? (
        <p className={textStyles.text}>
          {t('reportExclusions.noExclusionsThisMonth')}
        </p>
      ) : (
        <DataTable
          label={t('reportExclusions.exclusionsOfTheMonth')}
          columns={[
            {
              title: t('reportExclusions.when'),
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
              title: t('reportExclusions.appliesTo'),
              cell: ({ entityRef, sloName, kind }) => (
                <>
                  {sloName === undefined ? (
                    t('reportExclusions.allSlos')
                  ) : (
                    <SloLink entityRef={entityRef} name={sloName} />
                  )}
                  <div className={textStyles.muted}>
                    {EXCLUSION_KIND_WORDS[kind]}
                  </div>
                </>
              ),
            },
            { title: t('reportExclusions.why'), cell: ({ reason }) => reason },
            {
              title: t('reportExclusions.by'),
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
