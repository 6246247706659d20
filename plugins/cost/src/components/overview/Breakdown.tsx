import {
  useAppSearchParams,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  formatShare,
  formatRoundMoney,
  inSentence,
  ListBar,
  MoneyText,
  QueryState,
  Section,
  Treemap,
  ViewSkeleton,
} from '@atrium/ui';
import type { CostBreakdown } from '@atrium/plugin-cost-common';
import { partColors, partLabel, UNALLOCATED } from '../../charts/partColors';
import { duringWords } from '../../days/costDays';
import { sizeOf } from '../../money/amounts';
import { costChange } from '../../money/costChange';
import { shareOf } from '../../money/shareOf';
import { useBreakdown } from '../../hooks/useCost';
import { useBillRight } from '../../hooks/useCostRights';
import { costRouteRef, unallocatedRouteRef } from '../../routes';
import { t } from '../../translation';
import { changeWords } from '../../words/changeWords';
import { DIMENSION_WORDS } from '../../words/dimensionWords';
import { BreakdownTable } from '../shared/BreakdownTable';
import { ChargesLink } from '../shared/ChargesLink';
import { drillInto } from './drill';
import { ExportButtons } from './ExportButtons';
import type { CostViewState } from './useCostView';

/** Props of {@link Breakdown}. */
export interface BreakdownProps {
  state: CostViewState;
}

/** What cost is made of: as areas, and as a table with the time before. */
export function Breakdown({ state }: BreakdownProps) {
  const { view, query, comparison } = state;
  const breakdownQuery = {
    ...query,
    groupBy: view.by,
    compareFrom: comparison?.from,
    compareTo: comparison?.to,
  };
  const breakdown = useBreakdown(breakdownQuery);
  // While another breakdown is read, what is shown is still the one before.
  const shownBy = breakdown.data?.groupBy ?? view.by;
  const hrefOf = useDrillHref(shownBy);
  return (
    <Section
      title={t('breakdown.by', {
        dimension: inSentence(DIMENSION_WORDS[shownBy]),
      })}
    >
      <QueryState
        query={breakdown}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('breakdown.noChargesInThisPeriod')}
            description={t('breakdown.chooseAnotherPeriodOrRemove')}
          />
        }
        loading={<ViewSkeleton height={480} />}
      >
        {data => (
          <>
            <ListBar summary={<TotalWords breakdown={data} />}>
              <ChargesLink
                scope={{
                  entityRef: query.entityRef,
                  from: query.from,
                  to: query.to,
                  ...state.filters,
                }}
              />
              <ExportButtons query={breakdownQuery} />
            </ListBar>
            <Treemap
              title={t('breakdown.areasOfCostBy', {
                dimension: inSentence(DIMENSION_WORDS[data.groupBy]),
              })}
              items={toTiles(data, hrefOf)}
            />
            <BreakdownTable breakdown={data} hrefOf={hrefOf} />
          </>
        )}
      </QueryState>
    </Section>
  );
}

/** Where an item is taken apart; what nobody has leads to its queue. */
function useDrillHref(by: CostBreakdown['groupBy']) {
  const [params] = useAppSearchParams();
  const page = useRouteRef(costRouteRef)?.();
  const queue = useRouteRef(unallocatedRouteRef)?.();
  const mayReadBills = useBillRight();
  return (item: CostBreakdown['items'][number]) => {
    if (item.key === UNALLOCATED) {
      return mayReadBills ? queue : undefined;
    }
    const drilled = drillInto(params, item, by);
    return page && drilled && `${page}?${drilled}`;
  };
}

function toTiles(
  { groupBy, items, rest, total, currency }: CostBreakdown,
  hrefOf: (item: CostBreakdown['items'][number]) => string | undefined,
) {
  const parts = [
    ...items.map(item => ({
      ...item,
      label: partLabel(item, groupBy),
      href: hrefOf(item),
    })),
    ...(rest
      ? [
          {
            key: 'other',
            label: t('breakdown.more', { number: rest.count }),
            amount: rest.amount,
            href: undefined,
          },
        ]
      : []),
  ];
  const colors = partColors(parts);
  return parts.map(({ key, label, amount, href }, index) => {
    const share = shareOf(amount, total);
    return {
      ...colors[index],
      id: key,
      title: label,
      value: sizeOf(amount),
      text: [
        formatRoundMoney({ amount, currency }),
        share !== undefined && formatShare(share),
      ]
        .filter(Boolean)
        .join(' · '),
      href,
    };
  });
}

function TotalWords({ breakdown }: { breakdown: CostBreakdown }) {
  const { total, comparisonTotal, comparison, currency, period } = breakdown;
  return (
    <>
      <MoneyText amount={total} currency={currency} /> {duringWords(period)}
      {comparison &&
        comparisonTotal !== undefined &&
        `: ${changeWords(costChange(comparisonTotal, total), {
          currency,
          than: duringWords(comparison),
        })}`}
    </>
  );
}
