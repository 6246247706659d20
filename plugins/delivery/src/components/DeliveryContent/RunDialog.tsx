import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  ByActor,
  type DataColumn,
  DataTable,
  errorMessage,
  formatDuration,
  QueryState,
  SafeLink,
  textStyles,
} from '@atrium/ui';
import type { RunDetails, TaskRun } from '@atrium/plugin-delivery-common';
import { useRun } from '../../hooks/useDelivery';
import { useRerun } from '../../hooks/useRerun';
import { t } from '../../translation';
import { RunStatusBadge } from '../shared/RunStatusBadge';
import styles from './RunDialog.module.css';

/** Props of {@link RunDialog}. */
export interface RunDialogProps {
  id: string;
  onClose(): void;
}

const COLUMNS: DataColumn<TaskRun>[] = [
  {
    get title() {
      return t('runDialog.status');
    },
    cell: task => <RunStatusBadge run={task} />,
  },
  {
    get title() {
      return t('runDialog.step');
    },
    cell: task => <SafeLink href={task.url}>{task.task}</SafeLink>,
  },
  {
    get title() {
      return t('runDialog.duration');
    },
    isNumber: true,
    cell: task =>
      task.durationSeconds === undefined
        ? ''
        : formatDuration(task.durationSeconds),
  },
];

/** One run with its steps, and a way to start it again. */
export function RunDialog({ id, onClose }: RunDialogProps) {
  const query = useRun(id);
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={640}>
      <DialogHeader>
        {query.data
          ? `${query.data.pipeline}, ${query.data.runId}`
          : t('runDialog.run')}
      </DialogHeader>
      <DialogBody>
        <QueryState query={query}>{run => <Steps run={run} />}</QueryState>
      </DialogBody>
      <DialogFooter>
        {query.data?.canRerun && <RerunButton id={id} />}
        <Button variant="secondary" onPress={onClose}>
          {t('runDialog.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Steps({ run }: { run: RunDetails }) {
  return (
    <div className={styles.steps}>
      <div className={textStyles.line}>
        <RunStatusBadge run={run} />
        <span className={textStyles.muted}>
          {[run.trigger, run.branch, run.commit?.slice(0, 7)]
            .filter(Boolean)
            .join(' · ')}
          <ByActor actor={run.actor} />
        </span>
        {run.url && <SafeLink href={run.url}>{t('runDialog.log')}</SafeLink>}
      </div>
      {run.errors && <pre className={textStyles.mono}>{run.errors}</pre>}
      {run.tasks.length > 0 ? (
        <DataTable
          label={t('runDialog.steps')}
          columns={COLUMNS}
          items={run.tasks}
          keyOf={task => task.id}
        />
      ) : (
        <p className={textStyles.muted}>
          {t('runDialog.thePipelineDidNotTell')}
        </p>
      )}
    </div>
  );
}

function RerunButton({ id }: { id: string }) {
  const rerun = useRerun(id);
  return (
    <>
      {rerun.error && (
        <span role="alert" className={textStyles.muted}>
          {errorMessage(rerun.error)}
        </span>
      )}
      {rerun.isSuccess && (
        <span role="status" className={textStyles.muted}>
          {t('runDialog.askedForAnotherRun')}
        </span>
      )}
      <Button
        variant="primary"
        isPending={rerun.isPending}
        isDisabled={rerun.isSuccess}
        onPress={() => rerun.mutate()}
      >
        {t('runDialog.runAgain')}
      </Button>
    </>
  );
}
