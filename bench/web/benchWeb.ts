import { chromium, type Browser } from '@playwright/test';
import { setTimeout as delay } from 'node:timers/promises';
import { CHROMIUM_ARGUMENTS } from '@atrium/launcher/src/test/chromiumArguments.ts';
import { ensureChromium } from '@atrium/launcher/src/test/ensureChromium.ts';
import type { BenchContext, BenchResult } from '../Bench.ts';
import { alternate } from '../portals/alternate.ts';
import { fillCatalogs } from '../portals/fillCatalogs.ts';
import { openPortals } from '../portals/openPortals.ts';
import type { Portal, Portals } from '../portals/Portal.ts';
import { StartClock } from '../portals/StartClock.ts';
import { startPortal } from '../portals/startPortal.ts';
import type { Figure, Limit, Unit } from '../report/Figure.ts';
import { compareRequests } from './compareRequests.ts';
import { followLinks } from './followLinks.ts';
import { loadPage, type PageLoad } from './loadPage.ts';
import { measureEntryBundle } from './measureEntryBundle.ts';
import {
  type ComparedPage,
  comparedPages,
  entityPage,
  pathIn,
} from './pages.ts';
import { signInBrowser } from './signInBrowser.ts';
import type { Visitor } from './Visitor.ts';

const DEFAULT_ROUNDS = 10;
const ENTRY_LIMIT: Limit = { kind: 'ratio', maximum: 0.85 };
const PAINT_LIMIT: Limit = { kind: 'ratio', maximum: 0.9 };
const REQUEST_LIMIT: Limit = { kind: 'difference', maximum: 1 };
const SHIFT_LIMIT: Limit = { kind: 'most', maximum: 0.1 };
const LINK_LIMIT: Limit = { kind: 'most', maximum: 300 };

/** Scheduled work of a start: search indexes, first discovery. */
const SETTLE_MILLISECONDS = 20_000;

interface Visitors {
  atrium: Visitor;
  stock: Visitor;
}

interface PageLoads {
  page: ComparedPage;
  atrium: PageLoad[];
  stock: PageLoad[];
}

/** What a browser loads and when it shows it, beside stock where it has the page. */
export async function benchWeb(context: BenchContext): Promise<BenchResult> {
  const { progress, rounds = DEFAULT_ROUNDS } = context;
  const portals = await openPortals(context);
  await progress.step('Portals', () => startBoth(portals, context));
  const browser = await launchBrowser(context);

  const entry: Figure = {
    name: 'entry bundle, compressed',
    unit: 'KB',
    atrium: [await measureEntryBundle(portals.atrium.url)],
    stock: [await measureEntryBundle(portals.stock.url)],
    limit: ENTRY_LIMIT,
  };
  const visitors = {
    atrium: await visit(browser, portals.atrium),
    stock: await visit(browser, portals.stock),
  };
  const results: PageLoads[] = [];
  for (const page of comparedPages) {
    await progress.step(`${rounds} loads of each ${page.name}`, async () => {
      results.push(await compare(page, { browser, visitors, rounds }));
    });
  }
  const link: Figure = {
    name: 'from the list to an entity, warm',
    unit: 'ms',
    atrium: await progress.step('Links of Atrium', () =>
      followLinks(browser, { ...visitors.atrium, times: rounds }),
    ),
    stock: await progress.step('Links of stock', () =>
      followLinks(browser, { ...visitors.stock, times: rounds }),
    ),
    limit: LINK_LIMIT,
  };
  return {
    figures: [entry, ...results.flatMap(describeLoads), link],
    remarks: results.map(explainLoads),
  };
}

async function startBoth(
  portals: Portals,
  context: BenchContext,
): Promise<void> {
  for (const portal of [portals.atrium, portals.stock]) {
    const clock = new StartClock();
    context.onCleanup(() => clock.stopAll());
    await startPortal(portal, clock);
  }
  await fillCatalogs(portals);
  await delay(SETTLE_MILLISECONDS);
}

async function launchBrowser(context: BenchContext): Promise<Browser> {
  const executablePath = await ensureChromium({ ...context, args: [] });
  const browser = await chromium.launch({
    executablePath: executablePath || undefined,
    args: CHROMIUM_ARGUMENTS,
  });
  context.onCleanup(() => browser.close());
  return browser;
}

async function visit(browser: Browser, portal: Portal): Promise<Visitor> {
  const cookies = await signInBrowser(browser, portal);
  return { portal, session: { cookies } };
}

async function compare(
  page: ComparedPage,
  options: {
    browser: Browser;
    visitors: Visitors;
    rounds: number;
  },
): Promise<PageLoads> {
  const { browser, visitors, rounds } = options;
  const loads: PageLoads = { page, atrium: [], stock: [] };
  const sides = (['atrium', 'stock'] as const).filter(
    side => pathIn(visitors[side].portal, page) !== undefined,
  );
  const load = (side: keyof Visitors) =>
    loadPage(browser, { ...visitors[side], page });
  // The server reads its files and warms its caches on the first one.
  for (const side of sides) {
    await load(side);
  }
  await alternate(
    rounds,
    sides.map(side => async () => {
      loads[side].push(await load(side));
    }),
  );
  return loads;
}

function describeLoads({ page, atrium, stock }: PageLoads): Figure[] {
  const figure = (
    name: string,
    unit: Unit,
    read: (load: PageLoad) => number,
  ): Figure => ({
    name: `${page.name}: ${name}`,
    unit,
    atrium: atrium.map(read),
    stock: stock.map(read),
  });
  return [
    {
      ...figure('largest paint', 'ms', load => load.largestPaintMilliseconds),
      limit: stock.length > 0 ? PAINT_LIMIT : undefined,
    },
    figure('content shown', 'ms', load => load.contentMilliseconds),
    {
      ...figure('layout shift', 'score', load => load.layoutShift),
      limit: SHIFT_LIMIT,
    },
    {
      ...figure('API requests', 'requests', load => load.apiRequests.length),
      limit: page === entityPage ? REQUEST_LIMIT : undefined,
    },
    figure('transferred', 'KB', load => load.kilobytes),
  ];
}

function explainLoads({ page, atrium, stock }: PageLoads): string {
  const requests = (loads: PageLoad[]) => loads.map(load => load.apiRequests);
  if (stock.length === 0) {
    return `The largest paint of the ${page.name} is ${usualElement(atrium)}.`;
  }
  return [
    `The largest paint of the ${page.name} is ${usualElement(
      atrium,
    )} in Atrium and ${usualElement(stock)} in stock.`,
    ...compareRequests(requests(atrium), requests(stock)),
  ].join('\n- ');
}

function usualElement(loads: PageLoad[]): string {
  const counts = new Map<string, number>();
  for (const { largestElement } of loads) {
    counts.set(largestElement, (counts.get(largestElement) ?? 0) + 1);
  }
  const [[element]] = [...counts].sort(([, a], [, b]) => b - a);
  return element;
}
