import type { PolledRepository, RepositoryCommits } from '@atrium/git-hosts';
import type { DeliveryEventSink } from '../deliveryEventsExtensionPoint';
import { toEventPaths } from './toEventPaths';

/** What a commit changed, where that says which component it is about. */
export async function findChangedPaths(
  commit: string | null | undefined,
  {
    client,
    repository,
  }: PolledRepository<Pick<RepositoryCommits, 'listChangedFiles'>>,
  sink: Pick<DeliveryEventSink, 'isShared'>,
): Promise<string[] | undefined> {
  return commit && (await sink.isShared(repository.url))
    ? toEventPaths(await client.listChangedFiles(commit))
    : undefined;
}
