import type { Page } from '@atrium/common';
import type { SloExclusion } from '@atrium/plugin-slo-common';

/** Which exclusions of an entity are wanted. */
export interface ExclusionPageRequest {
  entityRef: string;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/** A new exclusion. */
export type NewExclusion = Omit<SloExclusion, 'id'> & { sloId?: string };

/** Keeps the times that do not count. */
export interface ExclusionStore {
  /** Newest first, removed ones included. */
  list(request: ExclusionPageRequest): Promise<Page<SloExclusion>>;
  /** Those of some entities that still do not count. */
  listCurrent(entityRefs: string[]): Promise<SloExclusion[]>;
  get(id: string): Promise<SloExclusion | undefined>;
  create(exclusion: NewExclusion): Promise<SloExclusion>;
  /** Has a time count again; says nothing where it does already. */
  remove(
    id: string,
    by: { deletedBy: string; deletedAt: string },
  ): Promise<SloExclusion | undefined>;
}
