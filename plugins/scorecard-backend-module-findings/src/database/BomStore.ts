import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { BomDocument, BomPackage } from '../formats/cyclonedx/Bom';
import type { BomIdentity } from '../formats/cyclonedx/BomLink';
import { parsePackageUrl } from '../model/packageUrl';
import type { AppliedScan } from './applyFindings';

type StoredPackage = [
  name: string,
  version: string | null,
  purl: string | null,
];

/** Of each tool and category of an entity: a VEX is written after its bill of materials. */
const KEPT = 3;

/** Knows what the last bills of materials of entities call their components. */
export class BomStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What refs of a document of an entity stand for; undefined where it is not kept. */
  async find(
    entityRef: string,
    { serial, version }: BomIdentity,
    refs: string[],
  ): Promise<Map<string, BomPackage | 'entity'> | undefined> {
    const byKey = new Map(refs.map(ref => [toKey(ref), ref]));
    const { rows } = await this.#knex.raw(
      `SELECT root_key, (
         SELECT coalesce(jsonb_object_agg(p.key, p.value), '{}')
         FROM jsonb_each(packages) p WHERE p.key = ANY (:keys::text[])
       ) AS found
       FROM finding_boms
       WHERE entity_ref = :entityRef AND serial = :serial AND version = :version`,
      { entityRef, serial, version, keys: [...byKey.keys()] },
    );
    const row: BomRow | undefined = rows[0];
    if (!row) {
      return undefined;
    }
    const found = new Map<string, BomPackage | 'entity'>();
    for (const [key, ref] of byKey) {
      const stored = row.found[key];
      if (key === row.root_key) {
        found.set(ref, 'entity');
      } else if (stored) {
        found.set(ref, toPackage(stored));
      }
    }
    return found;
  }
}

/**
 * Keeps a bill of materials beside the last ones of the same tool and category; one
 * without a serial number cannot be named.
 */
export async function keepBom(
  transaction: Knex.Transaction,
  { entityRef, category, scannedAt }: AppliedScan,
  { tool, document }: { tool: string; document?: BomDocument },
): Promise<void> {
  if (!document) {
    return;
  }
  const { serial, version, rootRef, packages } = document;
  await transaction('finding_boms')
    .insert({
      entity_ref: entityRef,
      serial,
      version,
      tool,
      category,
      stored_at: scannedAt,
      root_key: rootRef === undefined ? null : toKey(rootRef),
      packages: JSON.stringify(
        Object.fromEntries(
          [...packages].map(([ref, one]) => [toKey(ref), toStored(one)]),
        ),
      ),
    })
    .onConflict(['entity_ref', 'serial', 'version'])
    .merge();
  await transaction.raw(
    `DELETE FROM finding_boms b USING (
       SELECT serial, version,
         row_number() OVER (ORDER BY stored_at DESC, version DESC, serial) AS place
       FROM finding_boms
       WHERE entity_ref = :entityRef AND tool = :tool AND category = :category
     ) old
     WHERE b.entity_ref = :entityRef AND b.serial = old.serial
       AND b.version = old.version AND old.place > :kept`,
    { entityRef, tool, category, kept: KEPT },
  );
}

/** Refs are of any length, and tools write into them what is nobody's business. */
function toKey(ref: string): string {
  return createHash('sha256').update(ref).digest('base64url').slice(0, 22);
}

function toStored({ id, name, version }: BomPackage): StoredPackage {
  return [name, version ?? null, id?.purl ?? null];
}

function toPackage([name, version, purl]: StoredPackage): BomPackage {
  return {
    id: parsePackageUrl(purl),
    name,
    version: version ?? undefined,
  };
}

interface BomRow {
  root_key: string | null;
  found: Record<string, StoredPackage | undefined>;
}
