import type { DeliverySubject } from '@atrium/plugin-delivery-common';
import type { SubjectState, TimeRules } from './mergeSubjectStates';

/** What events can be about, deployments aside. */
export type SubjectKind =
  | 'run'
  | 'taskRun'
  | 'change'
  | 'artifact'
  | 'incident'
  | 'ticket';

type ColumnType = 'text' | 'text[]' | 'uuid' | 'timestamptz';

/** What follows from a state, and is stored beside it to be searched. */
interface Derived {
  /** Where the subject stands in time, for lists. */
  at: number;
  /** Further columns. */
  columns: Record<string, string>;
}

/** How the subjects of one kind are kept. */
export interface SubjectDefinition {
  kind: SubjectKind;
  table: string;
  /** The column that holds what the emitter calls the subject. */
  idColumn: string;
  times: TimeRules;
  fields: Record<string, ColumnType>;
  /** What a required column says while no event has a value. */
  defaults: Record<string, string>;
  derived: Record<string, ColumnType>;
  derive(state: SubjectState): Derived;
  /**
   * Whether it may belong to several components: there is a row for each then.
   */
  isShared: boolean;
  /** Whether events about it change the metrics of its entity. */
  countsForDora: boolean;
  /** What signals call it. */
  signal?: DeliverySubject;
}

/** The columns that name, or lead to, the entity of a subject. */
const place = {
  entity_ref: 'text',
  repository: 'text',
  service: 'text',
} as const;

const executionTimes = {
  queued_at: 'earliest',
  started_at: 'earliest',
  finished_at: 'latest',
} as const satisfies TimeRules;

function deriveExecution({ times, updatedAt }: SubjectState): Derived {
  const { queued_at: queued, started_at: started, finished_at: ended } = times;
  const status = started === undefined ? 'queued' : 'running';
  return {
    at: started ?? queued ?? ended ?? updatedAt,
    columns: { status: ended === undefined ? status : 'finished' },
  };
}

/** Open again when it was opened after it was last ended. */
function isEnded(openedAt: number | undefined, endedAt: number | undefined) {
  return endedAt !== undefined && endedAt >= (openedAt ?? endedAt);
}

/** How each kind of subject is kept. */
export const subjectDefinitions = {
  run: {
    kind: 'run',
    table: 'runs',
    idColumn: 'run_id',
    times: executionTimes,
    fields: {
      ...place,
      pipeline: 'text',
      branch: 'text',
      commit: 'text',
      actor: 'text',
      trigger: 'text',
      url: 'text',
      errors: 'text',
      outcome: 'text',
      paths: 'text[]',
    },
    defaults: { pipeline: 'unnamed' },
    derived: { status: 'text' },
    derive: deriveExecution,
    isShared: true,
    countsForDora: false,
    signal: 'run',
  },
  taskRun: {
    kind: 'taskRun',
    table: 'task_runs',
    idColumn: 'task_run_id',
    times: executionTimes,
    fields: {
      ...place,
      run_key: 'uuid',
      task: 'text',
      url: 'text',
      errors: 'text',
      outcome: 'text',
    },
    defaults: { task: 'unnamed' },
    derived: { status: 'text' },
    derive: deriveExecution,
    isShared: false,
    countsForDora: false,
  },
  change: {
    kind: 'change',
    table: 'changes',
    idColumn: 'change_id',
    times: {
      first_commit_at: 'earliest',
      created_at: 'earliest',
      opened_at: 'latest',
      first_reviewed_at: 'earliest',
      merged_at: 'earliest',
      abandoned_at: 'latest',
    },
    fields: {
      ...place,
      title: 'text',
      number: 'text',
      url: 'text',
      branch: 'text',
      commit: 'text',
      actor: 'text',
      paths: 'text[]',
    },
    defaults: {},
    derived: { state: 'text' },
    derive({ times, updatedAt }) {
      const { merged_at: merged, abandoned_at: abandoned } = times;
      const isAbandoned = isEnded(times.opened_at, abandoned);
      const state = isAbandoned ? 'abandoned' : 'open';
      return {
        at: merged ?? times.created_at ?? abandoned ?? updatedAt,
        columns: { state: merged === undefined ? state : 'merged' },
      };
    },
    isShared: true,
    countsForDora: true,
    signal: 'change',
  },
  artifact: {
    kind: 'artifact',
    table: 'artifacts',
    idColumn: 'artifact_id',
    times: { packaged_at: 'earliest', published_at: 'earliest' },
    fields: { ...place, version: 'text', commit: 'text' },
    defaults: {},
    derived: {},
    derive({ times, updatedAt }) {
      const at = times.packaged_at ?? times.published_at ?? updatedAt;
      return { at, columns: {} };
    },
    isShared: false,
    countsForDora: false,
  },
  incident: {
    kind: 'incident',
    table: 'incidents',
    idColumn: 'incident_id',
    times: {
      detected_at: 'earliest',
      opened_at: 'latest',
      resolved_at: 'latest',
    },
    fields: {
      ...place,
      environment: 'text',
      description: 'text',
      artifact_id: 'text',
      url: 'text',
    },
    defaults: {},
    derived: { state: 'text' },
    derive({ times, updatedAt }) {
      const { detected_at: detected, resolved_at: resolved } = times;
      const isResolved = isEnded(times.opened_at, resolved);
      return {
        at: detected ?? resolved ?? updatedAt,
        columns: { state: isResolved ? 'resolved' : 'open' },
      };
    },
    isShared: false,
    countsForDora: true,
    signal: 'incident',
  },
  ticket: {
    kind: 'ticket',
    table: 'tickets',
    idColumn: 'ticket_id',
    times: {
      created_at: 'earliest',
      opened_at: 'latest',
      closed_at: 'latest',
    },
    fields: {
      ...place,
      number: 'text',
      title: 'text',
      type: 'text',
      ticket_group: 'text',
      priority: 'text',
      labels: 'text[]',
      creator: 'text',
      assignees: 'text[]',
      resolution: 'text',
      url: 'text',
    },
    defaults: {},
    derived: { state: 'text' },
    derive({ times, updatedAt }) {
      const { created_at: created, closed_at: closed } = times;
      const isClosed = isEnded(times.opened_at, closed);
      return {
        at: created ?? closed ?? updatedAt,
        columns: { state: isClosed ? 'closed' : 'open' },
      };
    },
    isShared: false,
    countsForDora: false,
    signal: 'ticket',
  },
} satisfies Record<SubjectKind, SubjectDefinition>;

type Definitions = typeof subjectDefinitions;

/** What an event says about a subject of one kind, by column. */
export interface ObservedColumns<Kind extends SubjectKind> {
  times: { [Column in keyof Definitions[Kind]['times']]?: number };
  fields: {
    [Column in keyof Definitions[Kind]['fields']]?: Definitions[Kind]['fields'][Column] extends 'text[]'
      ? string[]
      : string;
  };
}
