import { useState } from 'react';
import { z } from 'zod';
import { Button } from '@backstage/ui';
import {
  ActorName,
  type DataColumn,
  EmptyState,
  FilterRow,
  FilterSelect,
  formatDuration,
  RelativeTime,
  SafeLink,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import { type Run, runOutcomeSchema } from '@atrium/plugin-delivery-common';
import { useRuns } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { GrowingTable } from '../shared/GrowingTable';
import { RunStatusBadge } from '../shared/RunStatusBadge';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { shortCommit } from '../shared/versionOf';
import { RunDialog } from './RunDialog';
import { RunTrends } from './RunTrends';

const OUTCOME_CHOICES = [
  {
    value: 'success',
    get label() {
      return t('runList.passed');
    },
  },
  {
    value: 'failure',
    get label() {
      return t('runList.failed');
    },
  },
  {
    value: 'error',
    get label() {
      return t('runList.brokeOff');
    },
  },
  {
    value: 'cancelled',
    get label() {
      return t('runList.cancelled');
    },
  },
];

const filtersSchema = z.object({
  outcome: runOutcomeSchema.optional(),
  branch: z.string().optional(),
});

/** The pipeline runs of an entity, and how they have been doing. */
export function RunList({ entityRef }: { entityRef: string }) {
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const [openRunId, setOpenRunId] = useState<string>();
  const [{ outcome, branch }, set] = useAddressState(filtersSchema);
  const query = useRuns({ entityRef, outcome, branch, limit });
  const hasLogs = query.data?.items.some(({ url }) => url !== undefined);
  return (
    <>
      <RunTrends entityRef={entityRef} />
      <FilterRow>
        <FilterSelect
          label={t('runList.outcome')}
          anyLabel={t('runList.anyOutcome')}
          options={OUTCOME_CHOICES}
          value={outcome}
          onChange={value => set({ outcome: value })}
        />
        <FilterSelect
          label={t('runList.branch')}
          anyLabel={t('runList.anyBranch')}
          options={branchesOf(query.data?.items)}
          value={branch}
          onChange={value => set({ branch: value })}
        />
      </FilterRow>
      <GrowingTable
        query={query}
        empty={
          <EmptyState
            title={
              outcome || branch
                ? t('runList.noRunFitsTheFilter')
                : t('runList.noRunYet')
            }
            description={
              outcome || branch
                ? t('runList.widenItToSeeThe')
                : t('runList.runsShowHereOnceYour')
            }
          />
        }
        label={t('runList.pipelineRuns')}
        columns={runColumns(setOpenRunId, hasLogs)}
        keyOf={run => run.id}
        limit={limit}
        onLimit={setLimit}
      />
      {openRunId && (
        <RunDialog id={openRunId} onClose={() => setOpenRunId(undefined)} />
      )}
    </>
  );
}

function runColumns(
  onOpen: (id: string) => void,
  hasLogs = false,
): DataColumn<Run>[] {
  return [
    { title: t('runList.status'), cell: run => <RunStatusBadge run={run} /> },
    {
      title: t('runList.pipeline'),
      cell: run => (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => onOpen(run.id)}
          aria-label={t('runList.stepsOf', {
            pipeline: run.pipeline,
            runId: run.runId,
          })}
        >
          {run.pipeline}
        </Button>
      ),
    },
    {
      title: t('runList.branchAndCommit'),
      cell: run => (
        <>
          {run.branch}{' '}
          {run.commit && (
            <span className={textStyles.mono}>{shortCommit(run.commit)}</span>
          )}
        </>
      ),
    },
    {
      title: t('runList.by'),
      cell: ({ actor }) => actor && <ActorName actor={actor} />,
    },
    {
      title: t('runList.when'),
      cell: run => (
        <span className={textStyles.nowrap}>
          <RelativeTime
            instant={run.startedAt ?? run.queuedAt ?? run.updatedAt}
          />
        </span>
      ),
    },
    {
      title: t('runList.duration'),
      isNumber: true,
      cell: run =>
        run.durationSeconds === undefined
          ? ''
          : formatDuration(run.durationSeconds),
    },
    // Not every pipeline says where its logs are.
    ...(hasLogs
      ? [
          {
            title: t('runList.log'),
            cell: ({ url }: Run) =>
              url && <SafeLink href={url}>{t('runList.open')}</SafeLink>,
          },
        ]
      : []),
  ];
}

/** The branches one can choose from: those seen in what is listed. */
function branchesOf(runs: Run[] = []) {
  const seen = new Set(runs.flatMap(({ branch }) => branch ?? []));
  return [...seen].sort().map(branch => ({ value: branch, label: branch }));
}
