import { parseInput } from '@atrium/common';
import {
  type AskHost,
  type DeliveryEventSink,
  type HostRepository,
  toEventPaths,
} from '@atrium/plugin-delivery-node';
import { commitFilesSchema } from '../payloads/giteaObjects';

/** Whose commit it is, and how to ask for what is below its repository. */
export interface AskForPathsOptions {
  repository: HostRepository;
  sink: Pick<DeliveryEventSink, 'isShared'>;
  ask: AskHost;
}

/** What a commit changed, where that says which component it is about. */
export async function askForPaths(
  commit: string | null | undefined,
  { repository, sink, ask }: AskForPathsOptions,
): Promise<string[] | undefined> {
  if (!commit || !(await sink.isShared(repository.url))) {
    return undefined;
  }
  const body = await ask(
    `/git/commits/${encodeURIComponent(
      commit,
    )}?stat=false&verification=false&files=true`,
  );
  return toEventPaths(parseInput(commitFilesSchema, body).files);
}
