import { useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import type {
  DryRun,
  DryRunCheck,
  LevelsAt,
} from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  formatDate,
  formatNumber,
  QueryState,
  textStyles,
  useDebounced,
} from '@atrium/ui';
import { DryRunWords } from './DryRunWords';
import { levelWords } from './levelWords';
import { useDryRun } from './useScorecardDraft';
import styles from './editor.module.css';

/** Writing rests this long before the whole catalog is gone through. */
const REST_MS = 800;
const BACKTEST_WEEKS = 8;

const CHECK_COLUMNS: DataColumn<DryRunCheck>[] = [
  { title: 'Check', cell: ({ title }) => title },
  { title: 'Pass', isNumber: true, cell: ({ pass }) => formatNumber(pass) },
  {
    title: 'Fail',
    isNumber: true,
    cell: ({ fail, nowFail }) =>
      nowFail > 0
        ? `${formatNumber(fail)} (${formatNumber(nowFail)} new)`
        : formatNumber(fail),
  },
  {
    title: 'Unknown',
    isNumber: true,
    cell: ({ unknown }) => formatNumber(unknown),
  },
];

/** Props of {@link DryRunPanel}. */
export interface DryRunPanelProps {
  /** The scorecard as it is written; undefined while it is none. */
  content: string | undefined;
}

/** What would come of the scorecard, while it is written. */
export function DryRunPanel({ content }: DryRunPanelProps) {
  const rested = useDebounced(content, REST_MS);
  const [weeks, setWeeks] = useState(0);
  const dryRun = useDryRun(
    { content: rested ?? '', weeks },
    rested !== undefined,
  );
  if (rested === undefined) {
    return (
      <p className={textStyles.muted}>
        Once the file is valid, this says what would come of it for every
        service.
      </p>
    );
  }
  return (
    <section className={styles.panel} aria-label="Dry run" aria-live="polite">
      <QueryState
        query={dryRun}
        loading={<Skeleton width="100%" height={240} />}
      >
        {data => (
          <>
            <DryRunWords dryRun={data} />
            <DataTable
              label="Results of each check"
              columns={CHECK_COLUMNS}
              items={data.checks}
              keyOf={({ check }) => check}
            />
            {data.backtest.length > 0 ? (
              <Backtest dryRun={data} />
            ) : (
              <Button
                variant="secondary"
                size="small"
                isPending={dryRun.isFetching}
                onPress={() => setWeeks(BACKTEST_WEEKS)}
              >
                Try it on the last 8 weeks
              </Button>
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}

function Backtest({ dryRun }: { dryRun: DryRun }) {
  const { backtest, backtestFrom } = dryRun;
  const columns: DataColumn<LevelsAt>[] = [
    { title: 'Week of', cell: ({ at }) => formatDate(at) },
    { title: 'Levels', cell: ({ levelCounts }) => levelWords(levelCounts) },
    {
      title: 'Average score',
      isNumber: true,
      cell: ({ averageScore }) =>
        averageScore === undefined
          ? 'Not known'
          : `${formatNumber(Math.round(averageScore * 100))}%`,
    },
  ];
  return (
    <>
      <h3 className={textStyles.title}>The last 8 weeks</h3>
      {backtestFrom && (
        <p className={textStyles.muted}>
          Facts are kept since {formatDate(backtestFrom)}; of the time before
          nothing is known.
        </p>
      )}
      <DataTable
        label="Backtest"
        columns={columns}
        items={backtest}
        keyOf={({ at }) => at}
      />
    </>
  );
}
