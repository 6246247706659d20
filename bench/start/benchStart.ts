import type { BenchContext, BenchResult } from '../Bench.ts';
import { alternate } from '../portals/alternate.ts';
import { fillCatalogs } from '../portals/fillCatalogs.ts';
import { openPortals } from '../portals/openPortals.ts';
import type { Portal, Portals } from '../portals/Portal.ts';
import { StartClock } from '../portals/StartClock.ts';
import { startPortal } from '../portals/startPortal.ts';
import type { Figure, Limit } from '../report/Figure.ts';
import { buildBundle } from './buildBundle.ts';
import { startBundle } from './startBundle.ts';

const DEFAULT_ROUNDS = 10;
const LIMIT: Limit = { kind: 'ratio', maximum: 1.1 };
const MEMORY_LIMIT: Limit = { kind: 'ratio', maximum: 1 };

type Start = (portal: Portal, clock: StartClock) => Promise<void>;

/** How long both portals take from their start to readiness. */
export async function benchStart(context: BenchContext): Promise<BenchResult> {
  const { progress, withBundle, rounds = DEFAULT_ROUNDS } = context;
  const portals = await openPortals(context);
  await progress.step('Warm databases', () => warmDatabases(portals, context));

  const figures = await progress.step(`${rounds} starts of each`, () =>
    measure(portals, { context, rounds, start: startPortal, suffix: '' }),
  );
  if (!withBundle) {
    return { figures, remarks: [] };
  }
  const images = new Map<Portal, string>();
  for (const portal of [portals.atrium, portals.stock]) {
    await progress.step(`Bundle of ${portal.name}`, async () => {
      images.set(portal, await buildBundle(portal));
    });
  }
  const bundleFigures = await progress.step(
    `${rounds} starts of each bundle`,
    () =>
      measure(portals, {
        context,
        rounds,
        start: (portal, clock) =>
          startBundle(portal, { clock, image: images.get(portal) ?? '' }),
        suffix: ', bundle',
      }),
  );
  return { figures: [...figures, ...bundleFigures], remarks: [] };
}

/** Runs every migration, fills both catalogs and the compile caches. */
async function warmDatabases(
  portals: Portals,
  context: BenchContext,
): Promise<void> {
  const clocks: StartClock[] = [];
  const stop = async () => {
    await Promise.all(clocks.splice(0).map(clock => clock.stopAll()));
  };
  context.onCleanup(stop);
  for (const portal of [portals.atrium, portals.stock]) {
    const clock = new StartClock();
    clocks.push(clock);
    await startPortal(portal, clock);
  }
  await fillCatalogs(portals);
  await stop();
}

async function measure(
  portals: Portals,
  options: {
    context: BenchContext;
    rounds: number;
    start: Start;
    suffix: string;
  },
): Promise<Figure[]> {
  const { context, rounds, start, suffix } = options;
  const atrium: StartClock[] = [];
  const stock: StartClock[] = [];
  let clock = new StartClock();
  context.onCleanup(() => clock.stopAll());
  const sample = async (portal: Portal, samples?: StartClock[]) => {
    clock = new StartClock();
    await start(portal, clock);
    await clock.stopAll();
    samples?.push(clock);
  };

  // The first start reads files that the later ones find in memory.
  await sample(portals.atrium);
  await sample(portals.stock);
  await alternate(rounds, [
    () => sample(portals.atrium, atrium),
    () => sample(portals.stock, stock),
  ]);
  const figure = (
    name: string,
    {
      read,
      ...others
    }: Pick<Figure, 'unit' | 'limit'> & {
      read(sample: StartClock): number | undefined;
    },
  ): Figure => ({
    ...others,
    name: `${name}${suffix}`,
    atrium: known(atrium.map(read)),
    stock: known(stock.map(read)),
  });
  return [
    figure('start to readiness', {
      unit: 's',
      limit: LIMIT,
      read: ({ seconds }) => seconds,
    }),
    figure('processor time until then', {
      unit: 's',
      read: ({ cpuSeconds }) => cpuSeconds,
    }),
    figure('memory then', {
      unit: 'MB',
      limit: MEMORY_LIMIT,
      read: ({ memoryMb }) => memoryMb,
    }),
  ].filter(({ atrium: samples }) => samples.length > 0);
}

/** What the system tells on this machine. */
function known(values: (number | undefined)[]): number[] {
  return values.filter(value => value !== undefined);
}
