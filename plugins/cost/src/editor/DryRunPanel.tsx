import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RuleDryRunResult } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  MoneyText,
  QueryState,
  textStyles,
  useDebounced,
  ViewSkeleton,
} from '@atrium/ui';
import { duringWords } from '../days/costDays';
import { isZero, sizeOf } from '../money/amounts';
import { costChange } from '../money/costChange';
import { t } from '../translation';
import { useDryRun } from './useAllocationDraft';
import styles from './editor.module.css';

/** Writing rests this long before all charges are gone through. */
const REST_MS = 800;

type Result = NonNullable<RuleDryRunResult['result']>;
type Movement = Result['teams'][number];

/** Props of {@link DryRunPanel}. */
export interface DryRunPanelProps {
  /** The file as it is written; undefined while it is not sound. */
  content: string | undefined;
}

/** What would come of the rules for past charges, while they are written. */
export function DryRunPanel({ content }: DryRunPanelProps) {
  const rested = useDebounced(content, REST_MS);
  const dryRun = useDryRun({ content: rested ?? '' }, rested !== undefined);
  if (rested === undefined) {
    return (
      <p className={textStyles.muted}>{t('dryRunPanel.onceTheFileIsValid')}</p>
    );
  }
  return (
    <section
      className={styles.panel}
      aria-label={t('dryRunPanel.dryRun')}
      aria-live="polite"
    >
      <QueryState query={dryRun} loading={<ViewSkeleton height={240} />}>
        {data =>
          data.result ? (
            <Movements dryRun={data} result={data.result} />
          ) : (
            <EmptyState
              title={t('dryRunPanel.thereIsNoDryRun')}
              description={data.problems
                .map(({ message }) => message)
                .join('; ')}
            />
          )
        }
      </QueryState>
    </section>
  );
}

function Movements(props: { dryRun: RuleDryRunResult; result: Result }) {
  const { dryRun, result } = props;
  const { currency } = dryRun;
  return (
    <>
      <DryRunWords dryRun={dryRun} />
      {result.teams.length > 0 && (
        <DataTable
          label={t('dryRunPanel.whatWouldMoveBetweenTeams')}
          columns={columnsOf(t('dryRunPanel.team'), currency)}
          items={result.teams}
          keyOf={keyOf}
        />
      )}
      {result.entities.length > 0 && (
        <DataTable
          label={t('dryRunPanel.whatWouldMoveBetweenEntities')}
          columns={columnsOf(t('dryRunPanel.entity'), currency)}
          items={result.entities}
          keyOf={keyOf}
        />
      )}
    </>
  );
}

/** What would come of rules, in a few sentences. */
export function DryRunWords({ dryRun }: { dryRun: RuleDryRunResult }) {
  const { result, currency, period } = dryRun;
  if (!result) {
    return null;
  }
  const { moved, total, unallocated } = result;
  const of = {
    total: <MoneyText amount={total} currency={currency} />,
    period: duringWords(period),
  };
  return (
    <div>
      <p className={textStyles.text}>
        {isZero(moved)
          ? t('dryRunPanel.nothingWouldMove', of)
          : t('dryRunPanel.wouldMove', {
              moved: <MoneyText amount={moved} currency={currency} />,
              ...of,
            })}
      </p>
      <p className={textStyles.muted}>
        {t('dryRunPanel.unallocatedBeforeAfter', {
          before: <MoneyText amount={unallocated.before} currency={currency} />,
          after: <MoneyText amount={unallocated.after} currency={currency} />,
        })}
      </p>
    </div>
  );
}

function columnsOf(title: string, currency: string): DataColumn<Movement>[] {
  return [
    { title, cell: movement => <MovementName movement={movement} /> },
    {
      title: t('dryRunPanel.before'),
      isNumber: true,
      cell: ({ before }) => <MoneyText amount={before} currency={currency} />,
    },
    {
      title: t('dryRunPanel.after'),
      isNumber: true,
      cell: ({ after }) => <MoneyText amount={after} currency={currency} />,
    },
    {
      id: 'change',
      title: t('dryRunPanel.change'),
      isNumber: true,
      sortBy: ({ before, after }) => sizeOf(costChange(before, after).amount),
      cell: ({ before, after }) => (
        <MoneyText
          amount={costChange(before, after).amount}
          currency={currency}
          hasSign
        />
      ),
    },
  ];
}

/** A team or an entity by its title; of what is neither, what it is. */
function MovementName({ movement }: { movement: Movement }) {
  const { entityRef, label, pool } = movement;
  if (entityRef !== undefined) {
    return <EntityRefLink entityRef={entityRef} title={label} hideIcon />;
  }
  return (
    <>
      {pool === undefined
        ? t('dryRunPanel.noOwner')
        : t('dryRunPanel.pool', { pool })}
    </>
  );
}

function keyOf({ entityRef, label }: Movement): string {
  return entityRef ?? label;
}
