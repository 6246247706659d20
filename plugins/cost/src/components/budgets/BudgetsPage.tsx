import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatMonth,
  formatPercent,
  formatShare,
  ListBar,
  MoneyText,
  QueryState,
  SafeLink,
  Section,
  StatusBadge,
  textStyles,
  useEntityTitles,
  useTableSort,
  ViewSkeleton,
} from '@atrium/ui';
import type { Budgets } from '@atrium/plugin-cost-common';
import { sizeOf } from '../../money/amounts';
import { useBudgets } from '../../hooks/useBudgets';
import { t } from '../../translation';
import { BUDGET_WORDS } from '../../words/stateWords';
import { BudgetBar } from '../shared/BudgetBar';
import { BudgetButton, type BudgetButtonProps } from './BudgetButton';
import { useBudgetDialog } from './useBudgetDialog';
import styles from '../shared/shared.module.css';

type Budget = Budgets['items'][number];

/** What entities, teams and systems may cost in a month, worst first. */
export function BudgetsPage() {
  const { dialog, open } = useBudgetDialog();
  return (
    <>
      <QueryState
        query={useBudgets()}
        isEmpty={({ items, problems }) => items.length + problems.length === 0}
        empty={
          <EmptyState
            icon={<RiMoneyEuroCircleLine />}
            title={t('budgetsPage.noBudgetsYet')}
            description={t('budgetsPage.ownersSetThem')}
          />
        }
        loading={<ViewSkeleton height={400} />}
      >
        {data => (
          <>
            <BudgetList budgets={data} onChange={open} />
            <BudgetProblems problems={data.problems} onChange={open} />
            <p className={textStyles.muted}>{t('budgetsPage.ownersSetThem')}</p>
          </>
        )}
      </QueryState>
      {dialog}
    </>
  );
}

interface ChangeProps {
  onChange: BudgetButtonProps['onPress'];
}

function BudgetList(props: ChangeProps & { budgets: Budgets }) {
  const { budgets, onChange } = props;
  const { items } = budgets;
  const { sort, setSort } = useTableSort();
  const titles = useEntityTitles(items.map(({ entityRef }) => entityRef));
  const outside = items.filter(({ state }) => state !== 'within').length;
  return items.length === 0 ? null : (
    <Section
      title={t('budgetsPage.budgetsOf', { month: formatMonth(items[0].month) })}
    >
      <ListBar
        summary={
          outside === 0
            ? t('budgetsPage.allWithin', { count: items.length })
            : t('budgetsPage.someOutside', { count: items.length, outside })
        }
      />
      <DataTable
        label={t('budgetsPage.budgets')}
        columns={columnsOf(budgets, { titles, onChange })}
        items={items}
        keyOf={({ entityRef }) => entityRef}
        sort={sort}
        onSort={setSort}
      />
    </Section>
  );
}

function columnsOf(
  { currency, items }: Budgets,
  { onChange, titles }: ChangeProps & { titles: Map<string, string> },
): DataColumn<Budget>[] {
  return [
    {
      id: 'name',
      title: t('budgetsPage.of'),
      sortBy: ({ entityRef }) => titles.get(entityRef) ?? entityRef,
      cell: ({ entityRef }) => (
        <EntityRefLink entityRef={entityRef} title={titles.get(entityRef)} />
      ),
    },
    {
      title: t('budgetsPage.state'),
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
      title: t('budgetsPage.used'),
      isNumber: true,
      sortBy: ({ usedRatio }) => usedRatio,
      cell: ({ usedRatio }) => formatShare(usedRatio),
    },
    {
      id: 'toDate',
      title: t('budgetsPage.toDate'),
      isNumber: true,
      sortBy: ({ monthToDate }) => sizeOf(monthToDate),
      cell: ({ monthToDate }) => (
        <MoneyText amount={monthToDate} currency={currency} />
      ),
    },
    ...(items.some(({ forecast }) => forecast)
      ? [forecastColumn(currency)]
      : []),
    {
      id: 'budget',
      title: t('budgetsPage.budget'),
      isNumber: true,
      sortBy: ({ amount }) => sizeOf(amount),
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: t('budgetsPage.ownersWereTold'),
      cell: ({ alerts }) =>
        alerts.length === 0 ? (
          <span className={textStyles.muted}>{t('budgetsPage.notYet')}</span>
        ) : (
          highestOf(alerts)
            .map(({ percent, basis }) => {
              const share = formatPercent(percent / 100);
              return basis === 'actual'
                ? t('budgetsPage.spent', { share })
                : t('budgetsPage.expected', { share });
            })
            .join(', ')
        ),
    },
    {
      title: t('budgetsPage.change'),
      cell: ({ entityRef, source, sourceUrl }) => (
        <BudgetButton
          entityRef={entityRef}
          title={titles.get(entityRef) ?? entityRef}
          hasBudget
          onPress={onChange}
          refusal={
            <SafeLink href={sourceUrl}>
              {sourceUrl ? t('budgetsPage.repository') : source}
            </SafeLink>
          }
        />
      ),
    },
  ];
}

/** Of a month that is over there is nothing to expect. */
function forecastColumn(currency: string): DataColumn<Budget> {
  return {
    id: 'forecast',
    title: t('budgetsPage.forecast'),
    isNumber: true,
    sortBy: ({ forecast }) => (forecast ? sizeOf(forecast.amount) : -1),
    cell: ({ forecast, forecastRatio }) =>
      forecast ? (
        <>
          <MoneyText amount={forecast.amount} currency={currency} />
          {forecastRatio !== undefined && (
            <span className={textStyles.muted}>
              {' '}
              {formatShare(forecastRatio)}
            </span>
          )}
        </>
      ) : (
        <span className={textStyles.muted}>{t('budgetsPage.none')}</span>
      ),
  };
}

/** Of what owners were told, the highest part that is spent, and that is expected. */
function highestOf(alerts: Budget['alerts']): Budget['alerts'] {
  return [...Map.groupBy(alerts, ({ basis }) => basis).values()].flatMap(
    group => group.toSorted((one, other) => other.percent - one.percent)[0],
  );
}

function BudgetProblems(props: ChangeProps & Pick<Budgets, 'problems'>) {
  const { onChange, problems } = props;
  const titles = useEntityTitles(problems.map(({ entityRef }) => entityRef));
  return problems.length === 0 ? null : (
    <Section title={t('budgetsPage.budgetsThatCannotBeRead')}>
      <DataTable
        label={t('budgetsPage.problemsOfBudgets')}
        columns={[
          {
            title: t('budgetsPage.of'),
            cell: ({ entityRef }) => (
              <EntityRefLink
                entityRef={entityRef}
                title={titles.get(entityRef)}
              />
            ),
          },
          {
            title: t('budgetsPage.whatIsWrong'),
            cell: ({ message }) => message,
          },
          {
            title: t('budgetsPage.change'),
            cell: ({ entityRef }) => (
              <BudgetButton
                entityRef={entityRef}
                title={titles.get(entityRef) ?? entityRef}
                hasBudget
                onPress={onChange}
              />
            ),
          },
        ]}
        items={problems}
        keyOf={({ entityRef }) => entityRef}
      />
    </Section>
  );
}
