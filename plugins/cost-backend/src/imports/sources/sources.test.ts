import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startCost } from '../../__testUtils__/startCost';
import { focusCsv } from '../__testUtils__/focusCsv';

const CONTROLLER = mockCredentials.user.header('user:default/controller');

describe('sources of bills', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const cleanups: (() => unknown)[] = [];
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
  });

  afterEach(async () => {
    jest.useRealTimers();
    for (const cleanup of cleanups.splice(0)) {
      await cleanup();
    }
  });

  async function start(source: object) {
    const started = await restart(source);
    await knex.raw(
      'TRUNCATE opencost_days, imports, import_sums, slices, generations, daily_costs CASCADE',
    );
    return started;
  }

  /** With what was brought in before. */
  async function restart(source: object) {
    const portal = await startCost({
      knex,
      config: { sources: { bills: { ...source } } },
    });
    await knex('sources').update({ looked_at: null });
    return {
      look: () => portal.runTask('cost-sources'),
      async list() {
        const { body } = await portal.ask('get', '/imports', CONTROLLER);
        return body.items.map(
          ({ name, state }: { name: string; state: string }) =>
            `${name} ${state}`,
        );
      },
      async source() {
        const { body } = await portal.ask('get', '/sources', CONTROLLER);
        return body.items[0];
      },
    };
  }

  async function billed(): Promise<string> {
    const { rows } = await knex.raw(
      `SELECT trim_scale(sum(c.billed))::text AS billed FROM daily_costs c
       JOIN generations g ON g.id = c.generation_id WHERE g.state = 'active'`,
    );
    return rows[0].billed;
  }

  async function createFolder() {
    const folder = await mkdtemp(join(tmpdir(), 'cost-source-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    /** @param time - of the last change */
    const write = async (
      name: string,
      content: string | Buffer,
      time = '2026-11-20T00:00:00Z',
    ) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      await utimes(path, new Date(time), new Date(time));
    };
    return { folder, write };
  }

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    await new Promise<void>(resolve => server.listen(0, resolve));
    cleanups.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  it('brings in files of a folder once, in the order of their time', async () => {
    const { folder, write } = await createFolder();
    await write('b.csv', focusCsv([{ BilledCost: '1' }]));
    await write(
      'sub/a.csv.gz',
      gzipSync(focusCsv([{ BilledCost: '2' }])),
      '2026-11-21T00:00:00Z',
    );
    await write('manifest.json', '{}');
    await write('_tmp/c.csv', 'x');
    const { list, look, source } = await start({
      kind: 'folder',
      path: folder,
    });
    await look();
    await look();
    expect(await list()).toEqual(['sub/a.csv.gz imported', 'b.csv imported']);
    // The newer file has the same month.
    expect(await billed()).toBe('2');
    await write(
      'b.csv',
      focusCsv([{ BilledCost: '3' }]),
      '2026-11-22T00:00:00Z',
    );
    await write('new.csv', 'x', new Date().toISOString());
    await look();
    expect(await list()).toEqual([
      'b.csv imported',
      'sub/a.csv.gz imported',
      'b.csv imported',
    ]);
    expect(await billed()).toBe('3');
    expect(await source()).toMatchObject({
      name: 'bills',
      kind: 'folder',
      lookedAt: expect.any(String),
      months: ['2026-11'],
    });
  });

  it('keeps the newer of two deliveries in force when the older is tried again', async () => {
    const { folder, write } = await createFolder();
    const october = {
      BillingPeriodStart: '2026-10-01T00:00:00Z',
      BillingPeriodEnd: '2026-11-01T00:00:00Z',
      ChargePeriodStart: '2026-10-02T00:00:00Z',
      ChargePeriodEnd: '2026-10-03T00:00:00Z',
    };
    await write('older.csv', focusCsv([{ BilledCost: '1' }]));
    await write(
      'newer.csv',
      focusCsv([{ BilledCost: '2' }]),
      '2026-11-21T00:00:00Z',
    );
    await write(
      'october.csv',
      focusCsv([{ ...october, BilledCost: '10' }]),
      '2026-11-22T00:00:00Z',
    );
    const { list, look } = await start({ kind: 'folder', path: folder });
    await look();
    // As a replica leaves it that is killed while it reads.
    await knex('imports').where({ name: 'older.csv' }).update({
      state: 'failed',
      months: [],
    });
    await look();
    const after = [
      'newer.csv imported',
      'older.csv imported',
      // Nobody has taken its month.
      'october.csv imported',
      'newer.csv imported',
      'older.csv failed',
    ];
    expect(await list()).toEqual(after);
    expect(await billed()).toBe('12');
    await look();
    expect(await list()).toEqual(after);
    // One that is even older, and found last.
    await write(
      'oldest.csv',
      focusCsv([{ BilledCost: '3' }]),
      '2026-11-19T00:00:00Z',
    );
    await look();
    expect(await billed()).toBe('12');
    await look();
    expect(await list()).toEqual([
      'newer.csv imported',
      'older.csv imported',
      'oldest.csv imported',
      ...after,
    ]);
  });

  it('reads what was refused again once it is read in another way', async () => {
    const { folder, write } = await createFolder();
    await write(
      'hetzner.csv',
      'day,provider,service,amount,currency\n2026-11-30,Hetzner,Servers,12.4,EUR\n',
    );
    const config = { kind: 'folder', path: folder };
    const asFocus = await start(config);
    await asFocus.look();
    const asSameFocus = await restart(config);
    await asSameFocus.look();
    expect(await asSameFocus.list()).toEqual(['hetzner.csv refused']);
    // As an earlier release kept it, which did not say how it was read.
    const source = knex.raw("split_part(version, '#', 1)");
    await knex('imports').update({ version: source });
    await asSameFocus.look();
    await asSameFocus.look();
    const refused = ['hetzner.csv refused', 'hetzner.csv refused'];
    expect(await asSameFocus.list()).toEqual(refused);
    const asDaily = await restart({ ...config, format: 'daily' });
    await asDaily.look();
    await asDaily.look();
    const imported = ['hetzner.csv imported', ...refused];
    expect(await asDaily.list()).toEqual(imported);
    expect(await billed()).toBe('12.4');
    // What is in force is not read again, whatever is known of it.
    const asFocusAgain = await restart(config);
    await asFocusAgain.look();
    await knex('imports').update({ version: source });
    await asFocusAgain.look();
    expect(await asFocusAgain.list()).toEqual(imported);
  });

  it('takes the files of a folder together where a delivery has parts', async () => {
    const { folder, write } = await createFolder();
    await write('2026-11/1.csv', focusCsv([{ BilledCost: '1' }]));
    await write('2026-11/2.csv', focusCsv([{ BilledCost: '2' }]));
    const { list, look } = await start({
      kind: 'folder',
      path: folder,
      parts: true,
    });
    await look();
    expect(await list()).toEqual(['2026-11 imported']);
    expect(await billed()).toBe('3');
  });

  it('says since when a source cannot be asked', async () => {
    const { look, source } = await start({
      kind: 'folder',
      path: '/nowhere/at/all',
    });
    await look();
    const { failingSince } = await source();
    await look();
    expect(await source()).toMatchObject({
      failure: expect.stringContaining('ENOENT'),
      failingSince,
    });
  });

  it('brings in objects of a bucket, and again when they change', async () => {
    const objects = new Map([
      ['focus/2026-11/1.csv', focusCsv([{ BilledCost: '4' }])],
      ['focus/2026-11/2.csv', focusCsv([{ BilledCost: '5' }])],
      ['focus/2026-11/manifest.json', '{}'],
    ]);
    const asked: string[] = [];
    const endpoint = await serve((req, res) => {
      const url = new URL(req.url ?? '', 'http://s3');
      asked.push(url.pathname);
      const object = objects.get(url.pathname.replace('/exports/', ''));
      if (object !== undefined) {
        res.end(object);
        return;
      }
      const contents = [...objects]
        .filter(([key]) => key.startsWith(url.searchParams.get('prefix') ?? ''))
        .map(
          ([key, content]) =>
            `<Contents><Key>${key}</Key><Size>${
              content.length
            }</Size><ETag>&quot;${createHash('md5')
              .update(content)
              .digest(
                'hex',
              )}&quot;</ETag><LastModified>2026-11-20T00:00:00.000Z</LastModified></Contents>`,
        );
      res.setHeader('content-type', 'application/xml');
      res.end(
        `<?xml version="1.0"?><ListBucketResult><Name>exports</Name><IsTruncated>false</IsTruncated>${contents.join(
          '',
        )}</ListBucketResult>`,
      );
    });
    const { list, look } = await start({
      kind: 's3',
      bucket: 'exports',
      prefix: 'focus/',
      parts: true,
      endpoint,
      forcePathStyle: true,
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    });
    await look();
    expect(await list()).toEqual(['focus/2026-11 imported']);
    expect(await billed()).toBe('9');
    asked.length = 0;
    await look();
    expect(asked).toEqual(['/exports/']);
    objects.set('focus/2026-11/2.csv', focusCsv([{ BilledCost: '6' }]));
    await look();
    expect(await billed()).toBe('10');
  });

  it('asks OpenCost for the days of the month that are over', async () => {
    freezeTime('2026-11-04T09:00:00Z');
    const windows: string[] = [];
    let failures = 1;
    const url = await serve((req, res) => {
      if (failures > 0) {
        failures -= 1;
        res.statusCode = 503;
        res.end();
        return;
      }
      const { searchParams } = new URL(req.url ?? '', 'http://opencost');
      windows.push(searchParams.get('window') ?? '');
      res.end(
        JSON.stringify({
          code: 200,
          data: [
            {
              checkout: {
                name: 'checkout',
                properties: { cluster: 'main', namespace: 'checkout' },
                cpuCost: 0.5,
                ramCost: 0.25,
              },
            },
          ],
        }),
      );
    });
    const { list, look, source } = await start({
      kind: 'opencost',
      url,
      currency: 'EUR',
    });
    await look();
    expect(windows).toEqual([
      '2026-11-01T00:00:00Z,2026-11-02T00:00:00Z',
      '2026-11-02T00:00:00Z,2026-11-03T00:00:00Z',
      '2026-11-03T00:00:00Z,2026-11-04T00:00:00Z',
    ]);
    expect(await list()).toEqual(['2026-11 imported']);
    expect(await billed()).toBe('2.25');
    await look();
    expect(windows).toHaveLength(3);
    freezeTime('2026-11-04T16:00:00Z');
    await look();
    // The same days, which say the same.
    expect(windows).toHaveLength(6);
    expect(await list()).toEqual(['2026-11 imported']);
    expect(await source()).toMatchObject({ lastDay: '2026-11-03' });
  });

  it('keeps days that OpenCost has forgotten', async () => {
    const asked: string[] = [];
    let keptSince = '2026-11-01';
    const url = await serve((req, res) => {
      const { searchParams } = new URL(req.url ?? '', 'http://opencost');
      const day = (searchParams.get('window') ?? '').slice(0, 10);
      asked.push(day);
      const allocation = {
        name: 'checkout',
        properties: { cluster: 'main', namespace: 'checkout' },
        cpuCost: 1,
      };
      const isKept = day >= keptSince;
      res.end(
        JSON.stringify({
          code: 200,
          data: [isKept ? { checkout: allocation } : {}],
        }),
      );
    });
    freezeTime('2026-11-06T09:00:00Z');
    const { list, look } = await start({
      kind: 'opencost',
      url,
      currency: 'EUR',
    });
    await look();
    expect(await billed()).toBe('5');
    asked.length = 0;
    // It keeps fewer days than it is asked for, even.
    keptSince = '2026-11-05';
    freezeTime('2026-11-07T09:00:00Z');
    await look();
    expect(asked).toEqual(['2026-11-04', '2026-11-05', '2026-11-06']);
    expect(await billed()).toBe('6');
    expect(await list()).toEqual(['2026-11 imported', '2026-11 imported']);
  });
});
