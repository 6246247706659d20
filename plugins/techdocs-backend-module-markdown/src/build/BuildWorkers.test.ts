import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TestSite } from '../__testUtils__/TestSite';
import { defaultLimits } from '../readMarkdownEngineConfig';
import { noAddresses } from '../site/RepositoryAddresses';
import { BuildWorkers } from './BuildWorkers';
import type { BuildRequest } from './buildMessages';

const sites: TestSite[] = [];
const pools: BuildWorkers[] = [];

function createSite(files: Record<string, string>) {
  const site = new TestSite(files);
  sites.push(site);
  return site;
}

function createWorkers(count: number, maxMemoryMegabytes = 512) {
  const workers = new BuildWorkers({ count, maxMemoryMegabytes });
  pools.push(workers);
  return workers;
}

afterAll(async () => {
  await Promise.all(pools.map(workers => workers.close()));
  sites.forEach(site => site.remove());
});

function requestFor(site: TestSite, limits = {}): BuildRequest {
  return {
    inputDir: site.inputDir,
    outputDir: site.createOutputDir(),
    siteName: 'site',
    etag: undefined,
    addresses: noAddresses,
    limits: { ...defaultLimits, ...limits },
    cacheDirectory: path.join(site.root, 'cache'),
    cacheKey: 'site',
  };
}

/** Each of its pages takes markdown-it a second or more, wherever it runs. */
const hostile = Object.fromEntries([
  ['docs/index.md', '# Start'],
  ...Array.from({ length: 10 }, (_, n) => [
    `docs/slow-${n}.md`,
    '['.repeat(990_000),
  ]),
]);

it('keeps the event loop free, ends a build in time and names the page', async () => {
  const workers = createWorkers(1);
  const site = createSite({ 'docs/index.md': '# A' });
  await workers.build(requestFor(site));

  const before = process.threadCpuUsage();
  await expect(
    workers.build(requestFor(createSite(hostile), { maxBuildSeconds: 3 })),
  ).rejects.toThrow(
    /^It took longer than 3 seconds, last at 'docs\/slow-\d\.md'/,
  );
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(800);

  await expect(workers.build(requestFor(site))).resolves.toEqual(
    expect.objectContaining({ pageCount: 1 }),
  );
});

it('ends a build that needs too much memory', async () => {
  const pages = Array.from({ length: 60 }, (_, index) => [
    `docs/p${index}.md`,
    '*a* **b** '.repeat(90_000),
  ]);
  const workers = createWorkers(1, 96);
  await expect(
    workers.build(requestFor(createSite(Object.fromEntries(pages)))),
  ).rejects.toThrow(/^It needed more than 96 MB of memory, last at 'docs\/p/);
  await expect(
    workers.build(requestFor(createSite({ 'docs/index.md': '# A' }))),
  ).resolves.toEqual(expect.objectContaining({ pageCount: 1 }));
});

it('builds no more sites at a time than it is told, and all of them', async () => {
  const workers = createWorkers(2);
  const slow = createSite(hostile);
  const order: string[] = [];
  const build = async (name: string, site: TestSite) => {
    await workers.build(requestFor(site)).catch(() => undefined);
    order.push(name);
  };
  const quick = createSite({ 'docs/index.md': '# A' });
  const slowBuild = build('slow', slow);
  await Promise.all([
    build('first', quick),
    build('second', quick),
    build('third', quick),
  ]);
  await workers.close();
  await slowBuild;
  expect(order).toEqual(['first', 'second', 'third', 'slow']);
});

it('ends what is being built when it is closed', async () => {
  const workers = createWorkers(1);
  await workers.build(requestFor(createSite({ 'docs/index.md': '# A' })));
  const closed = setTimeout(200).then(() => workers.close());
  await expect(workers.build(requestFor(createSite(hostile)))).rejects.toThrow(
    'The process that built it ended',
  );
  await closed;
});

it('starts no process and builds nothing once it is closed', async () => {
  const workers = createWorkers(1);
  const requests = [1, 2].map(() =>
    requestFor(createSite({ 'docs/index.md': '# A' })),
  );
  const builds = requests.map(request => workers.build(request));
  const refused = Promise.all(
    builds.map(build =>
      expect(build).rejects.toThrow('The process that built it ended'),
    ),
  );
  await workers.close();
  await refused;
});

it('tells what is wrong with a repository as if it were built here', async () => {
  const site = createSite({ 'src/main.ts': 'code' });
  await expect(createWorkers(1).build(requestFor(site))).rejects.toMatchObject({
    name: 'NotFoundError',
    message: expect.stringContaining("neither a folder 'docs' nor a README.md"),
    messages: {
      message: [{ key: 'docs.failure.noPages', values: { folder: 'docs' } }],
    },
  });
});

it('lets the portal exit while a process is idle, and not before one that it ends is gone', async () => {
  const countHeld = () =>
    process.getActiveResourcesInfo().filter(type => type === 'ProcessWrap')
      .length;
  const heldCount = countHeld();
  const workers = createWorkers(1);
  await workers.build(requestFor(createSite({ 'docs/index.md': '# A' })));
  expect(countHeld()).toBe(heldCount);
  const closed = workers.close();
  expect(countHeld()).toBe(heldCount + 1);
  await closed;
});
