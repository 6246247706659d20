import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  BackLink,
  formatMonth,
  QueryState,
  Section,
  textStyles,
  useDocumentTitle,
  ViewSkeleton,
} from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { useReport } from '../../hooks/useReports';
import { agreementRouteRef } from '../../routes';
import { t } from '../../translation';
import { gapWords } from '../../words/agreementWords';
import { TermList } from '../agreement/TermList';
import { DayChart } from './DayChart';
import { DayTable } from './DayTable';
import { MonthActions } from './MonthActions';
import { MonthFigures } from './MonthFigures';
import { MonthTitle } from './MonthTitle';
import { ReportExclusions } from './ReportExclusions';
import styles from './MonthReport.module.css';

/** How one month went: to read, to print and to keep. */
export function MonthReport() {
  const { agreementId = '', month = '' } = useParams();
  const agreementLink = useRouteRef(agreementRouteRef);
  return (
    <>
      {agreementLink && (
        <BackLink href={agreementLink({ agreementId })}>
          {t('monthReport.allMonths')}
        </BackLink>
      )}
      <QueryState
        query={useReport(agreementId, month)}
        loading={<ViewSkeleton height={480} />}
      >
        {report => <Report report={report} />}
      </QueryState>
    </>
  );
}

function Report({ report }: { report: MonthlyReport }) {
  const { agreement, days } = report;
  useDocumentTitle('part', formatMonth(report.month), agreement.name);
  return (
    <article className={styles.report} aria-label={agreement.name}>
      <header className={styles.header}>
        <MonthTitle report={report} />
        <MonthActions report={report} />
      </header>
      <MonthFigures report={report} />
      <TermList agreement={agreement} />
      <div className={styles.chart}>
        <DayChart report={report} />
      </div>
      <Section title={t('monthReport.gapsInTheData')}>
        <p className={textStyles.text}>{gapWords(days)}</p>
      </Section>
      <ReportExclusions report={report} />
      <DayTable report={report} />
    </article>
  );
}
