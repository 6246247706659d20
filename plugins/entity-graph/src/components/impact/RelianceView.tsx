import type {
  Reliance,
  ReliedOnNode,
} from '@atrium/plugin-entity-graph-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatBudgetLeft,
  NumberTile,
  QueryState,
  Section,
  textStyles,
  useTableSort,
  ViewSkeleton,
} from '@atrium/ui';
import { RiNodeTree } from '@remixicon/react';
import { useReliance } from '../../hooks/useGraphReads';
import { t } from '../../translation';
import { titleOf } from '../../words/graphWords';
import { NODE_COLUMNS } from '../list/HopTable';
import type { ImpactViewProps } from './ImpactView';
import { ReachSelect } from './ReachSelect';
import styles from './impact.module.css';

/** So many rows at once, or a phone shows a column that has no end. */
const ROWS_AT_ONCE = 25;

const COLUMNS: DataColumn<ReliedOnNode>[] = [
  NODE_COLUMNS.name,
  NODE_COLUMNS.hops,
  NODE_COLUMNS.owner,
  NODE_COLUMNS.health,
  {
    id: 'budget',
    get title() {
      return t('relianceView.errorBudgetLeft');
    },
    isNumber: true,
    sortBy: ({ facts }) => facts?.budgetRemaining ?? Infinity,
    cell: ({ facts }) =>
      facts?.budgetRemaining === undefined ? (
        <span className={textStyles.muted}>
          {t('relianceView.notMeasured')}
        </span>
      ) : (
        formatBudgetLeft(facts.budgetRemaining)
      ),
  },
  {
    get title() {
      return t('relianceView.byWayOf');
    },
    cell: ({ via }) =>
      via.length > 0 ? (
        via.join(', ')
      ) : (
        <span className={textStyles.muted}>{t('relianceView.directly')}</span>
      ),
  },
];

/** What an entity relies on, and which of it is weakest. */
export function RelianceView({ entityRef, reach, onReach }: ImpactViewProps) {
  const reliance = useReliance({ entityRef, hops: reach });
  return (
    <>
      <ReachSelect reach={reach} onReach={onReach} />
      <QueryState
        query={reliance}
        isEmpty={({ reliedOn }) => reliedOn.length === 0}
        empty={
          <EmptyState
            icon={<RiNodeTree />}
            title={t('relianceView.itReliesOnNothingThat')}
            description={t('relianceView.addWhatItDependsOn')}
          />
        }
        loading={<ViewSkeleton height={320} />}
      >
        {data => <ReliedOn reliance={data} />}
      </QueryState>
    </>
  );
}

function ReliedOn({ reliance }: { reliance: Reliance }) {
  const { facts, leftOut, measured, reliedOn, weakest } = reliance;
  const { sort, setSort } = useTableSort();
  const budget = weakest?.facts?.budgetRemaining;
  return (
    <>
      <div className={styles.tiles}>
        <NumberTile
          label={t('relianceView.reliesOn')}
          value={reliedOn.length + leftOut}
          unit={t('relianceView.entities')}
        />
        <NumberTile
          label={t('relianceView.withAnSlo')}
          value={facts === 'ready' ? measured : undefined}
          detail={t('relianceView.of', { reliedOnCount: reliedOn.length })}
        />
        <NumberTile
          label={t('relianceView.weakest')}
          value={
            weakest && budget !== undefined
              ? formatBudgetLeft(budget)
              : undefined
          }
          status={budget !== undefined && budget <= 0 ? 'bad' : undefined}
          detail={
            weakest
              ? t('relianceView.errorBudgetLeftOf', {
                  weakest: titleOf(weakest),
                })
              : t('relianceView.noSloOnTheWay')
          }
        />
      </div>
      <Section title={t('relianceView.whatItReliesOn')}>
        <DataTable
          label={t('relianceView.entitiesItReliesOn')}
          columns={COLUMNS}
          items={reliedOn}
          keyOf={({ entityRef }) => entityRef}
          sort={sort}
          onSort={setSort}
          step={ROWS_AT_ONCE}
        />
      </Section>
    </>
  );
}
