import { z } from 'zod';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Skeleton } from '@backstage/ui';
import type { Savings } from '@atrium/plugin-cost-common';
import {
  countWords,
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  ListBar,
  MoneyText,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import { useSavings } from '../../hooks/useCost';
import { useScopeOptions } from '../../hooks/useScopeOptions';
import { SAVING_WORDS } from '../../words/stateWords';
import { CostQuery } from '../shared/CostQuery';
import styles from '../shared/shared.module.css';

type Saving = Savings['items'][number];

const filtersSchema = z.object({ of: z.string().optional() });

/** What could be saved each month, with what says so, largest first. */
export function SavingsPage() {
  const [{ of }, set] = useAddressState(filtersSchema);
  return (
    <>
      <FilterRow>
        <FilterSelect
          label="Of"
          anyLabel="Of everybody"
          options={useScopeOptions()}
          value={of}
          onChange={next => set({ of: next })}
        />
      </FilterRow>
      <CostQuery
        query={useSavings(of)}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="No savings found"
            description="It looks at provisioned resources that nobody uses, leases that ended, commitments that are not used, and what is paid at list price."
          />
        }
        loading={<Skeleton width="100%" height={400} />}
      >
        {({ items, total, currency }) => (
          <>
            <ListBar
              summary={
                <>
                  {countWords(items.length, 'saving')},{' '}
                  <MoneyText amount={total} currency={currency} /> a month
                </>
              }
            />
            <DataTable
              label="Savings"
              columns={columnsOf(currency)}
              items={items}
              keyOf={saving => JSON.stringify(saving)}
            />
          </>
        )}
      </CostQuery>
    </>
  );
}

function columnsOf(currency: string): DataColumn<Saving>[] {
  return [
    {
      title: 'What',
      cell: ({ title, kind }) => (
        <span className={styles.stack}>
          {title}
          <span className={textStyles.muted}>{SAVING_WORDS[kind]}</span>
        </span>
      ),
    },
    {
      title: 'Evidence',
      cell: ({ evidence, resourceId }) => (
        <span className={styles.stack}>
          {evidence}
          {resourceId && (
            <span
              className={`${textStyles.muted} ${styles.clamped}`}
              title={resourceId}
            >
              {resourceId}
            </span>
          )}
        </span>
      ),
    },
    {
      title: 'Entity',
      cell: ({ entityRef }) =>
        entityRef ? (
          <EntityRefLink entityRef={entityRef} />
        ) : (
          <span className={textStyles.muted}>None</span>
        ),
    },
    {
      title: 'A month',
      isNumber: true,
      cell: ({ monthly }) => <MoneyText amount={monthly} currency={currency} />,
    },
    {
      title: 'Next',
      cell: ({ url, title }) =>
        // Only pages of the portal: addresses come from other plugins.
        url?.startsWith('/') ? (
          <span className={textStyles.nowrap}>
            <Link href={url} aria-label={`Act on it: ${title}`}>
              Act on it
            </Link>
          </span>
        ) : null,
    },
  ];
}
