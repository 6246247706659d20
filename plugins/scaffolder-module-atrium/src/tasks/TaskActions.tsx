import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  scaffolderApiRef,
  type ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { Button } from '@backstage/ui';
import { errorMessage, textStyles } from '@atrium/ui';
import { t } from '../translation';
import type { Run } from './toRun';

/** Props of {@link TaskActions}. */
export interface TaskActionsProps {
  task: ScaffolderTask;
  run: Run;
}

/** Stops a run that goes on. */
export function TaskActions({ task, run }: TaskActionsProps) {
  const scaffolderApi = useApi(scaffolderApiRef);
  const cancel = useMutation({
    mutationFn: () => scaffolderApi.cancelTask(task.id),
  });
  if (run.status !== 'processing') {
    return null;
  }
  return (
    <div className={textStyles.line}>
      {cancel.error && (
        <span role="alert" className={textStyles.bad}>
          {errorMessage(cancel.error)}
        </span>
      )}
      <Button
        variant="secondary"
        isDisabled={cancel.isPending || cancel.isSuccess}
        onPress={() => cancel.mutate()}
      >
        {cancel.isSuccess ? t('taskActions.stopping') : t('taskActions.stop')}
      </Button>
    </div>
  );
}
