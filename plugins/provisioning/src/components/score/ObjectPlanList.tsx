import type {
  ScoreFieldChange,
  ScoreObjectPlan,
} from '@atrium/plugin-provisioning-common';
import {
  type DataColumn,
  DataTable,
  readField,
  type Status,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import styles from './ObjectPlanList.module.css';

const ACTIONS: Record<
  ScoreObjectPlan['action'],
  { label: string; status: Status }
> = {
  create: {
    get label() {
      return t('objectPlanList.new');
    },
    status: 'running',
  },
  change: {
    get label() {
      return t('objectPlanList.changes');
    },
    status: 'warning',
  },
  keep: {
    get label() {
      return t('objectPlanList.staysAsItIs');
    },
    status: 'good',
  },
};

const COLUMNS: DataColumn<ScoreFieldChange>[] = [
  {
    get title() {
      return t('objectPlanList.field');
    },
    cell: ({ path }) => <span className={textStyles.mono}>{path}</span>,
  },
  {
    get title() {
      return t('objectPlanList.now');
    },
    cell: ({ before }) => <Value text={before} />,
  },
  {
    get title() {
      return t('objectPlanList.then');
    },
    cell: ({ after }) => <Value text={after} />,
  },
];

/** What would become of each object, field by field. */
export function ObjectPlanList({ objects }: { objects: ScoreObjectPlan[] }) {
  return (
    <ul className={styles.list} aria-label={t('objectPlanList.objects')}>
      {objects.map(object => (
        <li key={`${object.kind} ${object.name}`} className={styles.object}>
          <ObjectPlan object={object} />
        </li>
      ))}
    </ul>
  );
}

function ObjectPlan({ object }: { object: ScoreObjectPlan }) {
  const { action, changes, conflicts, kind, name } = object;
  const problem = readField(object, 'problem');
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
          {t('objectPlanList.somebodyElseKeepsTheseFields')}
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
          label={t('objectPlanList.fieldsOf', { kind, name })}
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
    <span className={textStyles.muted}>{t('objectPlanList.none')}</span>
  ) : (
    <span className={textStyles.mono}>{text}</span>
  );
}
