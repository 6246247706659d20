import {
  type CheckOutcome,
  scorecardDefinitionSchema,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';

/** How an entity stands in the sample scorecard. */
export interface SeededEntity {
  ref: string;
  title?: string;
  owners?: string[];
  systems?: string[];
  rank?: number | null;
  score?: number | null;
  outcomes?: Partial<
    Record<'has-owner' | 'has-docs' | 'has-slo', CheckOutcome>
  >;
}

/** Two levels with a check each, and one check without a level. */
export const readiness = scorecardDefinitionSchema.parse({
  apiVersion: 'atrium.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'readiness', title: 'Production readiness' },
  spec: {
    owner: 'group:default/platform-team',
    levels: [
      { name: 'bronze', title: 'Bronze', color: 'bronze' },
      { name: 'gold', title: 'Gold', color: 'gold' },
    ],
    checks: [
      {
        name: 'has-owner',
        title: 'Has an owner',
        level: 'bronze',
        weight: 2,
        category: 'Ownership',
        effort: 'minutes',
        expression: 'facts.catalog.hasOwner',
        fix: {
          text: 'Say who owns `${{ entity.metadata.name }}`.',
          file: {
            path: '.github/CODEOWNERS',
            content: '* @acme/${{ entity.metadata.name }}\n',
          },
        },
      },
      {
        name: 'has-docs',
        title: 'Has documentation',
        level: 'gold',
        expression: 'facts.docs.isPresent',
      },
      {
        name: 'has-slo',
        title: 'Has an SLO',
        expression: 'facts.slo.count > 0',
        countsFrom: '2027-03-01',
      },
    ],
  },
});

/** When the sample results were worked out. */
export const SEEDED_AT = '2026-11-28T12:00:00.000Z';

/** Puts a scorecard and how entities stand in it where the engine would. */
export async function seedResults(
  knex: Knex,
  entities: SeededEntity[],
  definition = readiness,
): Promise<void> {
  const { name } = definition.metadata;
  await knex('scorecards')
    .insert({
      name,
      source: 'scorecards.yaml',
      reach: 'everything',
      definition: JSON.stringify(definition),
      line: 1,
      content: '',
      hash: name,
      version: 1,
      published_at: '2026-09-01T00:00:00Z',
      evaluated_at: SEEDED_AT,
    })
    .onConflict('name')
    .merge(['definition', 'version']);
  await knex('scorecard_versions')
    .insert({
      name,
      version: 1,
      definition: JSON.stringify(definition),
      content: '',
      changes: [],
      published_at: '2026-09-01T00:00:00Z',
    })
    .onConflict(['name', 'version'])
    .ignore();
  for (const entity of entities) {
    const [{ id }] = await knex('entities')
      .insert({
        entity_ref: entity.ref,
        kind: entity.ref.split(':')[0],
        title: entity.title,
        owner_refs: entity.owners ?? [],
        system_refs: entity.systems ?? [],
        shape: JSON.stringify({
          kind: 'Component',
          metadata: { name: entity.ref.split('/')[1] },
        }),
        hash: entity.ref,
      })
      .onConflict('entity_ref')
      .merge(['title', 'owner_refs', 'system_refs'])
      .returning<{ id: number }[]>('id');
    const outcomes = {
      'has-owner': 'pass',
      'has-docs': 'pass',
      'has-slo': 'pass',
      ...entity.outcomes,
    };
    const count = (outcome: CheckOutcome) =>
      Object.values(outcomes).filter(one => one === outcome).length;
    await knex('results')
      .insert({
        scorecard: name,
        entity_id: id,
        version: 1,
        rank: entity.rank === undefined ? 2 : entity.rank,
        score: entity.score === undefined ? 1 : entity.score,
        pass: count('pass'),
        fail: count('fail'),
        unknown: count('unknown'),
        exempt: count('exempt'),
        not_applicable: count('not-applicable'),
        outcomes: JSON.stringify(outcomes),
        since: '{}',
        reasons: '{}',
        rated_since: '2026-10-01T00:00:00Z',
        level_since: '2026-11-01T00:00:00Z',
        evaluated_at: SEEDED_AT,
      })
      .onConflict(['scorecard', 'entity_id'])
      .merge();
  }
}
