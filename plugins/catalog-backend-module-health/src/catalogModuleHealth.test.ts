import { eventually } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { componentYaml, HOST, TestCatalog } from './__testUtils__/TestCatalog';

const main = `${HOST}/shop/src/branch/main`;
const file = `${main}/catalog-info.yaml`;
const BROKEN = 'kind: Component\n  name: "shop';
/** Broken without an open quote, which would go on into the next document. */
const MISINDENTED = 'kind: Component\n  name: shop';

/** How long a pushed file may take to show. */
const VISIBLE_MS = 15_000;

describe('catalogModuleHealth', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let catalog: TestCatalog;

  async function start(files: Record<string, string>, locations = [file]) {
    const knex = await databases.init('POSTGRES_18');
    catalog = await TestCatalog.start(files, { knex, locations });
  }

  afterEach(() => catalog.stop());

  async function untilShown(name: string) {
    const since = Date.now();
    await eventually(() => catalog.hasComponent(name));
    return Date.now() - since;
  }

  it('reads a file again whose first version was broken', async () => {
    await start({ [file]: BROKEN });
    await catalog.untilFailed([file]);

    await catalog.push({ [file]: componentYaml('shop') });
    expect(await untilShown('shop')).toBeLessThan(VISIBLE_MS);
    await catalog.untilFailed([]);
  });

  it('reads a file that came after its repository was discovered', async () => {
    await start({});
    await catalog.untilFailed([file]);

    await catalog.push({ [file]: componentYaml('shop') });
    expect(await untilShown('shop')).toBeLessThan(VISIBLE_MS);
  });

  it('reads a file again that was deleted, renamed and put back', async () => {
    await start({ [file]: componentYaml('shop') });
    expect(await untilShown('shop')).toBeLessThan(VISIBLE_MS);

    await catalog.push({ [file]: undefined, [`${main}/old.yaml`]: BROKEN });
    await catalog.push({ [file]: BROKEN });
    await catalog.untilFailed([file]);
    await catalog.push({ [file]: componentYaml('shop-again') });
    expect(await untilShown('shop-again')).toBeLessThan(VISIBLE_MS);
  });

  it('reads an entity again that waited for another file of its branch', async () => {
    const api = [
      'apiVersion: backstage.io/v1alpha1',
      'kind: API',
      'metadata: { name: shop-api }',
      'spec:',
      '  type: openapi',
      '  lifecycle: production',
      '  owner: team-payments',
      '  definition: { $text: ./openapi.json }',
    ].join('\n');
    await start({ [file]: api });
    await eventually(async () => {
      const { body } = await catalog.getState();
      return body.failures[0]?.entityRef === 'api:default/shop-api';
    });

    await catalog.push({ [`${main}/openapi.json`]: '{}' });
    await catalog.untilFailed([]);
    const { body } = await catalog.getState();
    expect(body.failures).toEqual([]);
  });

  it('follows the branch that a repository was switched to', async () => {
    const trunk = `${HOST}/shop/src/branch/trunk/catalog-info.yaml`;
    await start({ [trunk]: BROKEN }, [file, trunk]);
    await catalog.untilFailed([file, trunk]);

    await catalog.push({ [trunk]: componentYaml('shop') });
    expect(await untilShown('shop')).toBeLessThan(VISIBLE_MS);
    await catalog.untilFailed([file]);
  });

  it('takes the good targets of a Location although others are bad', async () => {
    const all = `${main}/all.yaml`;
    const location = [
      'apiVersion: backstage.io/v1alpha1',
      'kind: Location',
      'metadata: { name: all }',
      'spec:',
      '  targets: [./good.yaml, ./bad.yaml, ./missing.yaml]',
    ].join('\n');
    await start(
      {
        [all]: location,
        [`${main}/good.yaml`]: componentYaml('good'),
        [`${main}/bad.yaml`]: BROKEN,
      },
      [all],
    );
    expect(await untilShown('good')).toBeLessThan(VISIBLE_MS);
    await catalog.untilFailed([`${main}/bad.yaml`, `${main}/missing.yaml`]);

    await catalog.push({ [`${main}/bad.yaml`]: componentYaml('mended') });
    expect(await untilShown('mended')).toBeLessThan(VISIBLE_MS);
    await catalog.push({ [`${main}/missing.yaml`]: componentYaml('late') });
    expect(await untilShown('late')).toBeLessThan(VISIBLE_MS);

    // What was good before stays while a file is broken.
    await catalog.push({ [`${main}/good.yaml`]: BROKEN });
    await catalog.untilFailed([`${main}/good.yaml`]);
    expect(await catalog.hasComponent('good')).toBe(true);
  });

  it('takes no refusals that a file states itself', async () => {
    const location = [
      'apiVersion: backstage.io/v1alpha1',
      'kind: Location',
      'metadata: { name: all }',
      'spec:',
      '  target: ./good.yaml',
      '  refusedDocuments: [{ name: E, message: Forged }]',
    ].join('\n');
    await start({
      [file]: location,
      [`${main}/good.yaml`]: componentYaml('good'),
    });
    expect(await untilShown('good')).toBeLessThan(VISIBLE_MS);
    await catalog.untilFailed([]);
  });

  it('takes the good documents of a file although others are refused', async () => {
    const group = [
      'apiVersion: backstage.io/v1alpha1',
      'kind: Group',
      'metadata: { name: mine }',
      'spec: { type: team, children: [] }',
    ].join('\n');
    await start({
      [file]: [
        componentYaml('one'),
        MISINDENTED,
        group,
        componentYaml('two'),
      ].join('\n---\n'),
    });
    expect(await untilShown('one')).toBeLessThan(VISIBLE_MS);
    expect(await untilShown('two')).toBeLessThan(VISIBLE_MS);
    await catalog.untilFailed([file]);
    const { body } = await catalog.getState();
    expect(body.failures).toMatchObject([
      {
        origin: file,
        entity: { kind: 'Location' },
        errors: [
          {
            name: 'InputError',
            message: expect.stringContaining('(line 10, column 7)'),
          },
          {
            name: 'NotAllowedError',
            message: `Entity group:default/mine at url:${file}, originated at url:${file}, is not of an allowed kind for that location; the rest of the file is taken`,
          },
        ],
      },
    ]);

    // What cannot be read any more stays as it was, beside what is new.
    await catalog.push({
      [file]: [componentYaml('one'), MISINDENTED, componentYaml('three')].join(
        '\n---\n',
      ),
    });
    expect(await untilShown('three')).toBeLessThan(VISIBLE_MS);
    expect(await catalog.hasComponent('two')).toBe(true);

    await catalog.push({
      [file]: [componentYaml('one'), componentYaml('three')].join('\n---\n'),
    });
    await catalog.untilFailed([]);
    expect(await catalog.hasComponent('one')).toBe(true);
  });

  it('reads an optional target once it is there', async () => {
    const all = `${main}/all.yaml`;
    await start(
      {
        [all]: [
          'apiVersion: backstage.io/v1alpha1',
          'kind: Location',
          'metadata: { name: all }',
          'spec: { target: ./later.yaml, presence: optional }',
        ].join('\n'),
      },
      [all],
    );
    await eventually(async () => {
      const { body } = await catalog.getState();
      return body.waiting.length === 0;
    });
    await catalog.push({ [`${main}/later.yaml`]: componentYaml('later') });
    expect(await untilShown('later')).toBeLessThan(VISIBLE_MS);
  });

  it('says what is missing in one repository although another misses much', async () => {
    const other = `${HOST}/other/src/branch/main/catalog-info.yaml`;
    const missing = Array.from({ length: 2_001 }, (_, i) => `resource:r${i}`);
    await start(
      {
        [file]: componentYaml('shop'),
        [other]: componentYaml('"0"', `  dependsOn: [${missing.join(', ')}]`),
      },
      [file, other],
    );
    expect(await untilShown('shop')).toBeLessThan(VISIBLE_MS);
    await untilShown('0');
    await eventually(async () => {
      const { body } = await catalog.getState();
      return body.unresolved.length >= 501;
    });
    const { body } = await catalog.getState();
    expect(body.isTruncated).toBe(false);
    const owners = body.unresolved.filter(
      ({ relation }: { relation: string }) => relation === 'ownedBy',
    );
    expect(
      owners.map(({ entityRef }: { entityRef: string }) => entityRef),
    ).toEqual(['component:default/0', 'component:default/shop']);
  });

  it('says what failed, where, and what is referred to and missing', async () => {
    const bad = `${main}/bad.yaml`;
    await start(
      {
        [file]: componentYaml('shop', '  dependsOn: [resource:ledger]'),
        [bad]: 'kind: Component\nmetadata: [\n',
      },
      [file, bad],
    );
    expect(await untilShown('shop')).toBeLessThan(VISIBLE_MS);
    await catalog.untilFailed([bad]);
    const { body } = await catalog.getState();
    expect(body.failures).toEqual([
      {
        entityRef: expect.stringMatching(/^location:default\/generated-/),
        location: bad,
        origin: bad,
        entity: { kind: 'Location' },
        errors: [
          {
            name: 'InputError',
            message:
              'Flow sequence in block collection must be sufficiently indented and end with a ] (line 3, column 1)',
          },
        ],
      },
    ]);
    const reference = {
      entityRef: 'component:default/shop',
      location: file,
      origin: file,
    };
    expect(body.unresolved).toEqual([
      {
        ...reference,
        relation: 'dependsOn',
        targetRef: 'resource:default/ledger',
      },
      {
        ...reference,
        relation: 'ownedBy',
        targetRef: 'group:default/team-payments',
      },
    ]);
    const { status } = await catalog.getState(mockCredentials.user.header());
    expect(status).toBe(403);
  });
});
