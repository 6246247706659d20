import type {
  ScoreFieldChange,
  ScoreObjectPlan,
} from '@atrium/plugin-provisioning-common';
import {
  type DataColumn,
  DataTable,
  type Status,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import styles from './ObjectPlanList.module.css';

const ACTIONS: Record<
  ScoreObjectPlan['action'],
  { label: string; status: Status }
> = {
  create: { label: 'New', status: 'running' },
  change: { label: 'Changes', status: 'warning' },
  keep: { label: 'Stays as it is', status: 'good' },
};

const COLUMNS: DataColumn<ScoreFieldChange>[] = [
  {
    title: 'Field',
    cell: ({ path }) => <span className={textStyles.mono}>{path}</span>,
  },
  { title: 'Now', cell: ({ before }) => <Value text={before} /> },
  { title: 'Then', cell: ({ after }) => <Value text={after} /> },
];

/** What would become of each object, field by field. */
export function ObjectPlanList({ objects }: { objects: ScoreObjectPlan[] }) {
  return (
    <ul className={styles.list} aria-label="Objects">
      {objects.map(object => (
        <li key={`${object.kind} ${object.name}`} className={styles.object}>
          <ObjectPlan object={object} />
        </li>
      ))}
    </ul>
  );
}

function ObjectPlan({ object }: { object: ScoreObjectPlan }) {
  const { action, changes, conflicts, kind, name, problem } = object;
  return (
    <>
      <div className={textStyles.ends}>
        <span className={styles.name}>
          {kind} {name}
        </span>
        <StatusBadge status={ACTIONS[action].status}>
          {ACTIONS[action].label}
        </StatusBadge>
      </div>
      {problem && (
        <p role="alert" className={textStyles.bad}>
          {problem}
        </p>
      )}
      {conflicts.length > 0 && (
        <div role="alert" className={textStyles.bad}>
          Somebody else keeps these fields at other values. Change them where
          they come from, or have them given up there:
          <ul>
            {conflicts.map(({ field, manager }) => (
              <li key={`${manager} ${field}`}>
                {manager}: <span className={textStyles.mono}>{field}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {changes.length > 0 && (
        <DataTable
          label={`Fields of ${kind} ${name}`}
          columns={COLUMNS}
          items={changes}
          keyOf={({ path }) => path}
        />
      )}
    </>
  );
}

function Value({ text }: { text: string | undefined }) {
  return text === undefined ? (
    <span className={textStyles.muted}>none</span>
  ) : (
    <span className={textStyles.mono}>{text}</span>
  );
}
