import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  BackLink,
  DataTable,
  EmptyState,
  formatDate,
  formatDay,
  QueryState,
  Section,
  textStyles,
} from '@atrium/ui';
import type { Agreement, MonthlyReport } from '@atrium/plugin-sla-common';
import { useAgreement, useAgreementRights } from '../../hooks/useAgreements';
import { useReports } from '../../hooks/useReports';
import { agreementsRouteRef } from '../../routes';
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
      {listLink && <BackLink href={listLink()}>All agreements</BackLink>}
      <QueryState
        query={useAgreement(agreementId)}
        loading={<Skeleton width="100%" height={240} />}
      >
        {agreement => <Details agreement={agreement} />}
      </QueryState>
    </>
  );
}

function Details({ agreement }: { agreement: Agreement }) {
  const { name, createdBy, createdAt, updatedAt, removedAt } = agreement;
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
          Created on {formatDate(createdAt)} by <Author author={createdBy} />
          {updatedAt !== createdAt && `, changed on ${formatDate(updatedAt)}`}
          {removedAt &&
            `, deleted on ${formatDate(
              removedAt,
            )}. The months that were closed stay.`}
        </p>
      </header>
      <Section title="Months">
        <QueryState
          query={months}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState
              title="Not started yet"
              description={`Its first month is that of ${formatDay(
                agreement.validFrom,
              )}.`}
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
        label="Months, newest first"
        columns={monthColumns({ canClose })}
        items={items}
        keyOf={({ month }) => month}
      />
      <p className={textStyles.muted}>
        The report of an open month follows what comes in late. Once it is
        closed it never changes, whatever becomes of the counts, the SLO or this
        agreement.
      </p>
    </>
  );
}
