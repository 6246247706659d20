import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  BackLink,
  FactList,
  formatDateTime,
  formatDecimal,
  QueryState,
  readField,
  Section,
  StatusBadge,
  textStyles,
  useDocumentTitle,
  ViewSkeleton,
} from '@atrium/ui';
import type { CostImportDetail } from '@atrium/plugin-cost-common';
import { useImport } from '../../hooks/useImports';
import { importsRouteRef } from '../../routes';
import { t } from '../../translation';
import { monthsWords } from '../../words/monthsWords';
import { METRIC_WORDS } from '../../words/metricWords';
import { IMPORT_WORDS } from '../../words/stateWords';
import styles from '../shared/shared.module.css';
import { ColumnReport } from './ColumnReport';
import { ImportProblems } from './ImportProblems';
import { ReconciliationTable } from './ReconciliationTable';

const OUTCOME_WORDS: Record<CostImportDetail['state'], string> = {
  get waiting() {
    return t('importPage.itWaitsForThoseBefore');
  },
  get reading() {
    return t('importPage.itIsBeingReadPages');
  },
  get imported() {
    return t('importPage.allOfItsRowsAre');
  },
  get unchanged() {
    return t('importPage.theSameContentIsIn');
  },
  get refused() {
    return t('importPage.itBreaksRulesOfIts');
  },
  get failed() {
    return t('importPage.itCouldNotBeRead');
  },
};

/** One file of a bill: what is in it, what is wrong with it, whether it is equal. */
export function ImportPage() {
  const { importId = '' } = useParams();
  return (
    <>
      <BackLink href={useRouteRef(importsRouteRef)?.() ?? '/cost/imports'}>
        {t('importPage.bills')}
      </BackLink>
      <QueryState
        query={useImport(importId)}
        loading={<ViewSkeleton height={480} />}
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
      </QueryState>
    </>
  );
}

function Outcome({ detail }: { detail: CostImportDetail }) {
  const { name, state, requestedBy, totals, report } = detail;
  useDocumentTitle('part', name);
  const message = readField(detail, 'message');
  const { status, text } = IMPORT_WORDS[state];
  return (
    <Section title={name}>
      <p className={textStyles.line} role="status">
        <StatusBadge status={status}>{text}</StatusBadge>
        {OUTCOME_WORDS[state]}
      </p>
      {/* What refused means, and the report says why. */}
      {message && state !== 'refused' && (
        <p className={textStyles.text}>{message}</p>
      )}
      <FactList
        facts={[
          { term: t('importPage.source'), value: detail.source },
          {
            term: t('importPage.format'),
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
            term:
              state === 'reading'
                ? t('importPage.rowsSoFar')
                : t('importPage.rows'),
            value: detail.rowCount,
          },
          {
            term: t('importPage.size'),
            value: t('importPage.bytes', { bytes: detail.bytes }),
          },
          {
            term: t('importPage.billingPeriods'),
            value: detail.months.length > 0 && monthsWords(detail.months),
          },
          ...(['billed', 'effective'] as const).map(metric => ({
            term: METRIC_WORDS[metric].title,
            value:
              totals.length > 0 &&
              totals.map(({ currency, [metric]: amount }) => (
                <span key={currency} className={styles.stack}>
                  {formatDecimal(amount)} {currency}
                </span>
              )),
          })),
          {
            term: t('importPage.received'),
            value: formatDateTime(detail.receivedAt),
          },
          {
            term: t('importPage.finished'),
            value: detail.finishedAt && formatDateTime(detail.finishedAt),
          },
          {
            term: t('importPage.uploadedBy'),
            value: requestedBy && (
              <EntityRefLink entityRef={requestedBy} hideIcon />
            ),
          },
          {
            term: t('importPage.files'),
            value:
              report &&
              report.files.length > 1 &&
              t('importPage.files2', { count: report.files.length }),
          },
        ]}
      />
    </Section>
  );
}
