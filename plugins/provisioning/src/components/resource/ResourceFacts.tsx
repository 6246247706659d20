import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Box } from '@backstage/ui';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { FactList, formatMoney, textStyles } from '@atrium/ui';
import { usePlan } from '../../hooks/usePlan';
import { DELETION_WORDS } from '../../words/leaseWords';
import { priceWords } from '../../words/priceWords';
import { DriftBadge } from '../shared/DriftBadge';
import { HealthBadge } from '../shared/HealthBadge';
import { LeaseLine } from '../shared/LeaseLine';
import { ExtendButton } from './ExtendButton';
import styles from './resource.module.css';

/** How a resource is, what it costs and whose it is, at a glance. */
export function ResourceFacts({ resource }: { resource: ResourceDetails }) {
  const { ownerRef, monthlyPrice, lease, health, drift, deletion } = resource;
  const { actualCost, state, allowed, providerName, catalogRef } = resource;
  const plan = usePlan(resource);
  const isThere = state !== 'deleted' && state !== 'withdrawn';
  return (
    <Box bg="neutral" className={styles.facts}>
      <FactList
        facts={[
          { term: 'Health', value: isThere && <HealthBadge health={health} /> },
          { term: 'Drift', value: isThere && <DriftBadge drift={drift} /> },
          {
            term: 'Lease',
            value: isThere && (
              <>
                <LeaseLine lease={lease} />
                {allowed.includes('extend') && (
                  <ExtendButton resource={resource} />
                )}
              </>
            ),
          },
          {
            term: 'Plan',
            value: (
              <>
                {plan?.title ?? resource.plan}
                <div className={textStyles.muted}>
                  {priceWords(monthlyPrice)}
                </div>
              </>
            ),
          },
          {
            term: 'On the bill this month',
            value: actualCost && (
              <>
                {formatMoney(actualCost.monthToDate)} so far
                {actualCost.expected && (
                  <div className={textStyles.muted}>
                    {formatMoney(actualCost.expected)} expected
                  </div>
                )}
              </>
            ),
          },
          {
            term: 'Owner',
            value: <EntityRefLink entityRef={ownerRef} hideIcon />,
          },
          {
            term: 'At the provider',
            value: <span className={textStyles.mono}>{providerName}</span>,
          },
          {
            term: 'In the catalog',
            value: state === 'ready' && (
              <EntityRefLink entityRef={catalogRef} hideIcon />
            ),
          },
          { term: 'Deletion', value: isThere && DELETION_WORDS[deletion] },
        ]}
      />
    </Box>
  );
}
