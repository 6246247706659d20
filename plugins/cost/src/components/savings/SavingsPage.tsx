import { z } from 'zod';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import type { Savings } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  ListBar,
  MoneyText,
  QueryState,
  readField,
  textStyles,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { useSavings } from '../../hooks/useCost';
import { useScopeOptions } from '../../hooks/useScopeOptions';
import { t } from '../../translation';
import { SAVING_WORDS } from '../../words/stateWords';
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
          label={t('savingsPage.of')}
          anyLabel={t('savingsPage.ofEverybody')}
          options={useScopeOptions()}
          value={of}
          onChange={next => set({ of: next })}
        />
      </FilterRow>
      <QueryState
        query={useSavings(of)}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={<RiMoneyEuroCircleLine />}
            title={t('savingsPage.noSavingsFound')}
            description={t('savingsPage.itLooksAtProvisionedResources')}
          />
        }
        loading={<ViewSkeleton height={400} />}
      >
        {({ items, total, currency }) => (
          <>
            <ListBar
              summary={
                <>
                  {t('savingsPage.savingsAMonth', {
                    count: items.length,
                    moneyText: <MoneyText amount={total} currency={currency} />,
                  })}
                </>
              }
            />
            <DataTable
              label={t('savingsPage.savings')}
              columns={columnsOf(currency)}
              items={items}
              keyOf={saving => JSON.stringify(saving)}
            />
          </>
        )}
      </QueryState>
    </>
  );
}

function columnsOf(currency: string): DataColumn<Saving>[] {
  return [
    {
      title: t('savingsPage.what'),
      cell: saving => (
        <span className={styles.stack}>
          {readField(saving, 'title')}
          <span className={textStyles.muted}>{SAVING_WORDS[saving.kind]}</span>
        </span>
      ),
    },
    {
      title: t('savingsPage.evidence'),
      cell: saving => (
        <span className={styles.stack}>
          {readField(saving, 'evidence')}
          {saving.resourceId && (
            <span
              className={`${textStyles.muted} ${styles.clamped}`}
              title={saving.resourceId}
            >
              {saving.resourceId}
            </span>
          )}
        </span>
      ),
    },
    {
      title: t('savingsPage.entity'),
      cell: ({ entityRef }) =>
        entityRef ? (
          <EntityRefLink entityRef={entityRef} hideIcon />
        ) : (
          <span className={textStyles.muted}>{t('savingsPage.none')}</span>
        ),
    },
    {
      title: t('savingsPage.aMonth'),
      isNumber: true,
      cell: ({ monthly }) => <MoneyText amount={monthly} currency={currency} />,
    },
    {
      title: t('savingsPage.next'),
      cell: saving =>
        // Only pages of the portal: addresses come from other plugins.
        saving.url?.startsWith('/') ? (
          <span className={textStyles.nowrap}>
            <Link
              href={saving.url}
              aria-label={t('savingsPage.actOnIt', {
                title: readField(saving, 'title'),
              })}
            >
              {t('savingsPage.actOnIt2')}
            </Link>
          </span>
        ) : null,
    },
  ];
}
