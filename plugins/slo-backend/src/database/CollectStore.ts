import { isRefusedData, toStorableJson } from '@atrium/backend-common';
import type {
  SloDefinition,
  SloObjective,
  SloQueryPart,
} from '@atrium/plugin-slo-common';
import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import type { MinuteCount } from './MinuteCount';
import { writeCounts } from './writeCounts';

/** What a source wants to remember, by what its query measures. */
export type CollectState = Partial<Record<SloQueryPart, JsonValue>>;

/** A series that sources are asked for. */
export interface CollectedSeries {
  id: number;
  /** Of one of the SLOs that read it. */
  entityRef: string;
  definition: SloDefinition;
  objective: SloObjective;
  /** Missing before the first time. */
  collectedUntil?: Date;
  state: CollectState;
  /** Of the last time. */
  problem?: string;
}

/** What came of asking for a series. */
export interface CollectedCounts {
  seriesId: number;
  counts: MinuteCount[];
  /** Missing where nothing was learnt, so that the same is asked again. */
  collectedUntil?: Date;
  state: CollectState;
  problem?: string;
  warning?: string;
}

const LIST = `
  SELECT DISTINCT ON (s.id) s.id, s.collected_until, s.collect_state, s.problem,
    o.key AS objective, slos.entity_ref, slos.definition
  FROM series s
  JOIN objectives o ON o.series_id = s.id AND o.removed_at IS NULL
  JOIN slos ON slos.id = o.slo_id AND slos.removed_at IS NULL
  WHERE s.is_collected
  ORDER BY s.id, o.id`;

const SAVE = `
  UPDATE series SET
    collected_until = coalesce(c."collectedUntil", series.collected_until),
    collect_state = coalesce(series.collect_state, '{}') || c.state,
    problem = c.problem, warning = c.warning
  FROM jsonb_to_recordset(?) AS c ("seriesId" integer,
    "collectedUntil" timestamptz, state jsonb, problem text, warning text)
  WHERE series.id = c."seriesId"`;

/** Keeps how far what was collected. */
export class CollectStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listCollected(): Promise<CollectedSeries[]> {
    const { rows } = await this.#knex.raw(LIST);
    return rows.flatMap((row: CollectedRow) => {
      const objective = row.definition.objectives.find(
        ({ id }) => id === row.objective,
      );
      return objective
        ? {
            id: row.id,
            entityRef: row.entity_ref,
            definition: row.definition,
            objective,
            collectedUntil: row.collected_until ?? undefined,
            state: row.collect_state ?? {},
            problem: row.problem ?? undefined,
          }
        : [];
    });
  }

  /**
   * Writes counts together with how far they go. What the database refuses of one
   * series stops no other.
   *
   * @returns What was refused, by series.
   */
  async save(collected: CollectedCounts[]): Promise<Map<number, unknown>> {
    try {
      await this.#saveTogether(collected);
      return new Map();
    } catch (error) {
      if (!isRefusedData(error)) {
        throw error;
      }
      if (collected.length === 1) {
        const [{ seriesId }] = collected;
        const problem = 'The database refused what its sources answered';
        await this.#saveTogether([
          { seriesId, counts: [], state: {}, problem },
        ]);
        return new Map([[seriesId, error]]);
      }
    }
    const refused = new Map<number, unknown>();
    for (const one of collected) {
      for (const [seriesId, error] of await this.save([one])) {
        refused.set(seriesId, error);
      }
    }
    return refused;
  }

  async #saveTogether(collected: CollectedCounts[]): Promise<void> {
    await this.#knex.transaction(async tx => {
      await writeCounts(
        tx,
        collected.flatMap(({ counts }) => counts),
      );
      await tx.raw(SAVE, [
        toStorableJson(collected.map(({ counts: _, ...rest }) => rest)),
      ]);
    });
  }
}

interface CollectedRow {
  id: number;
  collected_until: Date | null;
  collect_state: CollectedSeries['state'] | null;
  problem: string | null;
  objective: string;
  entity_ref: string;
  definition: CollectedSeries['definition'];
}
