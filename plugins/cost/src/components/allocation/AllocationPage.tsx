import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import {
  EmptyState,
  formatDateTime,
  formatDay,
  QueryState,
  SafeLink,
  Section,
  StatusBadge,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import type { Allocation } from '@atrium/plugin-cost-common';
import { useAllocation, useProposalRight } from '../../hooks/useAllocation';
import { useBillRight } from '../../hooks/useCostRights';
import { editAllocationRouteRef, unallocatedRouteRef } from '../../routes';
import { t } from '../../translation';
import styles from '../shared/shared.module.css';
import { PoolTable } from './PoolTable';
import { RuleProblems } from './RuleProblems';
import { RuleTable } from './RuleTable';
import { VersionList } from './VersionList';

/** The rules of allocation in their order, and what each of them does. */
export function AllocationPage() {
  return (
    <QueryState query={useAllocation()} loading={<ViewSkeleton height={480} />}>
      {data => (
        <div className={styles.page}>
          <RuleProblems problems={data.problems} />
          {data.version === undefined ? (
            <EmptyState
              title={t('allocationPage.noRulesYet')}
              description={t('allocationPage.withoutRulesAllCostIs')}
              action={
                <EditLink
                  allocation={data}
                  label={t('allocationPage.writeRules')}
                />
              }
            />
          ) : (
            <InForce allocation={data} />
          )}
        </div>
      )}
    </QueryState>
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
        <EditLink
          allocation={allocation}
          label={t('allocationPage.editTheRules')}
        />
      </div>
      <Section title={t('allocationPage.rulesInTheirOrder')}>
        <p className={textStyles.muted}>
          {t('allocationPage.theFirstRuleThatMatches', {
            unallocated: unallocated ? (
              <Link href={unallocated}>{t('allocationPage.unallocated')}</Link>
            ) : (
              t('allocationPage.unallocated')
            ),
          })}
        </p>
        {rules.length > 0 ? (
          <RuleTable rules={rules} pools={pools} currency={currency} />
        ) : (
          <EmptyState
            title={t('allocationPage.noRulesYet')}
            description={t('allocationPage.withoutRulesAllCostIs')}
          />
        )}
      </Section>
      {pools.length > 0 && (
        <Section title={t('allocationPage.poolsOfSharedCost')}>
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
        {t('allocationPage.version', { version: String(version) })}
        {publishedAt &&
          t('allocationPage.inForceSince', {
            since: formatDateTime(publishedAt),
          })}
        {source &&
          t('allocationPage.from', {
            file: (
              <SafeLink href={sourceUrl}>{source.split('/').at(-1)}</SafeLink>
            ),
          })}
        .{' '}
        {appliesFrom
          ? t('allocationPage.itAllocatesChargesFromOn', {
              day: formatDay(appliesFrom),
            })
          : t('allocationPage.itAllocatesTheChargesOf')}
      </p>
      {allocation.isRecalculating && (
        <StatusBadge status="running">
          {t('allocationPage.beingAppliedFiguresStillUse')}
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
