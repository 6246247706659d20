import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  type DataColumn,
  DataTable,
  formatShare,
  inSentence,
  MoneyText,
  StatusBadge,
  textStyles,
  useTableSort,
} from '@atrium/ui';
import type { CostBreakdown } from '@atrium/plugin-cost-common';
import { partLabel, UNALLOCATED } from '../../charts/partColors';
import { daysWords } from '../../days/costDays';
import { sizeOf } from '../../money/amounts';
import { costChange } from '../../money/costChange';
import { shareOf } from '../../money/shareOf';
import { t } from '../../translation';
import { ratioWords } from '../../words/changeWords';
import { DIMENSION_WORDS } from '../../words/dimensionWords';
import styles from './shared.module.css';

type Item = CostBreakdown['items'][number];

/** Props of {@link BreakdownTable}. */
export interface BreakdownTableProps {
  breakdown: CostBreakdown;
  /** Where more about an item is; without it, entities lead to their pages. */
  hrefOf?(item: Item): string | undefined;
}

/** Cost taken apart, with the time before, the change and the share of each. */
export function BreakdownTable({ breakdown, hrefOf }: BreakdownTableProps) {
  const { sort, setSort } = useTableSort();
  const { rest, currency } = breakdown;
  return (
    <div className={styles.stack}>
      <DataTable
        label={t('breakdownTable.costBy', {
          dimension: inSentence(DIMENSION_WORDS[breakdown.groupBy]),
        })}
        columns={columnsOf(breakdown, hrefOf)}
        items={breakdown.items}
        keyOf={({ key }) => key}
        sort={sort}
        onSort={setSort}
      />
      {rest && (
        <p className={textStyles.muted}>
          {t('breakdownTable.moreCostTogether', {
            number: rest.count,
            moneyText: <MoneyText amount={rest.amount} currency={currency} />,
          })}
        </p>
      )}
    </div>
  );
}

function columnsOf(
  { groupBy, currency, total, period, comparison }: CostBreakdown,
  hrefOf: BreakdownTableProps['hrefOf'],
): DataColumn<Item>[] {
  const columns: DataColumn<Item>[] = [
    {
      id: 'name',
      title: DIMENSION_WORDS[groupBy],
      sortBy: item => partLabel(item, groupBy),
      cell: item => (
        <ItemName
          item={item}
          label={partLabel(item, groupBy)}
          href={hrefOf?.(item)}
        />
      ),
    },
    {
      id: 'amount',
      title: daysWords(period),
      isNumber: true,
      sortBy: ({ amount }) => sizeOf(amount),
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
  ];
  const compared: DataColumn<Item>[] = comparison
    ? [
        {
          id: 'before',
          title: daysWords(comparison),
          isNumber: true,
          sortBy: ({ comparisonAmount = '0' }) => sizeOf(comparisonAmount),
          cell: ({ comparisonAmount }) =>
            comparisonAmount === undefined ? (
              <span className={textStyles.muted}>
                {t('breakdownTable.none')}
              </span>
            ) : (
              <MoneyText amount={comparisonAmount} currency={currency} />
            ),
        },
        {
          id: 'change',
          title: t('breakdownTable.change'),
          isNumber: true,
          sortBy: ({ amount, comparisonAmount = '0' }) =>
            sizeOf(costChange(comparisonAmount, amount).amount),
          cell: item => <ItemChange item={item} currency={currency} />,
        },
      ]
    : [];
  return [
    ...columns,
    ...compared,
    {
      id: 'share',
      title: t('breakdownTable.share'),
      isNumber: true,
      sortBy: ({ amount }) => sizeOf(amount),
      cell: ({ amount }) => {
        const share = shareOf(amount, total);
        return share === undefined
          ? t('breakdownTable.notKnown')
          : formatShare(share);
      },
    },
  ];
}

function ItemName(props: {
  item: Item;
  label: string;
  href: string | undefined;
}) {
  const { item, label, href } = props;
  const { key, entityRef } = item;
  if (key === UNALLOCATED) {
    return (
      <StatusBadge status="warning">
        {href ? <Link href={href}>{label}</Link> : label}
      </StatusBadge>
    );
  }
  if (href) {
    return <Link href={href}>{label}</Link>;
  }
  return entityRef ? (
    <EntityRefLink entityRef={entityRef} title={label} hideIcon />
  ) : (
    <>{label}</>
  );
}

function ItemChange({ item, currency }: { item: Item; currency: string }) {
  const { amount, comparisonAmount } = item;
  if (comparisonAmount === undefined) {
    return <>{t('breakdownTable.new')}</>;
  }
  const change = costChange(comparisonAmount, amount);
  const ratio = ratioWords(change.ratio);
  return (
    <>
      <MoneyText amount={change.amount} currency={currency} hasSign />
      {ratio && <span className={textStyles.muted}> {ratio}</span>}
    </>
  );
}
