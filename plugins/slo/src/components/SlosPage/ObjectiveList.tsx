import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  CsvButton,
  EmptyState,
  formatNumber,
  ListBar,
  textStyles,
} from '@atrium/ui';
import { useReadObjectiveCells } from '../../hooks/useReadObjectiveCells';
import type { SloFilters } from '../../hooks/useSloFilters';
import {
  objectiveName,
  type ObjectiveRow,
} from '../../objectives/ObjectiveRow';
import { sortRows } from '../../objectives/sortRows';
import { t } from '../../translation';
import { BudgetBar } from '../shared/BudgetBar';
import { BurnSentence } from '../shared/BurnSentence';
import { ObjectiveLink } from '../shared/ObjectiveLink';
import { SliFigure } from '../shared/SliFigure';
import { SloStateBadge } from '../shared/SloStateBadge';
import styles from './ObjectiveList.module.css';

const STEP = 50;

/** Props of {@link ObjectiveList}. */
export interface ObjectiveListProps {
  rows: ObjectiveRow[];
  filters: SloFilters;
  /** How many SLOs there are that are not among the rows. */
  missingSlos: number;
  onShowAll(): void;
}

/** The objectives that fit the filters. */
export function ObjectiveList(props: ObjectiveListProps) {
  const { rows, filters, missingSlos, onShowAll } = props;
  const [limit, setLimit] = useState(STEP);
  const readRows = useReadObjectiveCells(filters);
  const { state, sort } = filters;
  const fitting = sortRows(
    rows.filter(row => state === undefined || row.state === state),
    sort,
  );
  if (fitting.length === 0) {
    return (
      <EmptyState
        title={t('objectiveList.noObjectiveIsInThis')}
        action={
          <Button variant="secondary" onPress={onShowAll}>
            {t('objectiveList.showAllStates')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      <ListBar
        summary={
          <>
            {t('objectiveList.objectives', { count: fitting.length })}
            {missingSlos > 0 &&
              t('objectiveList.slosThatAreBetterOff', {
                missingSlos: formatNumber(missingSlos),
              })}
          </>
        }
      >
        <CsvButton name="slos" readRows={readRows} />
      </ListBar>
      <ul className={styles.list} aria-label={t('objectiveList.objectives2')}>
        {fitting.slice(0, limit).map(row => (
          <Item key={row.id} row={row} />
        ))}
      </ul>
      {fitting.length > limit && (
        <div className={textStyles.line}>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setLimit(limit + STEP)}
          >
            {t('objectiveList.showMore')}
          </Button>
          <span className={textStyles.muted}>
            {t('objectiveList.ofShown', {
              limit: formatNumber(limit),
              fittingCount: formatNumber(fitting.length),
            })}
          </span>
        </div>
      )}
    </>
  );
}

function Item({ row }: { row: ObjectiveRow }) {
  const { slo, status, title, subtitle } = row;
  const isOneOfMany = slo.objectives.length > 1;
  return (
    <li className={styles.item}>
      <SloStateBadge row={row} />
      <div className={styles.name}>
        <ObjectiveLink
          to={{
            sloId: row.slo.id,
            objectiveId: row.objectiveId,
            entityRef: row.slo.entityRef,
          }}
          name={isOneOfMany ? objectiveName(row) : title}
        />
        {!isOneOfMany && subtitle && (
          <p className={textStyles.muted}>{subtitle}</p>
        )}
        <p className={textStyles.muted}>
          <EntityRefLink entityRef={slo.entityRef} hideIcon />
          {slo.ownerRef && (
            <>
              {' · '}
              <EntityRefLink entityRef={slo.ownerRef} hideIcon />
            </>
          )}
          {slo.isStale && t('objectiveList.olderVersionItsFileHas')}
        </p>
      </div>
      <SliFigure row={row} />
      <div className={styles.budget}>
        <BudgetBar row={row} />
      </div>
      {status && <BurnSentence status={status} />}
    </li>
  );
}
