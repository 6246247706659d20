import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  BackLink,
  DataTable,
  EmptyState,
  formatDate,
  formatDay,
  QueryState,
  Section,
  textStyles,
  useDocumentTitle,
  ViewSkeleton,
} from '@atrium/ui';
import type { Agreement, MonthlyReport } from '@atrium/plugin-sla-common';
import { useAgreement, useAgreementRights } from '../../hooks/useAgreements';
import { useReports } from '../../hooks/useReports';
import { agreementsRouteRef } from '../../routes';
import { t } from '../../translation';
import { AgreementActions } from './AgreementActions';
import { TermList } from './TermList';
import { Author } from '../Author';
import { monthColumns } from './monthColumns';
import styles from './AgreementDetails.module.css';

/** An agreement: what was promised, and how its months went. */
export function AgreementDetails() {
  const { agreementId = '' } = useParams();
  const listLink = useRouteRef(agreementsRouteRef);
  return (
    <>
      {listLink && (
        <BackLink href={listLink()}>
          {t('agreementDetails.allAgreements')}
        </BackLink>
      )}
      <QueryState
        query={useAgreement(agreementId)}
        loading={<ViewSkeleton height={240} />}
      >
        {agreement => <Details key={agreement.id} agreement={agreement} />}
      </QueryState>
    </>
  );
}

function Details({ agreement }: { agreement: Agreement }) {
  const { name, createdBy, createdAt, updatedAt, removedAt } = agreement;
  useDocumentTitle('part', name);
  const rights = useAgreementRights(agreement.entityRef);
  const months = useReports(agreement.id);
  const hasClosed = months.data?.items.some(({ state }) => state === 'closed');
  return (
    <>
      <header className={styles.header}>
        <div className={styles.top}>
          <h2 className={styles.title}>{name}</h2>
          {rights.canUpdate && months.data && !removedAt && (
            <AgreementActions agreement={agreement} hasClosed={hasClosed} />
          )}
        </div>
        <TermList agreement={agreement} />
        <p className={textStyles.muted}>
          {t('agreementDetails.createdOnBy', {
            createdAt: formatDate(createdAt),
            author: <Author author={createdBy} />,
          })}
          {updatedAt !== createdAt &&
            t('agreementDetails.changedOn', {
              updatedAt: formatDate(updatedAt),
            })}
          {removedAt &&
            t('agreementDetails.deletedOnTheMonthsThat', {
              removedAt: formatDate(removedAt),
            })}
        </p>
      </header>
      <Section title={t('agreementDetails.months')}>
        <QueryState
          query={months}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState
              title={t('agreementDetails.notStartedYet')}
              description={t('agreementDetails.itsFirstMonthIsThat', {
                validFrom: formatDay(agreement.validFrom),
              })}
            />
          }
        >
          {({ items }) => (
            <Months items={items} canClose={rights.canClose && !removedAt} />
          )}
        </QueryState>
      </Section>
    </>
  );
}

function Months({
  items,
  canClose,
}: {
  items: MonthlyReport[];
  canClose: boolean;
}) {
  return (
    <>
      <DataTable
        label={t('agreementDetails.monthsNewestFirst')}
        columns={monthColumns({ canClose })}
        items={items}
        keyOf={({ month }) => month}
      />
      <p className={textStyles.muted}>
        {t('agreementDetails.theReportOfAnOpen')}
      </p>
    </>
  );
}
