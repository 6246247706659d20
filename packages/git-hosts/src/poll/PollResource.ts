import type { HostRepository } from '../HostRepository';
import type { HostPage, PageRequest } from '../http/HostApi';

/** One entry of a list. */
export interface PollItem<Event> {
  /** What the list is sorted by, newest first; milliseconds since 1970. */
  sortedAt: number;
  /** When it last changed. */
  changedAt: number;
  /** It will change without moving up in the list. */
  isUnfinished: boolean;
  /** What it says by itself. */
  events: Event[];
  /** What has to be asked for besides. */
  more?: PollDetails<Event>;
}

/** Details of an entry that are requests of their own. */
export interface PollDetails<Event> {
  /** Once asked for under this name, it need not be again. */
  key: string;
  read(): Promise<{ events: Event[]; isUnfinished?: boolean }>;
}

/** Which repository to read, and its client. */
export interface PolledRepository<Client> {
  client: Client;
  repository: HostRepository;
}

/** Which page to read. */
export interface PollPageRequest extends PageRequest {
  /** What changed before is known; some hosts can leave it out. */
  since: Date;
}

/** A list of a repository that is read page by page, newest first. */
export interface PollResource<Client, Event> {
  name: string;
  readPage(
    polled: PolledRepository<Client>,
    page: PollPageRequest,
  ): Promise<HostPage<PollItem<Event>>>;
}
