import {
  formatCoarseMoney,
  formatMonth,
  formatNumber,
  formatRoundMoney,
  formatShortMonth,
  Section,
  textStyles,
  TrendChart,
} from '@atrium/ui';
import type { UnitCosts as UnitCostsAnswer } from '@atrium/plugin-cost-common';
import { sizeOf } from '../../money/amounts';
import { useUnitCosts } from '../../hooks/useCost';
import styles from './entity.module.css';

type UnitCost = UnitCostsAnswer['items'][number];

/** Props of {@link UnitCosts}. */
export interface UnitCostsProps {
  entityRef: string;
}

/** What a request or an order costs; not there where no work is counted. */
export function UnitCosts({ entityRef }: UnitCostsProps) {
  const items = useUnitCosts(entityRef).data?.items ?? [];
  return items.length === 0 ? null : (
    <Section title="What a unit of work costs">
      <div className={styles.units}>
        {items.map(item => (
          <UnitCostTrend key={`${item.unit} ${item.source}`} item={item} />
        ))}
      </div>
    </Section>
  );
}

function UnitCostTrend({ item }: { item: UnitCost }) {
  const { currency, unit, per, source, months } = item;
  const money = (amount: string) => formatRoundMoney({ amount, currency });
  const units = `${per === 1 ? '' : `${formatNumber(per)} `}${unit}${
    per === 1 ? '' : 's'
  }`;
  const last = months.findLast(({ unitCost }) => unitCost !== undefined);
  return (
    <div className={styles.unit}>
      <p className={textStyles.text}>
        {last?.unitCost === undefined
          ? `The cost per ${units} is not known: nothing was counted.`
          : `${formatCoarseMoney(
              sizeOf(last.unitCost),
              currency,
            )} per ${units} in ${formatMonth(last.month)}`}
      </p>
      <p className={textStyles.muted}>{source}</p>
      {last && (
        <TrendChart
          title={`Cost per ${units}`}
          kind="line"
          points={months.map(({ month, unitCost, amount, count }) => ({
            label: formatShortMonth(month),
            value: unitCost === undefined ? undefined : sizeOf(unitCost),
            note:
              count === undefined
                ? `${money(amount)}, not counted`
                : `${money(amount)} for ${formatNumber(
                    sizeOf(count),
                  )} ${unit}s`,
          }))}
          formatValue={value => formatCoarseMoney(value, currency)}
        />
      )}
    </div>
  );
}
