import type { Allocation } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  MoneyText,
  textStyles,
  useEntityTitles,
} from '@atrium/ui';
import { isZero } from '../../money/amounts';
import { t } from '../../translation';
import { amongWords, splitWords } from '../../words/ruleWords';
import styles from '../shared/shared.module.css';

type Pool = Allocation['pools'][number];

/** Props of {@link PoolTable}. */
export interface PoolTableProps {
  pools: Pool[];
  currency: string;
}

/** What several have together, and how it is taken apart. */
export function PoolTable({ pools, currency }: PoolTableProps) {
  const titles = useEntityTitles([
    ...new Set(
      pools.flatMap(({ among: { owners = [], systems = [] } }) => [
        ...owners,
        ...systems,
      ]),
    ),
  ]);
  const columns: DataColumn<Pool>[] = [
    {
      title: t('poolTable.pool'),
      cell: ({ name, title, description }) => (
        <span className={styles.stack}>
          {title ?? name}
          {description && (
            <span className={textStyles.muted}>{description}</span>
          )}
        </span>
      ),
    },
    { title: t('poolTable.split'), cell: ({ split }) => splitWords(split) },
    {
      title: t('poolTable.among'),
      cell: pool =>
        pool.split ? (
          amongWords(pool, titles)
        ) : (
          <span className={textStyles.muted}>{t('poolTable.nobody')}</span>
        ),
    },
    {
      title: t('poolTable.cost'),
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: t('poolTable.kept'),
      isNumber: true,
      cell: ({ keptAmount }) =>
        isZero(keptAmount) ? (
          <span className={textStyles.muted}>{t('poolTable.nothing')}</span>
        ) : (
          <MoneyText amount={keptAmount} currency={currency} />
        ),
    },
  ];
  return (
    <DataTable
      label={t('poolTable.pools')}
      columns={columns}
      items={pools}
      keyOf={({ name }) => name}
    />
  );
}
