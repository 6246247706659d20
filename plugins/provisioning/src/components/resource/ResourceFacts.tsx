import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Box } from '@backstage/ui';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { FactList, formatMoney, textStyles } from '@atrium/ui';
import { usePlan } from '../../hooks/usePlan';
import { t } from '../../translation';
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
          {
            term: t('resourceFacts.health'),
            value: isThere && <HealthBadge health={health} />,
          },
          {
            term: t('resourceFacts.drift'),
            value: isThere && <DriftBadge drift={drift} />,
          },
          {
            term: t('resourceFacts.lease'),
            value: isThere && (
              <>
                <LeaseLine lease={lease} />
                {allowed.includes('extend') && (
                  <div className={styles.extend}>
                    <ExtendButton resource={resource} />
                  </div>
                )}
              </>
            ),
          },
          {
            term: t('resourceFacts.plan'),
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
            term: t('resourceFacts.onTheBillThisMonth'),
            value: actualCost && (
              <>
                {t('resourceFacts.soFar', {
                  monthToDate: formatMoney(actualCost.monthToDate),
                })}
                {actualCost.expected && (
                  <div className={textStyles.muted}>
                    {t('resourceFacts.expected', {
                      expected: formatMoney(actualCost.expected),
                    })}
                  </div>
                )}
              </>
            ),
          },
          {
            term: t('resourceFacts.owner'),
            value: <EntityRefLink entityRef={ownerRef} hideIcon />,
          },
          {
            term: t('resourceFacts.atTheProvider'),
            // What was withdrawn has never been there.
            value: state !== 'withdrawn' && (
              <span className={textStyles.mono}>{providerName}</span>
            ),
          },
          {
            term: t('resourceFacts.inTheCatalog'),
            value: state === 'ready' && (
              <EntityRefLink entityRef={catalogRef} hideIcon />
            ),
          },
          {
            term: t('resourceFacts.deletion'),
            value: isThere && DELETION_WORDS[deletion],
          },
        ]}
      />
    </Box>
  );
}
