import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { HostRepository } from '../gitHost/HostRepository';

/** Asks the git host for the JSON at a path of a repository. */
export type AskHost = (path: string) => Promise<unknown>;

/** One entry of a list. */
export interface PollItem {
  /** What the list is sorted by, newest first; milliseconds since 1970. */
  sortedAt: number;
  /** When it last changed. */
  changedAt: number;
  /** It will change without moving up in the list. */
  isUnfinished: boolean;
  /** What it tells by itself. */
  events: CloudEvent[];
  /** What has to be asked for besides. */
  more?: PollMore;
}

/** Details of an entry that are requests of their own. */
export interface PollMore {
  /** Once asked for under this name, it need not be again. */
  key: string;
  ask(ask: AskHost): Promise<{ events: CloudEvent[]; isUnfinished?: boolean }>;
}

/** A list of a repository that is read page by page, newest first. */
export interface PollResource {
  name: string;
  /** What to ask for first; some hosts can leave out what changed before. */
  path: string | ((since: Date) => string);
  readPage(body: unknown, repository: HostRepository): PollItem[];
}
