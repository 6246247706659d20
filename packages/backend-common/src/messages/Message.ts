import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/** A notification that is to be sent once. */
export interface Message {
  /** What it is about and who hears it, the same whenever it is worked out. */
  key: string;
  recipientRefs: string[];
  /** Who knows already, and is left out of the recipients. */
  excludeRef?: string;
  /**
   * What is said. A later message with the same `scope` takes the place of an
   * earlier one, as the newest figures of one fact do; without it only the
   * same message takes its own place.
   */
  payload: Pick<
    NotificationSendOptions['payload'],
    | 'title'
    | 'description'
    | 'link'
    | 'severity'
    | 'topic'
    | 'scope'
    | 'metadata'
  >;
}
