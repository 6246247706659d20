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
import { GrowingTable } from '../shared/GrowingTable';
import { RunStatusBadge } from '../shared/RunStatusBadge';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { shortCommit } from '../shared/versionOf';
import { RunDialog } from './RunDialog';
import { RunTrends } from './RunTrends';

const OUTCOME_CHOICES = [
  { value: 'success', label: 'Passed' },
  { value: 'failure', label: 'Failed' },
  { value: 'error', label: 'Broke off' },
  { value: 'cancelled', label: 'Cancelled' },
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
  return (
    <>
      <RunTrends entityRef={entityRef} />
      <FilterRow>
        <FilterSelect
          label="Outcome"
          anyLabel="Any outcome"
          options={OUTCOME_CHOICES}
          value={outcome}
          onChange={value => set({ outcome: value })}
        />
        <FilterSelect
          label="Branch"
          anyLabel="Any branch"
          options={branchesOf(query.data?.items)}
          value={branch}
          onChange={value => set({ branch: value })}
        />
      </FilterRow>
      <GrowingTable
        query={query}
        empty={
          <EmptyState
            title={outcome || branch ? 'No run fits the filter' : 'No run yet'}
            description={
              outcome || branch
                ? 'Widen it to see the other runs.'
                : 'Runs show here once your pipeline sends pipelinerun events to /api/delivery/events.'
            }
          />
        }
        label="Pipeline runs"
        columns={runColumns(setOpenRunId)}
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

function runColumns(onOpen: (id: string) => void): DataColumn<Run>[] {
  return [
    { title: 'Status', cell: run => <RunStatusBadge run={run} /> },
    {
      title: 'Pipeline',
      cell: run => (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => onOpen(run.id)}
          aria-label={`Steps of ${run.pipeline}, ${run.runId}`}
        >
          {run.pipeline}
        </Button>
      ),
    },
    {
      title: 'Branch and commit',
      cell: run => (
        <>
          {run.branch}{' '}
          {run.commit && (
            <span className={textStyles.mono}>{shortCommit(run.commit)}</span>
          )}
        </>
      ),
    },
    { title: 'By', cell: ({ actor }) => actor && <ActorName actor={actor} /> },
    {
      title: 'When',
      cell: run => (
        <span className={textStyles.nowrap}>
          <RelativeTime
            instant={run.startedAt ?? run.queuedAt ?? run.updatedAt}
          />
        </span>
      ),
    },
    {
      title: 'Duration',
      isNumber: true,
      cell: run =>
        run.durationSeconds === undefined
          ? ''
          : formatDuration(run.durationSeconds),
    },
    {
      title: 'Log',
      cell: run => run.url && <SafeLink href={run.url}>Open</SafeLink>,
    },
  ];
}

/** The branches one can choose from: those seen in what is listed. */
function branchesOf(runs: Run[] = []) {
  const seen = new Set(runs.flatMap(({ branch }) => branch ?? []));
  return [...seen].sort().map(branch => ({ value: branch, label: branch }));
}
