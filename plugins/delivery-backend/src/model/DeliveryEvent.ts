import type {
  CdEventName,
  DeploymentKind,
} from '@atrium/plugin-delivery-common';
import type { SubjectState } from './mergeSubjectStates';
import type { SubjectKind } from './subjectDefinitions';

/** What one event says about a subject. */
export interface Observation {
  type: 'observation';
  kind: SubjectKind;
  /** The digest of what identifies the subject. */
  id: string;
  source: string;
  subjectId: string;
  state: SubjectState;
}

/** What one event says happened to a service in an environment. */
export interface DeploymentFact {
  type: 'deployment';
  id: string;
  source: string;
  kind: DeploymentKind;
  service: string;
  environment: string;
  at: number;
  entityRef?: string;
  repository?: string;
  version?: string;
  artifactId?: string;
  artifactKey?: string;
  commit?: string;
  committedAt?: string;
  actor?: string;
  runId?: string;
  url?: string;
  cause?: string;
}

/** An event that was understood. */
export interface DeliveryEvent {
  /** The digest of source and id. */
  key: string;
  source: string;
  id: string;
  type: string;
  /** Absent for a type that changes nothing. */
  name?: CdEventName;
  occurredAt: number;
  /** The whole event, as JSON. */
  payload: string;
  fact?: Observation | DeploymentFact;
}
