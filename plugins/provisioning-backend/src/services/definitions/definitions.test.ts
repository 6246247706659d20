import { createFileReader, freezeTime } from '@atrium/backend-common/testUtils';
import { EntityFileReader, EntityOrigins } from '@atrium/backend-common';
import { RESOURCE_DEFINITIONS_ANNOTATION } from '@atrium/plugin-provisioning-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import {
  BOX_TYPE,
  MEMORY_DRIVER,
  sampleDefinition,
} from '../../__testUtils__/sampleDefinitions';
import { sampleResource } from '../../__testUtils__/sampleResource';
import { createStores } from '../../database/createStores';
import { DefinitionsTask } from '../../tasks/DefinitionsTask';
import { DefinitionChecker } from './DefinitionChecker';
import { DefinitionLoader } from './DefinitionLoader';
import { DefinitionRegistry } from './DefinitionRegistry';
import { findDefinitionFiles } from './findDefinitionFiles';

const REPOSITORY = 'https://git.acme.example/acme/platform-resources';
const FILE = `${REPOSITORY}/src/branch/main/definitions.yaml`;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

function entity(repository: string): Entity {
  const location = `url:${repository}/src/branch/main/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: repository.slice(repository.lastIndexOf('/') + 1),
      annotations: {
        [RESOURCE_DEFINITIONS_ANNOTATION]: 'definitions.yaml',
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
  };
}

/** Provisioning as far as it reads definitions, with one repository. */
async function start(knex: Knex) {
  const files = new Map<string, string>();
  const entities = [entity(REPOSITORY)];
  const stores = createStores(knex);
  const store = stores.definitions;
  const loader = new DefinitionLoader({
    builtIn: [],
    checker: new DefinitionChecker({ list: () => [MEMORY_DRIVER] }),
    store,
  });
  const origins = EntityOrigins.fromConfig(
    mockServices.rootConfig({
      data: { integrations: { gitea: [{ host: 'git.acme.example' }] } },
    }),
  );
  const task = new DefinitionsTask({
    find: () =>
      findDefinitionFiles({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities }),
        origins,
        repositories: ['git.acme.example/acme/platform-*'],
      }),
    loader,
    logger: mockServices.logger.mock(),
    reader: new EntityFileReader({
      reader: createFileReader(files),
      maxFileBytes: 10_000,
    }),
    rereadAfterMs: 600_000,
    store,
  });
  const registry = new DefinitionRegistry(store);
  return {
    ...stores,
    entities,
    files,
    loader,
    registry,
    /** Says that the repository was pushed to, and reads it. */
    async push(text: string) {
      files.set(FILE, text);
      await store.files.markPushed(REPOSITORY);
      await task.run();
    },
    run: () => task.run(),
    async names() {
      const definitions = await registry.list();
      return definitions.map(({ definition: { metadata }, removedAt }) =>
        removedAt === undefined ? metadata.name : `${metadata.name} (removed)`,
      );
    },
    async messages() {
      const problems = await registry.problems();
      return problems.map(({ message }) => message);
    },
  };
}

describe('definitions', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  });

  afterEach(async () => {
    jest.useRealTimers();
    await rm(folder, { recursive: true });
  });

  it('puts those of a folder in force, and takes away what it has no more', async () => {
    const { loader, names, registry } = await start(
      await openTestDatabase(databases),
    );
    await writeFile(join(folder, 'box.yaml'), BOX_TYPE);
    await writeFile(join(folder, 'any.yml'), sampleDefinition('any'));
    await writeFile(join(folder, 'notes.txt'), 'a: b: c');
    await loader.loadFolder(folder);

    expect(await names()).toEqual(['any']);
    expect(await registry.find('any')).toMatchObject({
      definition: { spec: { driver: 'memory' } },
      source: `${folder}/any.yml`,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await registry.types()).toMatchObject([
      { metadata: { name: 'box' } },
    ]);

    await loader.loadFolder(undefined);
    expect(await names()).toEqual([]);
  });

  it('does not start where the folder has a problem, and names each place', async () => {
    const { loader } = await start(await openTestDatabase(databases));
    await writeFile(join(folder, 'box.yaml'), BOX_TYPE);
    await writeFile(join(folder, 'one.yaml'), sampleDefinition('any'));
    await writeFile(
      join(folder, 'two.yaml'),
      `${sampleDefinition('any')}---\n${sampleDefinition('other', {
        size: 'x',
      })}`,
    );

    await expect(loader.loadFolder(folder)).rejects.toThrow(
      `The definitions in '${folder}' cannot be used:
- ${folder}/two.yaml:25:17: spec.plans[0].inputs.size must be of type integer
- ${folder}/two.yaml:4:3: metadata.name 'any' is taken by the ResourceDefinition in '${folder}/one.yaml', line 4, column 3`,
    );
    await expect(loader.loadFolder(join(folder, 'none'))).rejects.toThrow(
      `The folder '${folder}/none' could not be read`,
    );
  });

  it('reads those of a repository that config allows, and no other', async () => {
    const { entities, files, messages, names, run } = await start(
      await openTestDatabase(databases),
    );
    const stranger = 'https://git.acme.example/acme/payment-service';
    entities.push(entity(stranger));
    files.set(FILE, `${BOX_TYPE}---\n${sampleDefinition('any')}`);
    files.set(
      `${stranger}/src/branch/main/definitions.yaml`,
      sampleDefinition('mine', { match: '{ environment: production }' }),
    );
    await run();

    expect(await names()).toEqual(['any']);
    expect(await messages()).toEqual([
      "'component:default/payment-service' comes from 'git.acme.example/acme/payment-service', which 'provisioning.definitions.repositories' of the configuration does not name",
    ]);

    entities.length = 0;
    await run();
    expect(await names()).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  it('keeps what was read last good while a file is broken', async () => {
    const { files, messages, names, push, registry } = await start(
      await openTestDatabase(databases),
    );
    const any = sampleDefinition('any');
    await push(`${BOX_TYPE}---\n${any}`);
    const before = await registry.find('any');

    await push(`${BOX_TYPE}---\n${any.replace('driver', 'drivers')}`);
    expect(await registry.find('any')).toEqual(before);
    expect(await messages()).toEqual([
      'spec.driver is required',
      'spec.drivers is not a field here',
    ]);

    await push(`${BOX_TYPE}---\n${sampleDefinition('any', { size: 'x' })}`);
    expect(await registry.find('any')).toEqual(before);
    expect(await messages()).toEqual([
      'spec.plans[0].inputs.size must be of type integer',
    ]);

    files.delete(FILE);
    await push('');
    expect(await names()).toEqual(['any']);
    expect(await messages()).toEqual(['The file is empty']);

    await push(`${BOX_TYPE}---\n${sampleDefinition('any', { size: '6' })}`);
    expect(await registry.find('any')).toMatchObject({
      definition: { spec: { plans: [{ inputs: { size: 6 } }] } },
    });
    expect(await messages()).toEqual([]);
  });

  it('keeps a removed definition while resources live by it', async () => {
    freezeTime('2026-11-28T12:00:00Z');
    const knex = await openTestDatabase(databases);
    const { messages, names, push, registry, resources, run } = await start(
      knex,
    );
    await push(`${BOX_TYPE}---\n${sampleDefinition('any')}`);
    const resource = sampleResource(1, { definition: 'any', name: 'ledger' });
    await knex.transaction(trx =>
      resources.insert(trx, resource, { title: 'Requested' }),
    );

    await push(BOX_TYPE.replace('name: box', 'name: bag'));
    expect(await names()).toEqual(['any (removed)']);
    expect(await registry.find('any')).toMatchObject({
      removedAt: '2026-11-28T12:00:00.000Z',
    });
    const types = await registry.types();
    expect(types.map(({ metadata }) => metadata.name)).toEqual(['bag', 'box']);
    expect(await messages()).toEqual([
      "'any' is not in its file any more, and stays for what lives by it: 'ledger' in dev. Nothing new is made by it. Put it back, or delete these resources first",
    ]);

    await knex('resources').update({ state: 'deleted' });
    await run();
    expect(await names()).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  it('lets nobody take a name away by pushing to another repository', async () => {
    const { entities, files, loader, messages, names, push, registry } =
      await start(await openTestDatabase(databases));
    await push(`${BOX_TYPE}---\n${sampleDefinition('any')}`);

    const other = 'https://git.acme.example/acme/platform-a';
    entities.push(entity(other));
    files.set(
      `${other}/src/branch/main/definitions.yaml`,
      sampleDefinition('any', { size: '9' }),
    );
    await push(files.get(FILE) ?? '');
    expect(await registry.find('any')).toMatchObject({ source: FILE });
    expect(await messages()).toEqual([
      `metadata.name 'any' is taken by the ResourceDefinition in '${FILE}', line 16, column 3`,
    ]);

    // The operator goes first, and then nobody else's is left.
    await writeFile(
      join(folder, 'any.yaml'),
      `${BOX_TYPE}---\n${sampleDefinition('any', { size: '7' })}`,
    );
    await loader.loadFolder(folder);
    expect(await names()).toEqual(['any']);
    expect(await registry.find('any')).toMatchObject({
      source: `${folder}/any.yaml`,
    });
  });
});
