import type { FieldText, MessageParts } from '@atrium/common';
import type { RequestState } from '@atrium/plugin-provisioning-common';
import type { EncryptedSeed, StoredCredential } from './CredentialStore';
import type { MessageText } from './messageText';
import type { ResourceMove } from './ResourceStore';
import type { StepOutcome, StoredStep } from './StepStore';
import type { ResourceChanges } from './StoredResource';
import type { NewTimelineEntry } from './TimelineStore';

/** A change of the requests that a worker works for. */
interface WorkedRequestsMove {
  to: RequestState;
  reason?: MessageText;
  /** Only those that ask for a deletion, or only the others. */
  isDeletion?: boolean;
}

/** The secrets of a generation: a seed of our own, or where a provider has them. */
type NewCredential = Pick<StoredCredential, 'generation' | 'outputs'> &
  (
    | (EncryptedSeed & { store: 'portal' })
    | { reference: string; store: StoredCredential['store'] }
  );

/** All that a worker writes down at once about a resource that it holds. */
export interface HeldWrite {
  requestId?: string;
  /** What the step before came to; others without an end were cut short. */
  ended?: {
    stepId: string;
    outcome: StepOutcome;
    message?: string;
    /** What each line of it is made of. */
    messages?: MessageParts;
  };
  /** The state that the resource goes on to. */
  move?: Required<Pick<ResourceMove, 'to'>> & Pick<ResourceMove, 'reason'>;
  changes?: Pick<
    ResourceChanges,
    | 'observed'
    | 'observedAt'
    | 'hasDrift'
    | 'evidence'
    | 'proof'
    | 'leaseEndsAt'
  >;
  /** What the time line says of it, in order. */
  entries?: Omit<NewTimelineEntry, 'resourceId' | 'requestId' | 'actorRef'>[];
  requests?: WorkedRequestsMove[];
  /** A seed stays as it is where the generation has one; a reference is replaced. */
  credential?: NewCredential;
  /** The seeds of generations before this one are forgotten. */
  forgetSeedsBefore?: number;
  /** What is about to be done, and what the time line calls it. */
  intent?: Pick<StoredStep, 'action' | 'attempt' | 'idempotencyKey'> & {
    title: FieldText;
  };
  /** Lets go of the resource: it is due again after a while, or not at all. */
  release?: { inMs?: number; reason?: MessageText };
}
