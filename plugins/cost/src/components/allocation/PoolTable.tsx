import type { Allocation } from '@atrium/plugin-cost-common';
import { type DataColumn, DataTable, MoneyText, textStyles } from '@atrium/ui';
import { isZero } from '../../money/amounts';
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
  const columns: DataColumn<Pool>[] = [
    {
      title: 'Pool',
      cell: ({ name, title, description }) => (
        <span className={styles.stack}>
          {title ?? name}
          {description && (
            <span className={textStyles.muted}>{description}</span>
          )}
        </span>
      ),
    },
    { title: 'Split', cell: ({ split }) => splitWords(split) },
    {
      title: 'Among',
      cell: pool =>
        pool.split ? (
          amongWords(pool)
        ) : (
          <span className={textStyles.muted}>Nobody</span>
        ),
    },
    {
      title: 'Cost',
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: 'Kept',
      isNumber: true,
      cell: ({ keptAmount }) =>
        isZero(keptAmount) ? (
          <span className={textStyles.muted}>Nothing</span>
        ) : (
          <MoneyText amount={keptAmount} currency={currency} />
        ),
    },
  ];
  return (
    <DataTable
      label="Pools"
      columns={columns}
      items={pools}
      keyOf={({ name }) => name}
    />
  );
}
