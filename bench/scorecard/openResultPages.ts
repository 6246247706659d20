import { createRequire } from 'node:module';
import type { Knex } from 'knex';

/** Compiled to CommonJS, whose names an import from here does not see. */
const load = createRequire(import.meta.url);
const {
  createReads,
}: typeof import('@atrium/plugin-scorecard-backend/src/reads/createReads') =
  load('@atrium/plugin-scorecard-backend/src/reads/createReads');

interface OpenResultPagesOptions {
  engine: object;
  knex: Knex;
  stores: object;
}

const NAME = 'bench';
const LIMIT = 20;

/** A page of results as the portal reads it, and as SQL alone does. */
export function openResultPages(options: OpenResultPagesOptions) {
  const { knex } = options;
  const { resultReads } = createReads({
    ...options.engine,
    ...options,
    catalog: {},
    grantedExemptions: { list: async () => [] },
    permissions: {
      authorizeConditional: async () => [{ result: 'ALLOW' }],
    },
    userInfo: {},
  } as never);
  return {
    async read(): Promise<void> {
      const { items } = await resultReads.list(
        { scorecard: NAME, sort: 'score', limit: LIMIT } as never,
        { credentials: { principal: { type: 'service' } } } as never,
      );
      if (items.length !== LIMIT) {
        throw new Error(`A page has ${items.length} results`);
      }
    },
    async readRaw(): Promise<void> {
      await Promise.all([
        knex.raw(
          `SELECT r.*, n.entity_ref, n.title, n.owner_refs, n.system_refs
           FROM results r
           JOIN entities n ON n.id = r.entity_id AND n.removed_at IS NULL
           WHERE r.scorecard = ?
           ORDER BY r.score ASC NULLS FIRST, r.entity_id DESC LIMIT ?`,
          [NAME, LIMIT + 1],
        ),
        knex.raw(
          `SELECT count(*) FROM results r
           JOIN entities n ON n.id = r.entity_id AND n.removed_at IS NULL
           WHERE r.scorecard = ?`,
          [NAME],
        ),
      ]);
    },
  };
}
