import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  QueryState,
  StatusBadge,
  textStyles,
  WidgetItem,
  WidgetLink,
  WidgetList,
} from '@atrium/ui';
import { objectiveBudgetWords } from '@atrium/plugin-slo-common';
import { useSloSignals } from '../../hooks/sloHooks';
import { useTeamSlos } from '../../hooks/useTeamSlos';
import {
  type ObjectiveRow,
  toObjectiveRows,
} from '../../objectives/ObjectiveRow';
import { slosPageRouteRef } from '../../routes';
import { ObjectiveLink } from '../shared/ObjectiveLink';
import { SloStateBadge } from '../shared/SloStateBadge';
import styles from './TeamSlos.module.css';

/** What the first page has room for; the worst come first. */
const MAX_ROWS = 5;

/** The objectives of the person's teams that are at risk, breached or alert. */
export function TeamSlos() {
  const pageLink = useRouteRef(slosPageRouteRef);
  useSloSignals();
  return (
    <QueryState
      query={useTeamSlos()}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title="Your teams have no SLO yet"
          description="Name an OpenSLO file in the annotation atrium.dev/slo of a component to have one."
        />
      }
    >
      {({ items }) => (
        <>
          <ObjectivesAtRisk rows={toObjectiveRows(items)} />
          {pageLink && <WidgetLink href={pageLink()}>Show all SLOs</WidgetLink>}
        </>
      )}
    </QueryState>
  );
}

function ObjectivesAtRisk({ rows }: { rows: ObjectiveRow[] }) {
  const atRisk = rows.filter(
    ({ state, status }) =>
      state === 'breached' ||
      state === 'at-risk' ||
      status?.alert.state === 'firing',
  );
  if (atRisk.length === 0) {
    return <NoObjectiveAtRisk rows={rows} />;
  }
  return (
    <WidgetList>
      {atRisk.slice(0, MAX_ROWS).map(row => (
        <WidgetItem
          key={row.id}
          title={
            <ObjectiveLink
              to={{
                sloId: row.slo.id,
                objectiveId: row.objectiveId,
                entityRef: row.slo.entityRef,
              }}
              title={row.title}
              subtitle={row.subtitle}
            />
          }
          aside={<SloStateBadge row={row} />}
        >
          <EntityRefLink entityRef={row.slo.entityRef} hideIcon />
          {' · '}
          {objectiveBudgetWords(row.state, row.status?.budgetRemaining)}
        </WidgetItem>
      ))}
      {atRisk.length > MAX_ROWS && (
        <li className={textStyles.muted}>
          {atRisk.length - MAX_ROWS} more are at risk or breached
        </li>
      )}
    </WidgetList>
  );
}

/** Good news, as far as it is known. */
function NoObjectiveAtRisk({ rows }: { rows: ObjectiveRow[] }) {
  const within = rows.filter(({ state }) => state === 'ok').length;
  const unknown = rows.length - within;
  return (
    <div className={styles.calm}>
      <StatusBadge status={within > 0 ? 'good' : 'unknown'}>
        {within === 1
          ? '1 objective is within its budget'
          : `${within} objectives are within their budget`}
      </StatusBadge>
      {unknown > 0 && (
        <p className={textStyles.muted}>
          {unknown === 1 ? 'Of 1 more' : `Of ${unknown} more`} nothing can be
          said: no data, or not enough traffic.
        </p>
      )}
    </div>
  );
}
