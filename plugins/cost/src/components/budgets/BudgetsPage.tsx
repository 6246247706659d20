import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import {
  countWords,
  type DataColumn,
  DataTable,
  EmptyState,
  formatMonth,
  formatNumber,
  formatPercent,
  ListBar,
  MoneyText,
  SafeLink,
  Section,
  StatusBadge,
  textStyles,
  useEntityTitles,
  useTableSort,
} from '@atrium/ui';
import {
  type Budgets,
  MONTHLY_BUDGET_ANNOTATION,
} from '@atrium/plugin-cost-common';
import { sizeOf } from '../../money/amounts';
import { useBudgets } from '../../hooks/useCost';
import { BUDGET_WORDS } from '../../words/stateWords';
import { BudgetBar } from '../shared/BudgetBar';
import { CostQuery } from '../shared/CostQuery';
import styles from '../shared/shared.module.css';

type Budget = Budgets['items'][number];

/** What entities, teams and systems may cost in a month, worst first. */
export function BudgetsPage() {
  return (
    <CostQuery
      query={useBudgets()}
      isEmpty={({ items, problems }) => items.length + problems.length === 0}
      empty={
        <EmptyState
          title="No budgets yet"
          description={
            <>
              A component, resource, API, system or group has one by the
              annotation <code>{MONTHLY_BUDGET_ANNOTATION}: EUR 400</code> in
              its catalog-info.yaml. Its owners hear of it at 50, 80 and 100
              percent, spent or expected.
            </>
          }
        />
      }
      loading={<Skeleton width="100%" height={400} />}
    >
      {data => (
        <>
          <BudgetList budgets={data} />
          <BudgetProblems problems={data.problems} />
        </>
      )}
    </CostQuery>
  );
}

function BudgetList({ budgets }: { budgets: Budgets }) {
  const { items, currency } = budgets;
  const { sort, setSort } = useTableSort();
  const titles = useEntityTitles(items.map(({ entityRef }) => entityRef));
  const outside = items.filter(({ state }) => state !== 'within').length;
  return items.length === 0 ? null : (
    <Section title={`Budgets of ${formatMonth(items[0].month)}`}>
      <ListBar
        summary={`${countWords(items.length, 'budget')}, ${
          outside === 0
            ? 'all of them within'
            : `${formatNumber(outside)} over or at risk`
        }`}
      />
      <DataTable
        label="Budgets"
        columns={columnsOf(currency, titles)}
        items={items}
        keyOf={({ entityRef }) => entityRef}
        sort={sort}
        onSort={setSort}
      />
    </Section>
  );
}

function columnsOf(
  currency: string,
  titles: Map<string, string>,
): DataColumn<Budget>[] {
  return [
    {
      id: 'name',
      title: 'Of',
      sortBy: ({ entityRef }) => titles.get(entityRef) ?? entityRef,
      cell: ({ entityRef }) => (
        <EntityRefLink entityRef={entityRef} title={titles.get(entityRef)} />
      ),
    },
    {
      title: 'State',
      cell: budget => (
        <span className={styles.stack}>
          <StatusBadge status={BUDGET_WORDS[budget.state].status}>
            {BUDGET_WORDS[budget.state].text}
          </StatusBadge>
          <BudgetBar {...budget} />
        </span>
      ),
    },
    {
      id: 'used',
      title: 'Used',
      isNumber: true,
      sortBy: ({ usedRatio }) => usedRatio,
      cell: ({ usedRatio }) => formatPercent(usedRatio),
    },
    {
      title: 'To date',
      isNumber: true,
      sortBy: ({ monthToDate }) => sizeOf(monthToDate),
      cell: ({ monthToDate }) => (
        <MoneyText amount={monthToDate} currency={currency} />
      ),
    },
    {
      title: 'Forecast',
      isNumber: true,
      sortBy: ({ forecast }) => (forecast ? sizeOf(forecast.amount) : -1),
      cell: ({ forecast, forecastRatio }) =>
        forecast ? (
          <>
            <MoneyText amount={forecast.amount} currency={currency} />
            {forecastRatio !== undefined && (
              <span className={textStyles.muted}>
                {' '}
                {formatPercent(forecastRatio)}
              </span>
            )}
          </>
        ) : (
          <span className={textStyles.muted}>None</span>
        ),
    },
    {
      id: 'budget',
      title: 'Budget',
      isNumber: true,
      sortBy: ({ amount }) => sizeOf(amount),
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: 'Owners were told',
      cell: ({ alerts }) =>
        alerts.length === 0 ? (
          <span className={textStyles.muted}>Not yet</span>
        ) : (
          alerts
            .map(({ percent, basis }) =>
              basis === 'actual' ? `${percent}% spent` : `${percent}% expected`,
            )
            .join(', ')
        ),
    },
    {
      title: 'Written in',
      cell: ({ source, sourceUrl }) => (
        <SafeLink href={sourceUrl}>{source}</SafeLink>
      ),
    },
  ];
}

function BudgetProblems({ problems }: Pick<Budgets, 'problems'>) {
  return problems.length === 0 ? null : (
    <Section title="Budgets that cannot be read">
      <DataTable
        label="Problems of budgets"
        columns={[
          {
            title: 'Of',
            cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} />,
          },
          { title: 'What is wrong', cell: ({ message }) => message },
        ]}
        items={problems}
        keyOf={({ entityRef }) => entityRef}
      />
    </Section>
  );
}
