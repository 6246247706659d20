import { Skeleton } from '@backstage/ui';
import type { RuleDryRunResult } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  MoneyText,
  textStyles,
  useDebounced,
} from '@atrium/ui';
import { CostQuery } from '../components/shared/CostQuery';
import { duringWords } from '../days/costDays';
import { isZero, sizeOf } from '../money/amounts';
import { costChange } from '../money/costChange';
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
      <p className={textStyles.muted}>
        Once the file is valid, this says what would move, for the last full
        month and the current one.
      </p>
    );
  }
  return (
    <section className={styles.panel} aria-label="Dry run" aria-live="polite">
      <CostQuery
        query={dryRun}
        loading={<Skeleton width="100%" height={240} />}
      >
        {data =>
          data.result ? (
            <Movements dryRun={data} result={data.result} />
          ) : (
            <EmptyState
              title="There is no dry run of these rules"
              description={data.problems
                .map(({ message }) => message)
                .join('; ')}
            />
          )
        }
      </CostQuery>
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
          label="What would move between teams"
          columns={columnsOf('Team', currency)}
          items={result.teams}
          keyOf={keyOf}
        />
      )}
      {result.entities.length > 0 && (
        <DataTable
          label="What would move between entities"
          columns={columnsOf('Entity', currency)}
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
  return (
    <div>
      <p className={textStyles.text}>
        {isZero(moved) ? (
          'Nothing would move'
        ) : (
          <>
            <MoneyText amount={moved} currency={currency} /> would move
          </>
        )}
        , of <MoneyText amount={total} currency={currency} />{' '}
        {duringWords(period)}. The total stays the same.
      </p>
      <p className={textStyles.muted}>
        Unallocated:{' '}
        <MoneyText amount={unallocated.before} currency={currency} /> before,{' '}
        <MoneyText amount={unallocated.after} currency={currency} /> after.
      </p>
    </div>
  );
}

function columnsOf(title: string, currency: string): DataColumn<Movement>[] {
  return [
    { title, cell: ({ label }) => label },
    {
      title: 'Before',
      isNumber: true,
      cell: ({ before }) => <MoneyText amount={before} currency={currency} />,
    },
    {
      title: 'After',
      isNumber: true,
      cell: ({ after }) => <MoneyText amount={after} currency={currency} />,
    },
    {
      title: 'Change',
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

function keyOf({ entityRef, label }: Movement): string {
  return entityRef ?? label;
}
