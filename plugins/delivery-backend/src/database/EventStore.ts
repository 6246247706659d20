import type { IngestRefusal } from '@atrium/plugin-delivery-common';
import type { EntityIndex } from '../catalog/buildEntityIndex';
import type { DeliveryEvent } from '../model/deliveryFact';

/** What storing a batch of events did. */
export interface StoredEvents {
  /** The keys of the events that were not there before. */
  accepted: Set<string>;
  /** Whose pages have changed, and in what. */
  changed: Map<string, Set<string>>;
}

/** How events are stored. */
export interface StoreOptions {
  index: EntityIndex;
  receivedAt: Date;
  /** What to add to the counts, once it is known what is new. */
  count(accepted: ReadonlySet<string>): EventCount[];
}

/** An event that was refused, as far as it could be read. */
export interface RefusedEvent {
  source?: string;
  id?: string;
  type?: string;
  reason: string;
}

/** What has come in from one source of one type. */
export interface EventCount {
  source: string;
  type: string;
  isKnown: boolean;
  accepted: number;
  duplicates: number;
  refused: number;
  lastAt: string;
}

/** Keeps events, and the state that follows from them. */
export interface EventStore {
  /**
   * Stores what is new, merges it into the state and counts it, all or nothing.
   * The keys of the events differ from each other.
   */
  store(events: DeliveryEvent[], options: StoreOptions): Promise<StoredEvents>;
  /** Remembers refusals; old ones are forgotten. */
  refuse(events: RefusedEvent[], at: Date): Promise<void>;
  listCounts(): Promise<EventCount[]>;
  listRefusals(): Promise<IngestRefusal[]>;
}
