import {
  cutText,
  type SignalPublisher,
  toStorableText,
} from '@atrium/backend-common';
import type {
  DeliverySubject,
  IngestAnswer,
  IngestResult,
  IngestStatus,
} from '@atrium/plugin-delivery-common';
import { InputError, isError } from '@backstage/errors';
import type { DeliveryConfig } from '../../config/readDeliveryConfig';
import type {
  EventCount,
  EventStore,
  RefusedEvent,
} from '../../database/EventStore';
import type { OwnRepositoryStore } from '../../database/OwnRepositoryStore';
import type { AssignedPlace, PlaceStore } from '../../database/PlaceStore';
import type { DeliveryEvent } from '../../model/DeliveryEvent';
import type { EntityIndex } from '../catalog/buildEntityIndex';
import type { EntityResolver } from '../catalog/EntityResolver';
import { checkEventTime } from './checkEventTime';
import { isWithinSource } from './isWithinSource';
import { parseDeliveryEvent } from './parseDeliveryEvent';
import { subjectKey } from './toDeliveryFact';

interface IngestServiceOptions {
  store: EventStore;
  places: Pick<
    PlaceStore,
    | 'listUnresolved'
    | 'resolve'
    | 'listShared'
    | 'resolveShared'
    | 'listAssigned'
    | 'release'
  >;
  ownRepositories: Pick<OwnRepositoryStore, 'sync'>;
  resolver: Pick<EntityResolver, 'getIndex' | 'refresh'>;
  signals: Pick<SignalPublisher<DeliverySubject>, 'publish'>;
  /** Told when figures may have to be counted again. */
  onStored(): void;
  /** What happened before is refused. */
  retention: DeliveryConfig['retention'];
  /** For OpenTelemetry: what comes in, and how long that takes. */
  eventCounter: {
    add(count: number, attributes: { status: IngestResult['status'] }): void;
  };
  durations: { record(seconds: number): void };
}

interface IngestOptions {
  /** What the source of every event has to be, or to be below of. */
  sourcePrefix?: string;
}

const UNRESOLVED_LISTED = 200;
/** So that a backfill does not hold up everybody else. */
const BATCH = 500;

/** Takes events in, from wherever they come. */
export class IngestService {
  readonly #options: IngestServiceOptions;
  /** The version of the index that everything was last assigned by. */
  #assignedBy: string | undefined;

  constructor(options: IngestServiceOptions) {
    this.#options = options;
  }

  /**
   * Stores the events that are sound and new. One that is not does not keep the
   * others from being stored.
   */
  async ingest(
    values: unknown[],
    options: IngestOptions = {},
  ): Promise<IngestAnswer> {
    const receivedAt = new Date();
    const results: IngestResult[] = [];
    const refused: RefusedEvent[] = [];
    const events = new Map<string, DeliveryEvent>();
    const parsed: ParsedEvent[] = [];
    for (const [index, value] of values.entries()) {
      const result: IngestResult = {
        index,
        ...readIdentity(value),
        status: 'duplicate',
      };
      results.push(result);
      try {
        const event = parseDeliveryEvent(value, receivedAt.getTime());
        checkSource(event, options.sourcePrefix);
        checkEventTime(event, {
          receivedAt: receivedAt.getTime(),
          retention: this.#options.retention,
        });
        parsed.push({ event, result });
        events.set(event.key, event);
      } catch (error) {
        result.status = 'refused';
        result.reason = isError(error) ? error.message : String(error);
        refused.push({
          ...readIdentity(value),
          type: readText(value, 'type'),
          reason: result.reason,
        });
      }
    }

    const { store, resolver } = this.#options;
    const { accepted: added, changed } = await store.store(
      [...events.values()],
      {
        index: await resolver.getIndex(),
        receivedAt,
        count: accepted => {
          markAccepted(parsed, accepted);
          return countEvents({ parsed, refused, receivedAt });
        },
      },
    );
    if (added.size > 0) {
      this.#options.onStored();
    }
    if (refused.length > 0) {
      await store.refuse(refused, receivedAt);
    }
    this.#publish(changed);
    const answer = toAnswer(results);
    this.#meter(answer, receivedAt);
    return answer;
  }

  /** The same for any number of events, one batch after the other. */
  async ingestAll(values: unknown[]): Promise<IngestAnswer> {
    const results: IngestResult[] = [];
    for (let start = 0; start < values.length; start += BATCH) {
      const answer = await this.ingest(values.slice(start, start + BATCH));
      for (const result of answer.results) {
        results.push({ ...result, index: start + result.index });
      }
    }
    return toAnswer(results);
  }

  /** Whether a source has told of an incident that is not resolved. */
  hasOpenIncident(source: string, incidentId: string): Promise<boolean> {
    return this.#options.store.hasOpenIncident(
      subjectKey('incident', source, incidentId),
    );
  }

  /** What has come in so far. */
  async getStatus(): Promise<IngestStatus> {
    const { store, places, resolver } = this.#options;
    const index = await resolver.getIndex();
    const [counts, refusals, unresolved] = await Promise.all([
      store.listCounts(),
      store.listRefusals(),
      places.listUnresolved(),
    ]);
    return {
      counts,
      refusals,
      unresolved: unresolved.slice(0, UNRESOLVED_LISTED).map(place => {
        const match = index.find(place);
        return {
          ...place,
          // Found by now: the next run of the task assigns it.
          reason: match.entityRef === undefined ? match.reason : 'unknown',
        };
      }),
    };
  }

  /**
   * Looks again for the entities of what belonged to nobody, and once the catalog
   * says something else, of what it had assigned before.
   */
  async resolveUnmatched(): Promise<void> {
    const { places, resolver } = this.#options;
    await resolver.refresh();
    const index = await resolver.getIndex();
    if (index.version !== this.#assignedBy) {
      await this.#releaseMoved(index);
      this.#assignedBy = index.version;
    }
    const unresolved = await places.listUnresolved();
    if (unresolved.length === 0) {
      return;
    }
    const matches = unresolved.flatMap(place => {
      const { entityRef } = index.find(place);
      return entityRef ? [{ place, entityRef }] : [];
    });
    this.#publishAssigned(await places.resolve(matches));
    const shared = unresolved.flatMap(({ repository }) =>
      repository && index.isShared(repository) ? [repository] : [],
    );
    if (shared.length > 0) {
      const found = await places.listShared([...new Set(shared)]);
      const all = found.map(place => ({
        place,
        entityRefs: index.findAll(place),
      }));
      this.#publishAssigned(
        await places.resolveShared(
          all.filter(({ entityRefs }) => entityRefs.length > 0),
        ),
      );
    }
  }

  /**
   * Takes back what belongs to others by now. Where nobody has it any more, only
   * from entities that are still there and have not taken it along: one that is
   * missing may come back.
   */
  async #releaseMoved(index: EntityIndex): Promise<void> {
    const { places, ownRepositories } = this.#options;
    const own = await ownRepositories.sync(index, new Date());
    const moved = (await places.listAssigned()).filter(place => {
      const { entityRefs, table } = place;
      const isShared = table === 'runs' || table === 'changes';
      const found = isShared
        ? index.findAll(place)
        : [index.find(place).entityRef ?? []].flat();
      return found.length > 0
        ? found.join() !== entityRefs.join()
        : entityRefs.some(
            entityRef =>
              index.lifecycles.has(entityRef) &&
              !hasTakenAlong(place, index, { entityRef, own }),
          );
    });
    if (moved.length > 0) {
      this.#publishAssigned(await places.release(moved));
    }
  }

  #publishAssigned(changed: Map<string, Set<DeliverySubject>>): void {
    if (changed.size > 0) {
      this.#options.onStored();
      this.#publish(changed);
    }
  }

  #publish(changed: Map<string, Set<DeliverySubject>>): void {
    for (const [entityRef, subjects] of changed) {
      this.#options.signals.publish([entityRef], subjects);
    }
  }

  #meter(answer: IngestAnswer, receivedAt: Date): void {
    const { eventCounter, durations } = this.#options;
    const { accepted, duplicates, refused } = answer;
    eventCounter.add(accepted, { status: 'accepted' });
    eventCounter.add(duplicates, { status: 'duplicate' });
    eventCounter.add(refused, { status: 'refused' });
    durations.record((Date.now() - receivedAt.getTime()) / 1_000);
  }
}

/**
 * Whether a component had a place by where its catalog file lay, and has moved
 * since: the file lies in another repository, and nobody else has the former one.
 * A claim that counted by a rule, or for a service, is given up like any other.
 */
function hasTakenAlong(
  place: AssignedPlace,
  index: EntityIndex,
  options: { entityRef: string; own: Map<string, Set<string>> },
): boolean {
  const { entityRef, own } = options;
  const match = index.find(place);
  return (
    match.entityRef === undefined &&
    match.reason === 'unknown' &&
    place.repository !== undefined &&
    index.ownRepositories.has(entityRef) &&
    own.get(entityRef)?.has(place.repository) === true
  );
}

/** An event that was sound, and what is answered about it. */
interface ParsedEvent {
  event: DeliveryEvent;
  result: IngestResult;
}

/** Of two equal ones in a batch the first is the accepted one. */
function markAccepted(
  parsed: ParsedEvent[],
  accepted: ReadonlySet<string>,
): void {
  const left = new Set(accepted);
  for (const { event, result } of parsed) {
    if (left.delete(event.key)) {
      result.status = 'accepted';
    }
  }
}

/** Adds up what came in, per source and type. */
function countEvents(input: {
  parsed: ParsedEvent[];
  refused: RefusedEvent[];
  receivedAt: Date;
}): EventCount[] {
  const rows = new Map<string, EventCount>();
  const rowOf = (source = '', type = '') => {
    const key = JSON.stringify([source, type]);
    const row = rows.get(key) ?? {
      source,
      type,
      isKnown: false,
      accepted: 0,
      duplicates: 0,
      refused: 0,
      lastAt: input.receivedAt.toISOString(),
    };
    rows.set(key, row);
    return row;
  };
  for (const { event, result } of input.parsed) {
    const row = rowOf(event.source, event.type);
    row.isKnown = event.name !== undefined;
    row[result.status === 'accepted' ? 'accepted' : 'duplicates'] += 1;
  }
  for (const { source, type } of input.refused) {
    rowOf(source, type).refused += 1;
  }
  return [...rows.values()];
}

/** Neither an event nor its subject may pass for that of somebody else. */
function checkSource(event: DeliveryEvent, prefix?: string): void {
  for (const source of [event.source, event.fact?.source ?? event.source]) {
    if (prefix && !isWithinSource(source, prefix)) {
      throw new InputError(
        `'source' must be '${prefix}' or below it for this webhook, got '${source}'`,
      );
    }
  }
}

function readIdentity(value: unknown): { source?: string; id?: string } {
  return { source: readText(value, 'source'), id: readText(value, 'id') };
}

/** Of what was not checked, only what is surely text, so that it can be stored. */
function readText(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !(key in value)) {
    return undefined;
  }
  const text = (value as Record<string, unknown>)[key];
  return typeof text === 'string'
    ? cutText(toStorableText(text), 200)
    : undefined;
}

function toAnswer(results: IngestResult[]): IngestAnswer {
  const countOf = (status: IngestResult['status']) =>
    results.filter(result => result.status === status).length;
  return {
    accepted: countOf('accepted'),
    duplicates: countOf('duplicate'),
    refused: countOf('refused'),
    results,
  };
}
