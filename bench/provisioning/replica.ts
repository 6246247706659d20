import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createNoOpDriver, createSimulatorDriver } from './simulatorDriver.ts';

/** Compiled to CommonJS, whose names an import from here does not see. */
const load = createRequire(import.meta.url);
const plugin = '@atrium/plugin-provisioning-backend';
const { openDatabase }: typeof import('@atrium/backend-common') = load(
  '@atrium/backend-common',
);
const { default: createKnex }: typeof import('knex') = load('knex');
const {
  createStores,
}: typeof import('@atrium/plugin-provisioning-backend/src/database/createStores') =
  load(`${plugin}/src/database/createStores`);
const {
  createEngine,
}: typeof import('@atrium/plugin-provisioning-backend/src/engine/createEngine') =
  load(`${plugin}/src/engine/createEngine`);
const {
  DriverRegistry,
}: typeof import('@atrium/plugin-provisioning-backend/src/services/DriverRegistry') =
  load(`${plugin}/src/services/DriverRegistry`);
const {
  EncryptionKeys,
}: typeof import('@atrium/plugin-provisioning-backend/src/services/secrets/EncryptionKeys') =
  load(`${plugin}/src/services/secrets/EncryptionKeys`);
const {
  DriftTask,
}: typeof import('@atrium/plugin-provisioning-backend/src/tasks/DriftTask') =
  load(`${plugin}/src/tasks/DriftTask`);

/**
 * One replica: the engine of provisioning as it runs in the portal, on a database
 * that it shares with others, in front of the simulated provider.
 */
const {
  BENCH_PORT,
  BENCH_POSTGRES_URL,
  BENCH_SIMULATOR_URL = '',
  BENCH_SETTLE_MS = '0',
  BENCH_CONCURRENCY = '5',
} = process.env;

const knex = createKnex({
  client: 'pg',
  connection: BENCH_POSTGRES_URL,
  searchPath: ['provisioning'],
  pool: { min: 0, max: 10 },
});

const logger = {
  info() {},
  debug() {},
  warn: tell,
  error: tell,
  child: () => logger,
};
const silent = { add() {}, record() {} };
const metrics = new Proxy({}, { get: () => () => silent }) as Parameters<
  typeof createEngine
>[0]['metrics'];

const drivers = new DriverRegistry();
drivers.addDriver(
  createSimulatorDriver({
    id: 'simulator',
    url: BENCH_SIMULATOR_URL,
    settleMs: Number(BENCH_SETTLE_MS),
    maxConcurrency: Number(BENCH_CONCURRENCY),
  }),
);
drivers.addDriver(createNoOpDriver(Number(BENCH_CONCURRENCY)));
const stores = createStores(knex);
const engine = createEngine({
  drivers,
  events: { async publish() {}, async subscribe() {} },
  installationId: 'bench',
  keys: new EncryptionKeys(['the-same-key-for-all-replicas-of-a-bench']),
  knex,
  lifecycle: { addShutdownHook() {}, addStartupHook() {} },
  logger,
  metrics,
  signals: { async publish() {} },
  stores,
});

/** Requests so many resources, each in a transaction of its own, ten at once. */
async function request(options: { count: number; driver: string }) {
  const ids = Array.from({ length: options.count }, () => randomUUID());
  const waiting = [...ids];
  const lane = async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      const resourceId = id;
      await knex.transaction(async trx => {
        const resource = newResource(resourceId, options.driver);
        await stores.resources.insert(trx, resource, {
          title: 'Requested',
          request: newRequest(resourceId),
        });
        engine.queue.enqueue(trx, resource);
      });
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  return ids;
}

/** Looks at everything that lives, as the task does. */
async function sweep() {
  const task = new DriftTask({
    ...engine,
    concurrency: 10,
    drivers,
    knex,
    logger,
    maximumAgeMs: 15 * 60_000,
    stores,
  });
  await task.run(new AbortController().signal);
  return [];
}

/** What the bench asks for; everything else asks who works here. */
async function answer({ pathname, searchParams }: URL): Promise<string[]> {
  switch (pathname) {
    case '/request':
      return request({
        count: Number(searchParams.get('count')),
        driver: searchParams.get('driver') ?? 'simulator',
      });
    case '/sweep':
      return sweep();
    default:
      return [engine.claims.workerId];
  }
}

async function main() {
  await openDatabase({ getClient: async () => knex }, { packageName: plugin });
  await engine.worker.start();
  createServer((req, res) => {
    const work = answer(new URL(req.url ?? '', 'http://replica'));
    work.then(
      ids => res.end(JSON.stringify(ids)),
      error => {
        tell(String(error));
        res.writeHead(500).end();
      },
    );
  }).listen(Number(BENCH_PORT), '127.0.0.1');
}

process.once('SIGTERM', () => {
  void engine.worker.stop().then(() => process.exit(0));
});

function tell(message: string, details?: object): void {
  process.stderr.write(`${message} ${JSON.stringify(details ?? {})}\n`);
}

function newResource(id: string, driver: string) {
  const name = `bench-${id.slice(0, 12)}`;
  return {
    id,
    name,
    providerName: name,
    type: 'postgres',
    class: 'default',
    environment: 'dev',
    environmentType: 'development',
    ownerRef: 'group:default/bench',
    scopeRef: `component:default/${name}`,
    entityRefs: [`component:default/${name}`],
    definition: 'bench',
    driver,
    plan: 'small',
    inputs: {},
    parameters: {},
    fingerprint: 'one',
    deletion: 'delete' as const,
    state: 'approved' as const,
  };
}

function newRequest(resourceId: string) {
  return {
    id: randomUUID(),
    resourceId,
    kind: 'create' as const,
    state: 'approved' as const,
    requesterRef: 'user:default/bench',
    input: {},
    change: {},
    preview: {
      losers: [],
      changes: [],
      approval: { isRequired: false, reasons: [], approverRefs: [] },
      violations: [],
    },
    planHash: 'bench',
    approverRefs: [],
    approvalReasons: [],
  };
}

void main();
