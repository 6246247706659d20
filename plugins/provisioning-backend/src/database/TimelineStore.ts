import {
  cutText,
  toStorableJson,
  toStorableText,
} from '@atrium/backend-common';
import type { FieldMessages, FieldText } from '@atrium/common';
import type {
  ResourceState,
  TimelineEntry,
} from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';
import { words } from '../provisioningWords';
import { type MessageText, toText } from './messageText';

/** Something that happened to a resource. */
export interface NewTimelineEntry {
  resourceId: string;
  requestId?: string;
  kind: TimelineEntry['kind'];
  title: FieldText;
  detail?: FieldText;
  status?: TimelineEntry['status'];
  from?: ResourceState;
  to?: ResourceState;
  actorRef?: string;
}

/** What an entry says, in English and in no language. */
export function toTimelineText({
  title,
  detail,
}: Pick<NewTimelineEntry, 'title' | 'detail'>) {
  return words.fields({ title, ...(detail !== undefined && { detail }) });
}

/** The row of a new entry. */
export function toTimelineRow(entry: NewTimelineEntry) {
  const { title, detail, messages } = toTimelineText(entry);
  return {
    resource_id: entry.resourceId,
    request_id: entry.requestId ?? null,
    kind: entry.kind,
    title: toStorableText(title),
    detail: detail === undefined ? null : toStorableText(detail),
    messages: toStorableJson(messages),
    status: entry.status ?? null,
    from_state: entry.from ?? null,
    to_state: entry.to ?? null,
    actor_ref: entry.actorRef ?? null,
  };
}

/** Characters of what a driver says while it is at work. */
const PROGRESS_LENGTH = 500;

/** Keeps what happened to resources. */
export class TimelineStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds an entry, at the time of the transaction. */
  async add(trx: Knex, entry: NewTimelineEntry): Promise<void> {
    await trx('timeline').insert(toTimelineRow(entry));
  }

  /** Says how far a step has come; what its title is made of stays. */
  async reportProgress(
    trx: Knex,
    id: string,
    message: MessageText,
  ): Promise<void> {
    const parts = typeof message === 'string' ? undefined : [message];
    await trx('timeline')
      .where({ id })
      .update({
        detail: cutText(toStorableText(toText(message)), PROGRESS_LENGTH),
        messages: parts
          ? trx.raw("coalesce(messages, '{}') || ?::jsonb", [
              toStorableJson({ detail: parts }),
            ])
          : trx.raw("messages - 'detail'"),
      });
  }

  /** What happened to a resource, the oldest first. */
  async listOfResource(resourceId: string): Promise<TimelineEntry[]> {
    const rows = await this.#knex<TimelineRow>('timeline')
      .where({ resource_id: resourceId })
      .orderBy('id');
    return rows.map(toEntry);
  }

  /** What happened because of a request, the oldest first. */
  async listOfRequest(requestId: string): Promise<TimelineEntry[]> {
    const rows = await this.#knex<TimelineRow>('timeline')
      .where({ request_id: requestId })
      .orderBy('id');
    return rows.map(toEntry);
  }
}

interface TimelineRow {
  id: string;
  resource_id: string;
  request_id: string | null;
  at: Date;
  kind: TimelineEntry['kind'];
  title: string;
  detail: string | null;
  messages: FieldMessages | null;
  status: TimelineEntry['status'] | null;
  from_state: ResourceState | null;
  to_state: ResourceState | null;
  actor_ref: string | null;
}

function toEntry(row: TimelineRow): TimelineEntry {
  return {
    at: row.at.toISOString(),
    kind: row.kind,
    title: row.title,
    detail: row.detail ?? undefined,
    messages: row.messages ?? undefined,
    status: row.status ?? undefined,
    from: row.from_state ?? undefined,
    to: row.to_state ?? undefined,
    actorRef: row.actor_ref ?? undefined,
    requestId: row.request_id ?? undefined,
  };
}
