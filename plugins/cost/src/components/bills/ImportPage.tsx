import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import {
  BackLink,
  countWords,
  FactList,
  formatDateTime,
  formatNumber,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { CostImportDetail } from '@atrium/plugin-cost-common';
import { useImport } from '../../hooks/useImports';
import { importsRouteRef } from '../../routes';
import { monthsWords } from '../../words/monthsWords';
import { METRIC_WORDS } from '../../words/metricWords';
import { IMPORT_WORDS } from '../../words/stateWords';
import { CostQuery } from '../shared/CostQuery';
import styles from '../shared/shared.module.css';
import { ColumnReport } from './ColumnReport';
import { ImportProblems } from './ImportProblems';
import { ReconciliationTable } from './ReconciliationTable';

const OUTCOME_WORDS: Record<CostImportDetail['state'], string> = {
  waiting: 'It waits for those before it.',
  reading: 'It is being read. Pages show what was there before until it is in.',
  imported: 'All of its rows are in force together.',
  unchanged: 'The same content is in force already; nothing changed.',
  refused: 'It breaks rules of its format, so nothing of it is used.',
  failed: 'It could not be read to its end, so nothing of it is used.',
};

/** One file of a bill: what is in it, what is wrong with it, whether it is equal. */
export function ImportPage() {
  const { importId = '' } = useParams();
  return (
    <>
      <BackLink href={useRouteRef(importsRouteRef)?.() ?? '/cost/imports'}>
        Bills
      </BackLink>
      <CostQuery
        query={useImport(importId)}
        loading={<Skeleton width="100%" height={480} />}
      >
        {data => (
          <div className={styles.page}>
            <Outcome detail={data} />
            {data.report && <ImportProblems report={data.report} />}
            {data.reconciliation.length > 0 && (
              <ReconciliationTable lines={data.reconciliation} />
            )}
            {data.report && <ColumnReport report={data.report} />}
          </div>
        )}
      </CostQuery>
    </>
  );
}

function Outcome({ detail }: { detail: CostImportDetail }) {
  const { name, state, message, requestedBy, totals, report } = detail;
  const { status, text } = IMPORT_WORDS[state];
  return (
    <Section title={name}>
      <p className={textStyles.line} role="status">
        <StatusBadge status={status}>{text}</StatusBadge>
        {OUTCOME_WORDS[state]}
      </p>
      {message && <p className={textStyles.text}>{message}</p>}
      <FactList
        facts={[
          { term: 'Source', value: detail.source },
          {
            term: 'Format',
            value:
              report?.format &&
              [
                report.format === 'focus' ? 'FOCUS' : report.format,
                report.focusVersion,
              ]
                .filter(Boolean)
                .join(' '),
          },
          {
            term: state === 'reading' ? 'Rows so far' : 'Rows',
            value: formatNumber(detail.rowCount),
          },
          { term: 'Size', value: `${formatNumber(detail.bytes)} bytes` },
          {
            term: 'Billing periods',
            value: detail.months.length > 0 && monthsWords(detail.months),
          },
          ...(['billed', 'effective'] as const).map(metric => ({
            term: METRIC_WORDS[metric].title,
            value:
              totals.length > 0 &&
              totals.map(({ currency, [metric]: amount }) => (
                <span key={currency} className={styles.stack}>
                  {amount} {currency}
                </span>
              )),
          })),
          { term: 'Received', value: formatDateTime(detail.receivedAt) },
          {
            term: 'Finished',
            value: detail.finishedAt && formatDateTime(detail.finishedAt),
          },
          {
            term: 'Uploaded by',
            value: requestedBy && <EntityRefLink entityRef={requestedBy} />,
          },
          {
            term: 'Files',
            value:
              report &&
              report.files.length > 1 &&
              countWords(report.files.length, 'file'),
          },
        ]}
      />
    </Section>
  );
}
