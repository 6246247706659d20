import { Failure } from '@atrium/launcher/src/report.ts';
import { signIn } from '@atrium/launcher/src/token/signIn.ts';
import type { BenchContext, BenchResult } from '../Bench.ts';
import { alternate } from '../portals/alternate.ts';
import { fillCatalogs } from '../portals/fillCatalogs.ts';
import { openPortals } from '../portals/openPortals.ts';
import type { Portal, Portals } from '../portals/Portal.ts';
import { StartClock } from '../portals/StartClock.ts';
import { startPortal } from '../portals/startPortal.ts';
import type { Figure, Limit } from '../report/Figure.ts';
import { quantile } from '../report/statistics.ts';
import { comparedReads } from './comparedReads.ts';
import { seedCatalog } from './seedCatalog.ts';
import { waitForBills } from './waitForBills.ts';
import { waitUntilCalm, watchIdle } from './watchIdle.ts';

const DEFAULT_ROUNDS = 2;
const DEFAULT_COMPONENTS = 10_000;
const READS = 40;
/**
 * Code is compiled once it has run often. A page of the stock catalog is eight requests
 * where ours is one, so that without this the questions after it would find its code
 * compiled and ours not.
 */
const WARM_UP = 60;
const IDLE_LIMIT: Limit = { kind: 'ratio', maximum: 1.5 };
const MEMORY_LIMIT: Limit = { kind: 'ratio', maximum: 1.1 };

/** Written below the catalog: nobody provides these, and nothing reads them anew. */
const SEEDED_CONFIG = {
  APP_CONFIG_catalog_orphanStrategy: 'keep',
  APP_CONFIG_catalog_orphanProviderStrategy: 'keep',
};

/** Longer than any task waits at the start. */
const FIRST_PASS_CALM_SECONDS = 240;
/** Longer than the passes over what is there wait, which are no part of being idle. */
const START_CALM_SECONDS = 60;

/** How long the first pass over as many components as by default may take. */
const CALM_WITHIN_SECONDS = 900;

/** What one start of a portal has shown. */
interface Sample {
  cpuSecondsPerMinute: number;
  memoryMb: number;
  /** The median of each read, in milliseconds. */
  reads: number[];
}

/** Both portals over the same many components, one of them running at a time. */
export async function benchScale(context: BenchContext): Promise<BenchResult> {
  const { progress, rounds = DEFAULT_ROUNDS } = context;
  const { components = DEFAULT_COMPONENTS } = context;
  const portals = await openPortals(context);
  for (const portal of [portals.atrium, portals.stock]) {
    Object.assign(portal.env, SEEDED_CONFIG);
  }
  await progress.step('Databases', () => makeDatabases(portals, context));
  for (const portal of [portals.atrium, portals.stock]) {
    await progress.step(`${components} components in ${portal.name}`, () =>
      seedCatalog(portal, components),
    );
    await progress.step(`First pass of ${portal.name}`, () =>
      withRunning(portal, context, clock =>
        // What new components leave to do is no part of an idle portal.
        waitUntilCalm(clock.pid, {
          forSeconds: FIRST_PASS_CALM_SECONDS,
          withinSeconds: calmWithin(components),
        }),
      ),
    );
  }

  const samples: Record<Portal['name'], Sample[]> = { Atrium: [], stock: [] };
  const sample = (portal: Portal) => () =>
    progress.step(`${portal.name}, idle and asked`, async () => {
      samples[portal.name].push(
        await withRunning(portal, context, clock =>
          measure(portal, clock, components),
        ),
      );
    });
  await alternate(rounds, [sample(portals.atrium), sample(portals.stock)]);
  return {
    figures: describeSamples(samples.Atrium, samples.stock),
    remarks: [
      `${components} components beside the sample organisation; medians of ${READS} reads.`,
    ],
  };
}

/** Has both portals make their tables and read the sample organisation and its bills. */
async function makeDatabases(
  portals: Portals,
  context: BenchContext,
): Promise<void> {
  await withRunning(portals.atrium, context, async () => {
    await withRunning(portals.stock, context, () => fillCatalogs(portals));
    await waitForBills(portals.atrium);
  });
}

async function withRunning<T>(
  portal: Portal,
  context: BenchContext,
  use: (clock: StartClock) => Promise<T>,
): Promise<T> {
  const clock = new StartClock();
  context.onCleanup(() => clock.stopAll());
  await startPortal(portal, clock);
  try {
    return await Promise.race([use(clock), throwWhenItEnds(clock)]);
  } finally {
    await clock.stopAll();
  }
}

/** A portal that is gone would look calm to nobody, and be waited for. */
async function throwWhenItEnds(clock: StartClock): Promise<never> {
  throw await clock.unexpectedExit;
}

/** On a busy machine, too. */
function calmWithin(components: number): number {
  return CALM_WITHIN_SECONDS * Math.max(1, components / DEFAULT_COMPONENTS);
}

async function measure(
  portal: Portal,
  { pid }: StartClock,
  components: number,
): Promise<Sample> {
  await waitUntilCalm(pid, {
    forSeconds: START_CALM_SECONDS,
    withinSeconds: calmWithin(components),
  });
  const idle = await watchIdle(pid);
  const token = await signIn({
    portalUrl: portal.url,
    identityUrl: portal.identityUrl,
    persona: 'platform-admin',
  });
  const reads: number[] = [];
  for (const read of comparedReads) {
    const pathsOf = portal.name === 'Atrium' ? read.atrium : read.stock;
    const times: number[] = [];
    for (let round = 0; round < READS + WARM_UP; round += 1) {
      const start = performance.now();
      await Promise.all(
        pathsOf(round).map(path => ask(new URL(path, portal.url), token)),
      );
      times.push(performance.now() - start);
    }
    reads.push(quantile(times.slice(WARM_UP), 0.5));
  }
  return { ...idle, reads };
}

async function ask(url: URL, token: string): Promise<void> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await response.text();
  if (!response.ok) {
    throw new Failure(`GET ${url} answers ${response.status}`, { hint: body });
  }
}

function describeSamples(atrium: Sample[], stock: Sample[]): Figure[] {
  const figure = (
    about: Pick<Figure, 'name' | 'unit' | 'limit'>,
    valueOf: (sample: Sample) => number,
  ): Figure => ({
    ...about,
    atrium: atrium.map(valueOf),
    stock: stock.map(valueOf),
  });
  return [
    figure(
      { name: 'idle: processor time a minute', unit: 's', limit: IDLE_LIMIT },
      sample => sample.cpuSecondsPerMinute,
    ),
    figure(
      { name: 'idle: memory', unit: 'MB', limit: MEMORY_LIMIT },
      sample => sample.memoryMb,
    ),
    ...comparedReads.map(({ name, limit }, index) =>
      figure({ name, unit: 'ms', limit }, sample => sample.reads[index]),
    ),
  ];
}
