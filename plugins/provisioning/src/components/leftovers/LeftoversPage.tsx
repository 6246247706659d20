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
  RelativeTime,
  textStyles,
} from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { useLeftovers } from '../../hooks/useLeftovers';
import { priceOrder, sumWords } from '../../words/priceWords';
import { ResourceLink } from '../shared/ResourceLink';
import { RemoveLeftover } from './RemoveLeftover';

const KIND_WORDS: Record<Leftover['kind'], string> = {
  'unknown-to-portal': 'Not known here',
  unused: 'Used by nobody',
};

const COLUMNS: DataColumn<Leftover>[] = [
  {
    title: 'At the provider',
    cell: ({ providerName, resourceId, location, kind, isRemovable }) => (
      <>
        {/* Of what the portal does not know there is no page. */}
        {resourceId && (kind === 'unused' || isRemovable) ? (
          <ResourceLink resource={{ id: resourceId, name: providerName }} />
        ) : (
          <span className={textStyles.mono}>{providerName}</span>
        )}
        <div className={textStyles.muted}>{location}</div>
      </>
    ),
  },
  {
    title: 'Why',
    cell: ({ kind, reason }) => (
      <>
        {KIND_WORDS[kind]}
        <div className={textStyles.muted}>{reason}</div>
      </>
    ),
  },
  {
    title: 'Owner',
    cell: ({ ownerRef }) =>
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} hideIcon />
      ) : (
        <span className={textStyles.muted}>Nobody</span>
      ),
  },
  {
    title: 'Price per month',
    isNumber: true,
    cell: ({ monthlyPrice }) =>
      monthlyPrice ? (
        formatMoney(monthlyPrice)
      ) : (
        <span className={textStyles.muted}>Not known</span>
      ),
  },
  {
    title: 'First seen',
    cell: ({ firstSeenAt }) => <RelativeTime instant={firstSeenAt} />,
  },
  {
    title: 'Checked',
    cell: ({ checkedAt }) => <RelativeTime instant={checkedAt} />,
  },
  {
    title: 'Removal',
    cell: leftover => <RemoveLeftover leftover={leftover} />,
  },
];

/** What is there and nobody needs, or nobody knows; for who runs the platform. */
export function LeftoversPage() {
  useProvisioningSignals();
  return (
    <PageBody>
      <p className={textStyles.text}>
        Things at a provider that carry the mark of this portal but are not
        known to it, and resources that nobody uses. They cost money until
        somebody removes them.
      </p>
      <QueryState
        query={useLeftovers()}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="Nothing is left over"
            description="Every provider is looked through regularly. What is found there and belongs to nobody is listed here."
          />
        }
      >
        {({ items, totalItems }) => (
          <>
            <ListBar summary={describeCost(items, totalItems)} />
            <DataTable
              label="Leftovers, most expensive first"
              columns={COLUMNS}
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
    </PageBody>
  );
}

function describeCost(items: Leftover[], totalItems: number): string {
  const sum = sumWords(items);
  const count = totalItems === 1 ? '1 leftover' : `${totalItems} leftovers`;
  return sum ? `${count}, together ${sum} a month` : count;
}
