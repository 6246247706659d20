import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link, Skeleton } from '@backstage/ui';
import {
  EmptyState,
  formatDateTime,
  formatDay,
  SafeLink,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { Allocation } from '@atrium/plugin-cost-common';
import { useAllocation, useProposalRight } from '../../hooks/useAllocation';
import { useBillRight } from '../../hooks/useCostRights';
import { editAllocationRouteRef, unallocatedRouteRef } from '../../routes';
import { CostQuery } from '../shared/CostQuery';
import styles from '../shared/shared.module.css';
import { PoolTable } from './PoolTable';
import { RuleProblems } from './RuleProblems';
import { RuleTable } from './RuleTable';
import { VersionList } from './VersionList';

/** The rules of allocation in their order, and what each of them does. */
export function AllocationPage() {
  return (
    <CostQuery
      query={useAllocation()}
      loading={<Skeleton width="100%" height={480} />}
    >
      {data => (
        <div className={styles.page}>
          <RuleProblems problems={data.problems} />
          {data.version === undefined ? (
            <EmptyState
              title="No rules yet"
              description="Without rules, all cost is unallocated. Rules are a YAML file beside a catalog-info.yaml, named by the annotation atrium.dev/cost, in a repository that cost.allocation.repositories lists."
              action={<EditLink allocation={data} label="Write rules" />}
            />
          ) : (
            <InForce allocation={data} />
          )}
        </div>
      )}
    </CostQuery>
  );
}

function InForce({ allocation }: { allocation: Allocation }) {
  const { rules, pools, currency } = allocation;
  const queue = useRouteRef(unallocatedRouteRef)?.();
  const unallocated = useBillRight() ? queue : undefined;
  return (
    <>
      <div className={styles.bar}>
        <VersionWords allocation={allocation} />
        <EditLink allocation={allocation} label="Edit the rules" />
      </div>
      <Section title="Rules, in their order">
        <p className={textStyles.muted}>
          The first rule that matches a charge and finds its target decides.
          What no rule matches is{' '}
          {unallocated ? (
            <Link href={unallocated}>unallocated</Link>
          ) : (
            'unallocated'
          )}
          . Amounts are effective cost of the last 30 days.
        </p>
        <RuleTable rules={rules} pools={pools} currency={currency} />
      </Section>
      {pools.length > 0 && (
        <Section title="Pools of shared cost">
          <PoolTable pools={pools} currency={currency} />
        </Section>
      )}
      <VersionList />
    </>
  );
}

function VersionWords({ allocation }: { allocation: Allocation }) {
  const { version, publishedAt, appliesFrom, source, sourceUrl } = allocation;
  return (
    <div className={styles.freshness}>
      <p className={textStyles.muted}>
        Version {version}
        {publishedAt && `, in force since ${formatDateTime(publishedAt)}`}
        {source && (
          <>
            , from{' '}
            <SafeLink href={sourceUrl}>{source.split('/').at(-1)}</SafeLink>
          </>
        )}
        .{' '}
        {appliesFrom
          ? `It allocates charges from ${formatDay(appliesFrom)} on.`
          : 'It allocates the charges of all days.'}
      </p>
      {allocation.isRecalculating && (
        <StatusBadge status="running">
          Being applied: figures still use the previous version
        </StatusBadge>
      )}
    </div>
  );
}

function EditLink(props: { allocation: Allocation; label: string }) {
  const { allocation, label } = props;
  const href = useRouteRef(editAllocationRouteRef)?.();
  const { isAllowed } = useProposalRight(allocation.entityRef);
  return href && isAllowed ? (
    <ButtonLink variant="secondary" size="small" href={href}>
      {label}
    </ButtonLink>
  ) : null;
}
