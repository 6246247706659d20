import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fillEntities } from './fillEntities.ts';
import { measureStock } from './measureStock.ts';
import { openResultPages } from './openResultPages.ts';
import { PROVIDER, SCORECARD } from './organisation.ts';

/** Compiled to CommonJS, whose names an import from here does not see. */
const load = createRequire(import.meta.url);
const plugin = '@atrium/plugin-scorecard-backend';
const { openDatabase }: typeof import('@atrium/backend-common') = load(
  '@atrium/backend-common',
);
const { default: createKnex }: typeof import('knex') = load('knex');
const {
  createStores,
}: typeof import('@atrium/plugin-scorecard-backend/src/database/createStores') =
  load(`${plugin}/src/database/createStores`);
const {
  createEngine,
}: typeof import('@atrium/plugin-scorecard-backend/src/createEngine') = load(
  `${plugin}/src/createEngine`,
);
const {
  DryRuns,
}: typeof import('@atrium/plugin-scorecard-backend/src/drafts/DryRuns') = load(
  `${plugin}/src/drafts/DryRuns`,
);
const {
  FactRegistry,
}: typeof import('@atrium/plugin-scorecard-backend/src/facts/FactRegistry') =
  load(`${plugin}/src/facts/FactRegistry`);

/** Rates in this process, as a replica of the portal does. */
const { BENCH_POSTGRES_URL, BENCH_ENTITIES, BENCH_STOCK, BENCH_STOCK_HOME } =
  process.env;
const ROUNDS = 40;

const knex = createKnex({
  client: 'pg',
  connection: BENCH_POSTGRES_URL,
  searchPath: ['scorecard'],
  pool: { min: 0, max: 10 },
});

const silent = { add() {}, record() {} };

async function main(): Promise<void> {
  const count = Number(BENCH_ENTITIES);
  await openDatabase({ getClient: async () => knex } as never, {
    packageName: plugin,
  });
  const stores = createStores(knex);
  const registry = new FactRegistry();
  registry.addProvider({
    description: PROVIDER,
    refreshMs: 3_600_000,
    collect: async () => new Map(),
  });
  const engine = createEngine({
    auditor: { createEvent: async () => ({ success() {}, fail() {} }) },
    auth: { getOwnServiceCredentials: async () => ({}) },
    config: { pushedFacts: [] },
    exemptions: { list: async () => [] },
    gitHosts: { openHistory: () => undefined },
    knex,
    lifecycle: { addShutdownHook() {} },
    logger: console,
    metrics: { createCounter: () => silent, createHistogram: () => silent },
    registry,
    signals: { publish: async () => {} },
    stores,
  } as never);
  await fillEntities(knex, count);
  await stores.files.saveFolder(new Map([['bench.yaml', SCORECARD]]), {
    naming: { reach: 'everything', ownerRefs: [] },
  });
  await engine.publisher.publish();
  await knex('scorecards').update({ past_wanted_at: null });

  const fullSeconds = await time(() => engine.evaluateTask.run());
  const { rows } = await knex.raw('SELECT count(*)::int AS count FROM results');
  if (rows[0].count !== count) {
    throw new Error(`${rows[0].count} of ${count} entities were rated`);
  }

  const changed = await knex('entities')
    .where('id', '<=', Math.ceil(count / 100))
    .pluck('id');
  await stores.facts.save(
    changed.map((entityId: number) => ({
      entityId,
      values: { one: 0, two: 0, three: 'changed', four: false },
    })),
    { provider: PROVIDER.id, freshnessMs: PROVIDER.freshnessMs },
  );
  const changedSeconds = await time(() => engine.evaluateTask.run());

  const readP95Ms = await p95(() => stores.reads.countRanks(undefined));
  const rawReadP95Ms = await p95(() =>
    knex.raw('SELECT scorecard, rank, count(*) FROM results GROUP BY 1, 2'),
  );
  const pages = openResultPages({ engine, knex, stores });
  const pageP95Ms = await p95(() => pages.read());
  const rawPageP95Ms = await p95(() => pages.readRaw());
  const dryRuns = new DryRuns({
    ...stores,
    ...engine,
    visible: { canSeeAll: async () => true, filter: async refs => refs },
  });
  const dryRunSeconds = await time(() =>
    dryRuns.create(
      { content: SCORECARD, reach: 'everything', weeks: 0 },
      {} as never,
    ),
  );
  const stockPerSecond = await measureStock({
    count: Number(BENCH_STOCK),
    home: BENCH_STOCK_HOME ?? '',
    url: BENCH_POSTGRES_URL ?? '',
    createKnex,
  });
  process.stdout.write(
    `\n${JSON.stringify({
      fullSeconds,
      changedSeconds,
      readP95Ms,
      rawReadP95Ms,
      pageP95Ms,
      rawPageP95Ms,
      dryRunSeconds,
      stockPerSecond,
    })}\n`,
  );
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(1000 * (await time(work)));
  }
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS * 0.95)];
}

main()
  .catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(() => knex.destroy());
