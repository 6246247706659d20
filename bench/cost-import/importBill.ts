import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Compiled to CommonJS, whose names an import from here does not see. */
const load = createRequire(import.meta.url);
const plugin = '@atrium/plugin-cost-backend';
const parts = `${plugin}/src`;
const { openDatabase }: typeof import('@atrium/backend-common') = load(
  '@atrium/backend-common',
);
const { default: createKnex }: typeof import('knex') = load('knex');
const { from: copyFrom }: typeof import('pg-copy-streams') =
  load('pg-copy-streams');
const {
  ChargeStore,
}: typeof import('@atrium/plugin-cost-backend/src/imports/database/ChargeStore') =
  load(`${parts}/imports/database/ChargeStore`);
const {
  ImportStore,
}: typeof import('@atrium/plugin-cost-backend/src/imports/database/ImportStore') =
  load(`${parts}/imports/database/ImportStore`);
const {
  ImportRunner,
}: typeof import('@atrium/plugin-cost-backend/src/imports/ImportRunner') = load(
  `${parts}/imports/ImportRunner`,
);
const {
  Activation,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/Activation') =
  load(`${parts}/allocation/Activation`);
const {
  AllocationChanges,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/AllocationChanges') =
  load(`${parts}/allocation/AllocationChanges`);
const {
  readAllocation,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/definitions/chooseAllocation') =
  load(`${parts}/allocation/definitions/chooseAllocation`);
const {
  GenerationStore,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/generations/GenerationStore') =
  load(`${parts}/allocation/generations/GenerationStore`);
const {
  Recalculation,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/generations/Recalculation') =
  load(`${parts}/allocation/generations/Recalculation`);
const {
  KeyTargets,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/targets/KeyTargets') =
  load(`${parts}/allocation/targets/KeyTargets`);
const {
  WorldStore,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/targets/WorldStore') =
  load(`${parts}/allocation/targets/WorldStore`);
const {
  AllocationStore,
}: typeof import('@atrium/plugin-cost-backend/src/allocation/versions/AllocationStore') =
  load(`${parts}/allocation/versions/AllocationStore`);
const {
  CHARGE_COLUMNS,
}: typeof import('@atrium/plugin-cost-backend/src/imports/reading/ChargeEncoder') =
  load(`${parts}/imports/reading/ChargeEncoder`);
const {
  readInThread,
}: typeof import('@atrium/plugin-cost-backend/src/imports/reading/ReadingThread') =
  load(`${parts}/imports/reading/ReadingThread`);

const { BENCH_FILE = '', BENCH_HOME = '', BENCH_POSTGRES_URL } = process.env;
const SAMPLE_MS = 50;

const knex = createKnex({
  client: 'pg',
  connection: BENCH_POSTGRES_URL,
  searchPath: ['cost'],
  pool: { min: 0, max: 10 },
});

const imports = new ImportStore(knex);
const charges = new ChargeStore(knex);
const generations = new GenerationStore(knex);
const allocation = {
  allocations: new AllocationStore(knex),
  generations,
  knex,
  keyTargets: new KeyTargets(knex),
  recalculation: new Recalculation({ currency: 'EUR', generations, knex }),
  worlds: new WorldStore(knex),
};
const activation = new Activation({ ...allocation, onChange: () => undefined });
const changes = new AllocationChanges(allocation);

/** Rules that give every charge to somebody else. */
const RULES = `apiVersion: atrium.dev/v1
kind: CostAllocation
metadata:
  name: bench
spec:
  rules:
    - name: everything
      match:
        source: bench
      to:
        pool: everything
  pools:
    - name: everything
`;

async function main(): Promise<void> {
  await openDatabase({ getClient: async () => knex } as never, {
    packageName: plugin,
  });
  const before = process.memoryUsage.rss();
  const copySeconds = await measureCopy();

  let sumsSeconds = 0;
  const runner = new ImportRunner({
    activation: {
      async activate(...args) {
        sumsSeconds = await time(() => activation.activate(...args));
      },
    },
    charges,
    imports,
    logger: console as never,
    metrics: { countImport() {} } as never,
    onProgress: () => undefined,
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const seconds = await bringIn(runner, 'imported');
  clearInterval(sampler);
  delay.disable();

  const writesBefore = await countWrites();
  const againSeconds = await bringIn(runner, 'unchanged');
  const againChanges = (await countWrites()) - writesBefore;
  await runner.stop();
  await publishRules();
  const rulesSeconds = await time(() => changes.recalculate());
  process.stdout.write(
    `\n${JSON.stringify({
      copySeconds,
      importSeconds: seconds - sumsSeconds,
      sumsSeconds,
      peakMegabytes: peak / 1e6,
      grownMegabytes: (peak - before) / 1e6,
      blockedMs: delay.max / 1e6,
      againSeconds,
      againChanges,
      rulesSeconds,
    })}\n`,
  );
}

/** Has rules that are not in force yet. */
async function publishRules(): Promise<void> {
  const { allocation: read } = readAllocation({
    source: 'rules.yaml',
    content: RULES,
  });
  if (!read) {
    throw new Error('The rules of the bench are not valid');
  }
  await knex.transaction(trx =>
    allocation.allocations.add(trx, {
      ...read,
      version: 1,
      appliesFrom: undefined,
      changes: [],
    }),
  );
}

/** What is read once, copied into a table like that of an import. */
async function measureCopy(): Promise<number> {
  const folder = await mkdtemp(join(BENCH_HOME, 'copy-'));
  const lines = join(folder, 'lines');
  const reading = readInThread(await createTask(1, folder), () => undefined);
  await pipeline(reading.pieces, createWriteStream(lines));
  await reading.stop();
  const seconds = await time(() =>
    knex.transaction(async trx => {
      await trx.raw('CREATE TABLE copied (LIKE charges INCLUDING DEFAULTS)');
      const connection = await trx.client.acquireConnection();
      const columns = CHARGE_COLUMNS.join(', ');
      await pipeline(
        createReadStream(lines, { highWaterMark: 256 * 1024 }),
        connection.query(
          copyFrom(`COPY copied (${columns}) FROM STDIN WITH (FREEZE)`),
        ),
      );
      await trx.raw('CREATE INDEX ON copied (key_id, charge_start)');
    }),
  );
  await knex.raw('DROP TABLE copied');
  await rm(folder, { recursive: true });
  return seconds;
}

async function bringIn(
  runner: InstanceType<typeof ImportRunner>,
  expected: string,
): Promise<number> {
  const folder = await mkdtemp(join(BENCH_HOME, 'import-'));
  const { size } = await stat(BENCH_FILE);
  const importId = await imports.create({
    source: 'bench',
    name: 'bill.csv',
    format: 'focus',
    requestedBy: undefined,
    contentHash: 'bill',
    version: undefined,
    bytes: size,
  });
  const task = await createTask(importId, folder);
  let state = '';
  const seconds = await time(async () => {
    state = await runner.run({ ...task, contentHash: 'bill' });
  });
  await rm(folder, { recursive: true });
  if (state !== expected) {
    const row = await knex('imports').where({ id: importId }).first();
    throw new Error(`The import is ${state}: ${row.message}`);
  }
  return seconds;
}

async function createTask(importId: number, folder: string) {
  const { size } = await stat(BENCH_FILE);
  return {
    importId,
    source: 'bench',
    format: 'focus' as const,
    focusVersion: undefined,
    files: [{ path: BENCH_FILE, name: 'bill.csv', bytes: size }],
    folder,
    maxUnpackedBytes: size,
  };
}

/** Rows that were written, but for those that say that there was an import. */
async function countWrites(): Promise<number> {
  await sleep(2_000);
  const { rows } = await knex.raw(`
    SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS count
    FROM pg_stat_user_tables
    WHERE schemaname = 'cost' AND relname <> 'imports'`);
  return rows[0].count;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

main()
  .catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(() => knex.destroy());
