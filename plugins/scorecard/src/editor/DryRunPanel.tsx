import { useState } from 'react';
import { Button } from '@backstage/ui';
import type {
  DryRun,
  DryRunCheck,
  LevelsAt,
  ScorecardReach,
} from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  formatDate,
  formatNumber,
  formatShare,
  QueryState,
  textStyles,
  useDebounced,
  ViewSkeleton,
} from '@atrium/ui';
import { t } from '../translation';
import { DryRunWords } from './DryRunWords';
import { levelWords } from './levelWords';
import { useDryRun } from './useScorecardDraft';
import styles from './editor.module.css';

/** Writing rests this long before the whole catalog is gone through. */
const REST_MS = 800;
const BACKTEST_WEEKS = 8;

const CHECK_COLUMNS: DataColumn<DryRunCheck>[] = [
  {
    get title() {
      return t('dryRunPanel.check');
    },
    cell: ({ title }) => title,
  },
  {
    get title() {
      return t('dryRunPanel.pass');
    },
    isNumber: true,
    cell: ({ pass }) => formatNumber(pass),
  },
  {
    get title() {
      return t('dryRunPanel.fail');
    },
    isNumber: true,
    cell: ({ fail, nowFail }) =>
      nowFail > 0
        ? t('dryRunPanel.new', {
            fail,
            nowFail,
          })
        : formatNumber(fail),
  },
  {
    get title() {
      return t('dryRunPanel.unknown');
    },
    isNumber: true,
    cell: ({ unknown }) => formatNumber(unknown),
  },
];

/** Props of {@link DryRunPanel}. */
export interface DryRunPanelProps {
  /** The scorecard as it is written; undefined while it is none. */
  content: string | undefined;
  /** Whom the scorecards of its file may rate. */
  reach: ScorecardReach;
}

/** What would come of the scorecard, while it is written. */
export function DryRunPanel({ content, reach }: DryRunPanelProps) {
  const rested = useDebounced(content, REST_MS);
  const [weeks, setWeeks] = useState(0);
  const dryRun = useDryRun(
    { content: rested ?? '', reach, weeks },
    rested !== undefined,
  );
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
        {data => (
          <>
            <DryRunWords dryRun={data} />
            <DataTable
              label={t('dryRunPanel.resultsOfEachCheck')}
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
                {t('dryRunPanel.tryItOnTheLast')}
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
    { title: t('dryRunPanel.weekOf'), cell: ({ at }) => formatDate(at) },
    {
      title: t('dryRunPanel.levels'),
      cell: ({ levelCounts }) => levelWords(levelCounts),
    },
    {
      title: t('dryRunPanel.averageScore'),
      isNumber: true,
      cell: ({ averageScore }) =>
        averageScore === undefined
          ? t('dryRunPanel.notKnown')
          : formatShare(averageScore),
    },
  ];
  return (
    <>
      <h3 className={textStyles.title}>{t('dryRunPanel.theLast8Weeks')}</h3>
      {backtestFrom && (
        <p className={textStyles.muted}>
          {t('dryRunPanel.factsAreKeptSinceOf', {
            backtestFrom: formatDate(backtestFrom),
          })}
        </p>
      )}
      <DataTable
        label={t('dryRunPanel.backtest')}
        columns={columns}
        items={backtest}
        keyOf={({ at }) => at}
      />
    </>
  );
}
