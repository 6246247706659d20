import { useState } from 'react';
import { RiDatabase2Line } from '@remixicon/react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Leftover } from '@atrium/plugin-provisioning-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatMoney,
  ListBar,
  PageBody,
  QueryState,
  readField,
  RelativeTime,
  textStyles,
} from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { useLeftovers } from '../../hooks/useLeftovers';
import { t } from '../../translation';
import { priceOrder, sumWords } from '../../words/priceWords';
import { ResourceLink } from '../shared/ResourceLink';
import { RemovalDialog, RemoveLeftover } from './RemoveLeftover';

const KIND_WORDS: Record<Leftover['kind'], string> = {
  get 'unknown-to-portal'() {
    return t('leftoversPage.notKnownHere');
  },
  get unused() {
    return t('leftoversPage.usedByNobody');
  },
};

const COLUMNS: DataColumn<Leftover>[] = [
  {
    get title() {
      return t('leftoversPage.atTheProvider');
    },
    cell: leftover => {
      const { providerName, resourceId, kind, isRemovable } = leftover;
      return (
        <>
          {/* Of what the portal does not know there is no page. */}
          {resourceId && (kind === 'unused' || isRemovable) ? (
            <ResourceLink resource={{ id: resourceId, name: providerName }} />
          ) : (
            <span className={textStyles.mono}>{providerName}</span>
          )}
          <div className={textStyles.muted}>
            {readField(leftover, 'location')}
          </div>
        </>
      );
    },
  },
  {
    get title() {
      return t('leftoversPage.why');
    },
    cell: leftover => (
      <>
        {KIND_WORDS[leftover.kind]}
        <div className={textStyles.muted}>{readField(leftover, 'reason')}</div>
      </>
    ),
  },
  {
    get title() {
      return t('leftoversPage.owner');
    },
    cell: ({ ownerRef }) =>
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} hideIcon />
      ) : (
        <span className={textStyles.muted}>{t('leftoversPage.nobody')}</span>
      ),
  },
  {
    get title() {
      return t('leftoversPage.pricePerMonth');
    },
    isNumber: true,
    cell: ({ monthlyPrice }) =>
      monthlyPrice ? (
        formatMoney(monthlyPrice)
      ) : (
        <span className={textStyles.muted}>{t('leftoversPage.notKnown')}</span>
      ),
  },
  {
    get title() {
      return t('leftoversPage.firstSeen');
    },
    cell: ({ firstSeenAt }) => <RelativeTime instant={firstSeenAt} />,
  },
  {
    get title() {
      return t('leftoversPage.checked');
    },
    cell: ({ checkedAt }) => <RelativeTime instant={checkedAt} />,
  },
];

/** What is there and nobody needs, or nobody knows; for who runs the platform. */
export function LeftoversPage() {
  // Of the page, not of the row: the row goes once the leftover is removed.
  const [removed, setRemoved] = useState<Leftover>();
  useProvisioningSignals();
  return (
    <PageBody>
      <p className={textStyles.text}>
        {t('leftoversPage.thingsAtAProviderThat')}
      </p>
      <QueryState
        query={useLeftovers()}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={<RiDatabase2Line />}
            title={t('leftoversPage.nothingIsLeftOver')}
            description={t('leftoversPage.everyProviderIsLookedThrough')}
          />
        }
      >
        {({ items, totalItems }) => (
          <>
            <ListBar summary={describeCost(items, totalItems)} />
            <DataTable
              label={t('leftoversPage.leftoversMostExpensiveFirst')}
              columns={[
                ...COLUMNS,
                {
                  title: t('leftoversPage.removal'),
                  cell: leftover => (
                    <RemoveLeftover leftover={leftover} onRemove={setRemoved} />
                  ),
                },
              ]}
              items={items.toSorted(
                (a, b) =>
                  priceOrder(b.monthlyPrice) - priceOrder(a.monthlyPrice),
              )}
              keyOf={({ driver, location, providerName }) =>
                [driver, location, providerName].join(' ')
              }
            />
          </>
        )}
      </QueryState>
      {removed && (
        <RemovalDialog
          leftover={removed}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </PageBody>
  );
}

function describeCost(items: Leftover[], totalItems: number): string {
  const sum = sumWords(items);
  const count = t('leftoversPage.leftovers', { count: totalItems });
  return sum
    ? t('leftoversPage.togetherAMonth', { number: count, sum })
    : count;
}
