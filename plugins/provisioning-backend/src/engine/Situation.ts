import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type {
  StoredObservation,
  StoredResource,
} from '../database/StoredResource';
import type { MessageText } from '../database/messageText';
import type { StepAction, StoredStep } from '../database/StepStore';

/** All that the next step depends on, apart from what is at the provider. */
export interface Situation {
  resource: Pick<
    StoredResource,
    | 'state'
    | 'stateSince'
    | 'desired'
    | 'fingerprint'
    | 'credentialGeneration'
    | 'deletion'
    | 'providerName'
  >;
  driver: Pick<
    ResourceDriverDescription,
    'credentials' | 'settleMs' | 'hasSnapshots' | 'hasSuspension'
  >;
  /**
   * The last steps, the oldest first. One that still runs was cut short: who
   * asks holds the claim of the resource.
   */
  steps: readonly StoredStep[];
}

/** What a look came to; the provider may not answer at all. */
export type Look =
  | StoredObservation
  | { status: 'unreachable'; message: MessageText };

/** What is to be done next. */
export type NextStep =
  | { kind: 'act'; action: StepAction; attempt: number }
  /** Look again later. */
  | { kind: 'wait'; forMs: number; reason: MessageText }
  /** Everything is as it is to be. */
  | { kind: 'done'; note?: MessageText }
  | { kind: 'fail'; reason: MessageText }
  | { kind: 'attention'; evidence: MessageText };
