import { onRepositoryPush } from '@atrium/git-hosts';
import type { HumanDuration } from '@backstage/types';
import {
  onEntitiesChanged,
  type OnEntitiesChangedOptions,
} from '../catalog/onEntitiesChanged';
import {
  scheduleWakeable,
  type WakeableTaskOptions,
} from '../tasks/scheduleWakeable';

/** What {@link scheduleFileReads} runs, and what it listens to. */
export interface ScheduleFileReadsOptions
  extends Pick<
      WakeableTaskOptions,
      'id' | 'lifecycle' | 'logger' | 'scheduler' | 'fn'
    >,
    Pick<OnEntitiesChangedOptions, 'events'> {
  /** Names who listens, with '-pushes' and '-files' behind it. */
  pluginId: string;
  /** How late it is at most what nobody told of; five minutes by default. */
  frequency?: HumanDuration;
  /** Makes the files of a repository due, whose page is at an address. */
  markPushed(repositoryUrl: string): Promise<void>;
}

/** Reads files of repositories when they change. */
export interface ScheduledFileReads {
  /** Has the files of a repository read within seconds. */
  reread(repositoryUrl: string): Promise<void>;
}

/**
 * Schedules the task that looks which files entities name, and reads those that
 * are due: when a repository is pushed to, when entities change, and now and then,
 * since nobody tells of entities that are removed.
 */
export async function scheduleFileReads(
  options: ScheduleFileReadsOptions,
): Promise<ScheduledFileReads> {
  const { frequency = { minutes: 5 }, markPushed, pluginId } = options;
  const alarm = await scheduleWakeable({
    ...options,
    frequency,
    initialDelay: { seconds: 5 },
    timeout: { minutes: 3 },
  });
  const reread = async (repositoryUrl: string) => {
    await markPushed(repositoryUrl);
    alarm.wake();
  };
  await onRepositoryPush({
    ...options,
    id: `${pluginId}-pushes`,
    handle: ({ repositoryUrl }) => reread(repositoryUrl),
  });
  await onEntitiesChanged({
    ...options,
    id: `${pluginId}-files`,
    handle: async () => alarm.wake(),
  });
  return { reread };
}
