import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  formatMonthName,
  homeWidget,
  MoneyText,
  QueryState,
  StatusBadge,
  textStyles,
  WidgetItem,
  WidgetLink,
  WidgetList,
  WidgetSkeleton,
} from '@atrium/ui';
import type { CostSummary } from '@atrium/plugin-cost-common';
import { monthsBefore } from '../../days/costDays';
import { costChange } from '../../money/costChange';
import { useCostSignals } from '../../hooks/costHooks';
import { useBreakdown, useCostSummary, useMyRef } from '../../hooks/useCost';
import { costRouteRef } from '../../routes';
import { t } from '../../translation';
import {
  daysBeforeWords,
  monthChangeWords,
  monthWords,
} from '../../words/monthWords';
import { changeWords } from '../../words/changeWords';
import { titleOf } from '../../titles';

/** What the first page has room for. */
const MAX_ROWS = 5;

/** What the reader's teams cost this month, and what most of it is for. */
export function TeamCosts() {
  const me = useMyRef().data;
  const page = useRouteRef(costRouteRef)?.();
  const summary = useCostSummary(
    { entityRef: me },
    { enabled: me !== undefined },
  );
  useCostSignals();
  return (
    <QueryState
      query={summary}
      loading={<WidgetSkeleton rows={MAX_ROWS} />}
      isEmpty={({ isMeasured }) => !isMeasured}
      empty={
        <EmptyState
          title={t('teamCosts.noChargeBelongsToYour')}
          description={t('teamCosts.chargesGetHereByRules')}
        />
      }
    >
      {data => (
        <>
          <p className={textStyles.line}>
            <strong>
              <MoneyText amount={data.monthToDate} currency={data.currency} />
            </strong>
            <span className={textStyles.muted}>
              {t('teamCosts.inMonth', {
                month: monthWords(data),
                change: monthChangeWords(data),
              })}
            </span>
            {data.openAnomalyCount > 0 && (
              <StatusBadge status="warning">
                {t('teamCosts.unusualCost')}
              </StatusBadge>
            )}
          </p>
          <LargestParts summary={data} entityRef={me} />
          {page && (
            <WidgetLink href={`${page}?scope=mine&by=entity`}>
              {t('teamCosts.showAllCostOfMy')}
            </WidgetLink>
          )}
        </>
      )}
    </QueryState>
  );
}

function LargestParts(props: {
  summary: CostSummary;
  entityRef: string | undefined;
}) {
  const { summary, entityRef } = props;
  const { period, month } = summary;
  const before = monthsBefore(period, 1);
  const breakdown = useBreakdown({
    entityRef,
    ...period,
    compareFrom: before.from,
    compareTo: before.to,
    groupBy: 'entity',
    limit: MAX_ROWS,
  });
  const than = daysBeforeWords(summary);
  return (
    <QueryState query={breakdown} loading={<WidgetSkeleton rows={MAX_ROWS} />}>
      {({ items, currency }) => (
        <WidgetList>
          {items.slice(0, MAX_ROWS).map(item => (
            <WidgetItem
              key={item.key}
              title={
                item.entityRef ? (
                  <EntityRefLink
                    entityRef={item.entityRef}
                    title={item.label}
                    hideIcon
                  />
                ) : (
                  item.label
                )
              }
              aside={<MoneyText amount={item.amount} currency={currency} />}
            >
              {item.comparisonAmount === undefined
                ? t('teamCosts.newIn', { month: formatMonthName(month) })
                : changeWords(costChange(item.comparisonAmount, item.amount), {
                    currency,
                    than,
                  })}
            </WidgetItem>
          ))}
        </WidgetList>
      )}
    </QueryState>
  );
}

/** On the home page. */
export const teamCostsWidget = homeWidget(TeamCosts, () => titleOf('widget'));
