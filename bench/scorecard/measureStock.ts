import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';

interface MeasureStockOptions {
  count: number;
  /** Where Tech Insights is installed. */
  home: string;
  url: string;
  createKnex(config: Knex.Config): Knex;
}

const RETRIEVER = 'bench';
const logger = {
  info() {},
  debug() {},
  warn() {},
  error() {},
  child: () => logger,
};

/** How many entities a second the JSON rules engine of Tech Insights checks. */
export async function measureStock({
  count,
  createKnex,
  home,
  url,
}: MeasureStockOptions): Promise<number> {
  const load = createRequire(join(home, 'package.json'));
  const { initializePersistenceContext } = load(
    '@backstage-community/plugin-tech-insights-backend',
  );
  const { JsonRulesEngineFactCheckerFactory } = load(
    '@backstage-community/plugin-tech-insights-backend-module-jsonfc',
  );
  const knex = createKnex({
    client: 'pg',
    connection: url,
    searchPath: ['tech_insights'],
    pool: { min: 0, max: 10 },
  });
  try {
    const { techInsightsStore } = await initializePersistenceContext(
      { getClient: async () => knex },
      { logger },
    );
    await techInsightsStore.insertFactSchema({
      id: RETRIEVER,
      version: '1.0.0',
      schema: {
        one: { type: 'integer', description: 'One' },
        two: { type: 'integer', description: 'Two' },
        three: { type: 'string', description: 'Three' },
        four: { type: 'boolean', description: 'Four' },
      },
    });
    await techInsightsStore.insertFacts({
      id: RETRIEVER,
      facts: Array.from({ length: count }, (_, index) => ({
        entity: { namespace: 'default', kind: 'component', name: `c${index}` },
        facts: {
          one: index % 100,
          two: index % 10,
          three: `text-${index % 7}`,
          four: index % 3 === 0,
        },
      })),
    });
    const checker = new JsonRulesEngineFactCheckerFactory({
      checks: Array.from({ length: 20 }, (_, index) => toCheck(index)),
      logger,
    }).construct(techInsightsStore);
    const startedAt = performance.now();
    for (let index = 0; index < count; index++) {
      const results = await checker.runChecks(`component:default/c${index}`);
      if (results.length !== 20) {
        throw new Error(`Tech Insights answered ${results.length} checks`);
      }
    }
    return count / ((performance.now() - startedAt) / 1000);
  } finally {
    await knex.destroy();
  }
}

/** The checks of the scorecard, as far as its rules can say them. */
function toCheck(index: number) {
  const conditions = [
    [{ fact: 'one', operator: 'greaterThan', value: index * 4 }],
    [
      { fact: 'two', operator: 'greaterThanInclusive', value: index % 10 },
      { fact: 'four', operator: 'equal', value: true },
    ],
    [{ fact: 'three', operator: 'equal', value: `text-${index % 7}` }],
    [{ fact: 'one', operator: 'lessThan', value: index }],
  ][index % 4];
  return {
    id: `check${index}`,
    type: 'json-rules-engine',
    name: `Check ${index}`,
    description: 'A check',
    factIds: [RETRIEVER],
    rule: { conditions: { all: conditions } },
  };
}
