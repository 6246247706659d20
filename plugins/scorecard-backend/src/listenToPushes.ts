import { onRepositoryPush } from '@atrium/git-hosts';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ScorecardFileStore } from './database/ScorecardFileStore';
import { PromptSweep } from './entities/PromptSweep';
import { ENTITIES_TASK } from './tasks/scheduleTasks';

interface ListenToPushesOptions {
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
  stores: { files: Pick<ScorecardFileStore, 'markPushed'> };
}

/** Has scorecards read, and entities looked at, soon after a push. */
export async function listenToPushes(
  options: ListenToPushesOptions,
): Promise<void> {
  const sweep = new PromptSweep({ ...options, taskId: ENTITIES_TASK });
  await onRepositoryPush({
    ...options,
    id: 'scorecard-pushes',
    async handle({ repositoryUrl }) {
      await options.stores.files.markPushed(repositoryUrl);
      sweep.afterPush();
    },
  });
}
