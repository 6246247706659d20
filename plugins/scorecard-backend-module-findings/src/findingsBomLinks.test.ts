import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { bom, trivyReport, vex } from './__testUtils__/documents';
import { startFindings } from './__testUtils__/startFindings';

const shop = 'component:default/web-shop';
const serial = '3e671687-395b-41f5-a30f-a58921a69b79';
const other = 'f0000000-0000-4000-8000-000000000000';
const log4j = 'pkg:maven/org.apache.logging.log4j/log4j-core';

/** A statement in a document of its own about components of others. */
const vexAbout = (...refs: string[]) => ({
  ...vex,
  metadata: { tools: vex.metadata.tools },
  vulnerabilities: refs.map(ref => ({
    ...vex.vulnerabilities[0],
    affects: [{ ref }],
  })),
});

describe('a VEX about the components of another document', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startFindings({ knex });
    freezeTime('2026-11-25T12:00:00Z');
  });

  afterEach(async () => portal.clear());
  afterAll(() => {
    jest.useRealTimers();
  });

  const upload = async (
    document: object,
    query: Parameters<typeof portal.upload>[1] = {},
  ) => (await portal.upload(document, query).expect(200)).body;
  const notAffected = async () => {
    const { body } = await portal.ask('get', '/findings?state=not-affected');
    return body.items.map((item: Record<string, string>) => [
      item.entityRef,
      item.ruleId,
      item.purl ?? item.packageName,
      item.packageVersion,
    ]);
  };

  it('holds for the component that the link names', async () => {
    await upload(bom);
    await upload(trivyReport);
    const answer = await upload(vexAbout(`urn:cdx:${serial}/1#log4j`));
    expect(answer).toMatchObject({ accepted: 1, refused: 0, refusals: [] });
    expect(await notAffected()).toContainEqual([
      'component:default/payment-service',
      'CVE-2021-44228',
      log4j,
      '2.14.1',
    ]);
    // One without a package URL is known by its name.
    await upload(vexAbout(`urn:cdx:${serial}/1#inner`));
    expect(await notAffected()).toContainEqual([
      'component:default/payment-service',
      'CVE-2021-44228',
      'inner',
      '1.0.0',
    ]);
  });

  it('is refused part by part where the document or the component is not known', async () => {
    await upload(bom);
    const answer = await upload(
      vexAbout(
        `urn:cdx:${other}/1#log4j`,
        `urn:cdx:${serial}/2#log4j`,
        `urn:cdx:${serial}/1#nothing`,
        `urn:cdx:${other}/1`,
        'urn:cdx:somewhere#log4j',
        `urn:cdx:${serial}/1#lodash`,
        `urn:cdx:${other}/1#pkg:npm/left-pad@1.3.0`,
      ),
    );
    const path = (index: number) =>
      `$.vulnerabilities[${index}].affects[0].ref`;
    const unknown = (version: number, document: string) =>
      `is of version ${version} of the document ${document}, which is not among the last that were sent for this entity`;
    expect(answer).toMatchObject({
      accepted: 2,
      refused: 5,
      refusals: [
        { path: path(0), reason: unknown(1, other) },
        { path: path(1), reason: unknown(2, serial) },
        {
          path: path(2),
          reason: `names no component of version 1 of the document ${serial}`,
        },
        { path: path(3), reason: unknown(1, other) },
        {
          path: path(4),
          reason: 'is no BOM-Link to a document and its version',
        },
      ],
    });
    expect(
      (await notAffected()).map(([, , name]: string[]) => name).sort(),
    ).toEqual(['pkg:npm/left-pad', 'pkg:npm/lodash']);
  });

  it('keeps what it says of one product where it names others too', async () => {
    await upload(bom);
    await upload(trivyReport);
    const [statement] = vexAbout('').vulnerabilities;
    const answer = await upload({
      ...vexAbout(),
      vulnerabilities: [
        {
          ...statement,
          affects: [
            {
              ref: `urn:cdx:${serial}/1#log4j`,
              versions: [{ version: '2.14.1', status: 'unaffected' }],
            },
            { ref: `urn:cdx:${other}/1#product-JKL` },
            {
              ref: `urn:cdx:${serial}/1#lodash`,
              versions: [{ range: 'vers:npm/>=4.0.0', status: 'unaffected' }],
            },
          ],
        },
      ],
    });
    expect(answer).toMatchObject({
      accepted: 1,
      refused: 2,
      refusals: [
        { path: '$.vulnerabilities[0].affects[1].ref' },
        {
          path: '$.vulnerabilities[0].affects[2].versions',
          reason:
            'holds for ranges of versions, which are not read: name the version 4.17.20',
        },
      ],
    });
    expect(await notAffected()).toContainEqual([
      'component:default/payment-service',
      'CVE-2021-44228',
      log4j,
      '2.14.1',
    ]);
  });

  it('goes on to hold when its tool sends the bill of materials again', async () => {
    const own = { ...vexAbout(`urn:cdx:${serial}/1#log4j`) };
    await upload(bom);
    await upload(trivyReport);
    await upload({ ...own, metadata: { tools: bom.metadata.tools } });
    expect(
      await portal.collect('component:default/payment-service'),
    ).toMatchObject({ hasSbom: true, sbomComponents: 3 });
    await upload({ ...bom, version: 2 });
    expect(await notAffected()).toContainEqual(
      expect.arrayContaining(['CVE-2021-44228', log4j]),
    );
    // An empty list says that there is nothing; none says nothing.
    await upload({ ...bom, version: 3, vulnerabilities: [] });
    expect(await notAffected()).not.toContainEqual(
      expect.arrayContaining(['CVE-2021-44228', log4j]),
    );
  });

  it('calls the command of npm by its whole name', async () => {
    const tools = [{ vendor: 'npm', name: 'cli', version: '11.6.0' }];
    const { tools: named } = await upload({
      ...bom,
      metadata: { ...bom.metadata, tools },
    });
    expect(named).toEqual(['npm cli']);
  });

  it('reads no document of another entity', async () => {
    await upload(bom);
    const answer = await upload(vexAbout(`urn:cdx:${serial}/1#log4j`), {
      entityRef: shop,
    });
    expect(answer).toMatchObject({ accepted: 0, refused: 1 });
    expect(await notAffected()).toEqual([]);
  });

  it('holds for the whole entity where the link names the document, or its root', async () => {
    await upload(bom);
    for (const ref of [`urn:cdx:${serial}/1`, `urn:cdx:${serial}/1#root`]) {
      await upload(trivyReport);
      await upload(vexAbout(ref));
      expect(await notAffected()).toContainEqual([
        'component:default/payment-service',
        'CVE-2021-44228',
        log4j,
        '2.14.1',
      ]);
      await upload(vexAbout());
      expect(await notAffected()).not.toContainEqual(
        expect.arrayContaining(['CVE-2021-44228', log4j]),
      );
    }
  });

  it('finds the last three documents of a tool, however they came and whatever is in their refs', async () => {
    const ref = `log4j \u0000 \ud800 ${'x'.repeat(5_000)}`;
    const [first] = bom.components;
    for (const version of [4, 1, 3, 2]) {
      await upload(
        { ...bom, version, components: [{ ...first, 'bom-ref': ref }] },
        { scannedAt: `2026-11-25T11:0${version}:00Z` },
      );
    }
    expect(
      await knex('finding_boms').orderBy('version').pluck('version'),
    ).toEqual([2, 3, 4]);
    const link = (version: number) =>
      `urn:cdx:${serial}/${version}#${encodeURIComponent(ref.toWellFormed())}`;
    const answer = await upload(vexAbout(link(2), link(1)));
    expect(answer).toMatchObject({ accepted: 1, refused: 1 });
  });
});
