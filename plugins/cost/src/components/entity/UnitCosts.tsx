import {
  formatCoarseMoney,
  formatMonth,
  formatRoundMoney,
  formatShortMonth,
  readField,
  Section,
  textStyles,
  TrendChart,
} from '@atrium/ui';
import type { UnitCosts as UnitCostsAnswer } from '@atrium/plugin-cost-common';
import { sizeOf } from '../../money/amounts';
import { useUnitCosts } from '../../hooks/useCost';
import { t } from '../../translation';
import styles from './entity.module.css';

type UnitCost = UnitCostsAnswer['items'][number];

const REQUEST = 'request';

/** Props of {@link UnitCosts}. */
export interface UnitCostsProps {
  entityRef: string;
}

/** What a request or an order costs; not there where no work is counted. */
export function UnitCosts({ entityRef }: UnitCostsProps) {
  const items = useUnitCosts(entityRef).data?.items ?? [];
  return items.length === 0 ? null : (
    <Section title={t('unitCosts.whatAUnitOfWork')}>
      <div className={styles.units}>
        {items.map(item => (
          <UnitCostTrend key={`${item.unit} ${item.source}`} item={item} />
        ))}
      </div>
    </Section>
  );
}

function UnitCostTrend({ item }: { item: UnitCost }) {
  const { currency, unit, per, months } = item;
  const money = (amount: string) => formatRoundMoney({ amount, currency });
  const units = unitsWords(per, unit);
  const last = months.findLast(({ unitCost }) => unitCost !== undefined);
  return (
    <div className={styles.unit}>
      <p className={textStyles.text}>
        {last?.unitCost === undefined
          ? t('unitCosts.theCostPerIsNot', { units })
          : t('unitCosts.perIn', {
              amount: formatCoarseMoney(sizeOf(last.unitCost), currency),
              units,
              month: formatMonth(last.month),
            })}
      </p>
      <p className={textStyles.muted}>{readField(item, 'source')}</p>
      {last && (
        <TrendChart
          title={t('unitCosts.costPer', { units })}
          kind="line"
          points={months.map(({ month, unitCost, amount, count }) => ({
            label: formatShortMonth(month),
            value: unitCost === undefined ? undefined : sizeOf(unitCost),
            note:
              count === undefined
                ? t('unitCosts.notCounted', { amount: money(amount) })
                : t('unitCosts.forUnits', {
                    amount: money(amount),
                    units: unitsWords(sizeOf(count), unit),
                  }),
          }))}
          formatValue={value => formatCoarseMoney(value, currency)}
        />
      )}
    </div>
  );
}

/** So many of a unit: requests, which the portal knows, in the language of the reader. */
function unitsWords(count: number, unit: string): string {
  return unit === REQUEST
    ? t('unitCosts.requests', { count })
    : t('unitCosts.units', { count, unit });
}
