import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  DataTable,
  EmptyState,
  formatDate,
  QueryState,
  Section,
} from '@atrium/ui';
import type { SlaContract, SlaReport } from '@atrium/plugin-slo-common';
import { useContract, useContractRights } from '../../../hooks/useContracts';
import { useReports } from '../../../hooks/useReports';
import { agreementsRouteRef } from '../../../routes';
import { dayWords } from '../../../words/dayWords';
import { AgreementActions } from './AgreementActions';
import { AgreementTerms } from './AgreementTerms';
import { Author } from '../Author';
import { BackLink } from '../../shared/BackLink';
import { monthColumns } from './monthColumns';
import shared from '../../shared/shared.module.css';
import styles from './AgreementDetails.module.css';

/** An agreement: what was promised, and how its months went. */
export function AgreementDetails() {
  const { contractId = '' } = useParams();
  const listLink = useRouteRef(agreementsRouteRef);
  return (
    <>
      {listLink && <BackLink href={listLink()}>All agreements</BackLink>}
      <QueryState
        query={useContract(contractId)}
        loading={<Skeleton width="100%" height={240} />}
      >
        {contract => <Agreement contract={contract} />}
      </QueryState>
    </>
  );
}

function Agreement({ contract }: { contract: SlaContract }) {
  const { name, createdBy, createdAt, updatedAt, removedAt } = contract;
  const rights = useContractRights(contract.entityRef);
  const months = useReports(contract.id);
  const hasClosed = months.data?.items.some(({ state }) => state === 'closed');
  return (
    <>
      <header className={styles.header}>
        <div className={styles.top}>
          <h2 className={styles.title}>{name}</h2>
          {rights.canUpdate && months.data && !removedAt && (
            <AgreementActions contract={contract} hasClosed={hasClosed} />
          )}
        </div>
        <AgreementTerms contract={contract} />
        <p className={shared.muted}>
          Written down on {formatDate(createdAt)} by{' '}
          <Author author={createdBy} />
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
              title="It has not begun"
              description={`Its first month is that of ${dayWords(
                contract.validFrom,
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
  items: SlaReport[];
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
      <p className={shared.muted}>
        The report of an open month follows what comes in late. Once it is
        closed it never changes, whatever becomes of the counts, the SLO or this
        agreement.
      </p>
    </>
  );
}
