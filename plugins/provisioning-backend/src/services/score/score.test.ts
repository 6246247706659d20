import { EntityOrigins } from '@atrium/backend-common';
import { createFileReader } from '@atrium/backend-common/testUtils';
import {
  type ResourceInput,
  SCORE_ANNOTATION,
} from '@atrium/plugin-provisioning-common';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parseAllDocuments } from 'yaml';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import {
  BOX_TYPE,
  MEMORY_DRIVER,
  sampleDefinition,
} from '../../__testUtils__/sampleDefinitions';
import {
  sampleRequest,
  sampleResource,
} from '../../__testUtils__/sampleResource';
import { createStores } from '../../database/createStores';
import { DefinitionChecker } from '../definitions/DefinitionChecker';
import { DefinitionLoader } from '../definitions/DefinitionLoader';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { ScoreFiles } from './ScoreFiles';
import { ScoreProvisioning } from './ScoreProvisioning';
import { ScoreReads } from './ScoreReads';
import { ScoreResources } from './ScoreResources';

const REF = 'component:default/payment-service';
const REPOSITORY = 'https://git.acme.example/acme/payment-service';
const FILE = `${REPOSITORY}/src/branch/main/score.yaml`;
const SCORE = `apiVersion: score.dev/v1b1
metadata: { name: payment-service }
service: { ports: { http: { port: 80, targetPort: 8080 } } }
containers:
  app:
    image: .
    variables:
      PLACE: \${resources.ledger.place}
      PASSWORD: \${resources.ledger.password}
    volumes:
      /tmp: { source: '\${resources.tmp}' }
resources:
  ledger:
    type: box
    params: { colour: red, of: ['\${metadata.name}'] }
  stock: { type: box, id: shared.stock }
  mail: { type: letterbox }
  tmp: { type: volume }
`;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const credentials = mockCredentials.user('user:default/priya');

async function start() {
  const knex = await openTestDatabase(databases);
  const stores = createStores(knex);
  const store = stores.definitions;
  await store.files.saveFolder(
    new Map([
      ['box.yaml', BOX_TYPE.replace('password:', 'place: {}\n      password:')],
      ['dev.yaml', sampleDefinition('dev', { match: '{ environment: dev }' })],
    ]),
  );
  await new DefinitionLoader({
    builtIn: [],
    checker: new DefinitionChecker({ list: () => [MEMORY_DRIVER] }),
    store,
  }).combine();
  const location = `url:${REPOSITORY}/src/branch/main/catalog-info.yaml`;
  const files = new Map<string, string | Buffer>([[FILE, SCORE]]);
  const resources = new ScoreResources({ ...stores, knex });
  const reads = new ScoreReads({
    config: {
      environments: [
        { name: 'dev', type: 'development', title: 'Development' },
        { name: 'production', type: 'production', title: 'Production' },
      ],
    },
    definitions: new DefinitionRegistry(store),
    files: new ScoreFiles({
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'payment-service',
              annotations: {
                [SCORE_ANNOTATION]: './score.yaml',
                'backstage.io/managed-by-location': location,
                'backstage.io/managed-by-origin-location': location,
              },
            },
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'plain' },
          },
        ],
      }),
      origins: EntityOrigins.fromConfig(
        mockServices.rootConfig({
          data: { integrations: { gitea: [{ host: 'git.acme.example' }] } },
        }),
      ),
      urlReader: createFileReader(files),
    }),
    resources,
  });
  return {
    files,
    knex,
    provisioning: new ScoreProvisioning({ reads }),
    reads,
    stores,
    /** Makes a live resource of a name in dev. */
    async add(number: number, changes: Parameters<typeof sampleResource>[1]) {
      const resource = sampleResource(number, {
        type: 'box',
        definition: 'dev',
        ...changes,
      });
      await knex.transaction(trx =>
        stores.resources.insert(trx, resource, { title: 'Requested' }),
      );
      return resource;
    },
  };
}

describe('the Score file of a component', () => {
  it('says what is there and what is missing in each environment', async () => {
    const { add, reads } = await start();
    await add(1, { name: 'ledger', state: 'ready' });
    await add(2, {
      name: 'warehouse',
      sharedId: 'shared.stock',
      scopeRef: 'component:default/inventory-service',
      entityRefs: ['component:default/inventory-service'],
      state: 'creating',
    });

    const { environments, ...score } = await reads.get(REF, { credentials });
    expect(score).toEqual({
      source: FILE,
      problems: [],
      workload: {
        name: 'payment-service',
        containers: [{ name: 'app', image: '.', needs: ['ledger', 'tmp'] }],
        ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
      },
    });
    expect(
      environments.map(({ environment, needs }) => [
        environment.name,
        needs.map(({ name, status }) => [name, status]),
      ]),
    ).toEqual([
      [
        'dev',
        [
          ['ledger', 'ready'],
          ['mail', 'unserved'],
          ['stock', 'missing'],
          ['tmp', 'part-of-workload'],
        ],
      ],
      [
        'production',
        [
          ['ledger', 'unserved'],
          ['mail', 'unserved'],
          ['stock', 'unserved'],
          ['tmp', 'part-of-workload'],
        ],
      ],
    ]);
    expect(environments[0].needs[0]).toMatchObject({
      definition: { name: 'dev', title: 'dev' },
      resource: { name: 'ledger', state: 'ready', definition: 'dev' },
    });
    expect(environments[1].needs[0].losers).toEqual([
      { name: 'dev', reason: "is for the environment 'dev' only" },
    ]);
  });

  it('shows what is wrong with it, and answers 404 where there is none', async () => {
    const { files, reads } = await start();
    files.set(FILE, SCORE.replace('ledger.place', 'ledger.host'));
    expect(await reads.get(REF, { credentials })).toMatchObject({
      problems: [
        {
          line: 8,
          message:
            "containers.app.variables.PLACE has ${resources.ledger.host}, but 'box' has no output 'host'; it has place, password",
        },
      ],
      environments: [],
    });
    await expect(
      reads.getManifests(REF, { credentials, environment: 'dev' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });

    files.clear();
    expect(await reads.get(REF, { credentials })).toMatchObject({
      problems: [{ message: 'The file does not exist' }],
    });
    for (const ref of ['component:default/none', 'component:default/plain']) {
      await expect(reads.get(ref, { credentials })).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    }
  });

  it('asks for what is missing, and goes on after a refusal', async () => {
    const { files, provisioning } = await start();
    files.set(FILE, SCORE.replace('type: letterbox', 'type: box'));
    const asked: ResourceInput[] = [];
    const provision = (needs?: string[]) =>
      provisioning.provisionMissing(
        REF,
        { environment: 'dev', needs, reason: 'for dev' },
        {
          credentials,
          request: async input => {
            asked.push(input);
            if (input.name === 'mail') {
              throw new ConflictError('The quota is used up');
            }
            return { id: `request-${asked.length}` };
          },
        },
      );

    expect(await provision()).toEqual([
      { name: 'ledger', requestId: 'request-1' },
      { name: 'mail', problem: 'The quota is used up' },
      { name: 'stock', requestId: 'request-3' },
    ]);
    expect(asked[0]).toEqual({
      type: 'box',
      class: 'default',
      name: 'ledger',
      environment: 'dev',
      entityRef: REF,
      parameters: { colour: 'red', of: ['payment-service'] },
      reason: 'for dev',
    });
    expect(asked[2]).toMatchObject({ name: 'stock', sharedId: 'shared.stock' });

    expect(await provision(['stock'])).toHaveLength(1);
    await expect(provision(['tmp'])).rejects.toThrow(
      "'tmp' is not missing in 'dev'",
    );
  });

  it('asks for the others where the portal cannot use the name of one', async () => {
    const { files, provisioning } = await start();
    files.set(
      FILE,
      SCORE.replace('mail: { type: letterbox }', '2fa-store: { type: box }'),
    );
    expect(
      await provisioning.provisionMissing(
        REF,
        { environment: 'dev' },
        { credentials, request: async ({ name }) => ({ id: `for-${name}` }) },
      ),
    ).toEqual([
      {
        name: '2fa-store',
        problem:
          "Invalid input: 'name': must start with a letter and have lower-case letters, digits and hyphens only, at most 40",
      },
      { name: 'ledger', requestId: 'for-ledger' },
      { name: 'stock', requestId: 'for-stock' },
    ]);
  });

  it('has no part in what others share until their owner agrees', async () => {
    const { add, files, knex, reads, stores } = await start();
    files.set(
      FILE,
      SCORE.replaceAll('resources.ledger.', 'resources.stock.').replace(
        / {2}ledger[^]*metadata.name\}'\] \}\n/,
        '',
      ),
    );
    const warehouse = await add(1, {
      name: 'warehouse',
      sharedId: 'shared.stock',
      ownerRef: 'group:default/team-inventory',
      scopeRef: 'component:default/inventory-service',
      entityRefs: ['component:default/inventory-service'],
      state: 'ready',
    });
    await knex('resources').update({
      observed: JSON.stringify({
        status: 'present',
        access: 'granted',
        health: { status: 'ok' },
        differences: [],
        outputs: { place: 'top' },
      }),
    });
    const find = async () => {
      const { environments } = await reads.get(REF, { credentials });
      const need = environments[0].needs.find(({ name }) => name === 'stock');
      return [need?.status, need?.resource?.name, need?.definition?.name];
    };
    const manifests = () =>
      reads.getManifests(REF, {
        credentials,
        environment: 'dev',
        image: 'x:1',
      });

    expect(await find()).toEqual(['missing', undefined, undefined]);
    await expect(manifests()).rejects.toThrow(
      "containers.app.variables.PASSWORD needs 'stock', which is not there yet",
    );

    await stores.requests.insert(
      knex,
      sampleRequest(warehouse.id, 1, {
        kind: 'share',
        state: 'awaiting-approval',
        input: { entityRef: REF },
      }),
    );
    expect(await find()).toEqual(['pending', undefined, undefined]);
    await expect(manifests()).rejects.toThrow('which is not there yet');

    await stores.resources.addEntities(knex, warehouse.id, [REF]);
    expect(await find()).toEqual(['ready', 'warehouse', 'dev']);
    expect((await manifests()).text).toContain('value: top');
  });

  it.each([
    ['type', { type: 'crate' }, "'crate' of the class 'default'"],
    ['class', { class: 'large' }, "'box' of the class 'large'"],
  ])('has no part in what has its name and another %s', async (...row) => {
    const [, other, described] = row;
    const { add, files, provisioning, reads } = await start();
    files.set(FILE, SCORE.replace(/ {2}stock[^]*letterbox \}\n/, ''));
    await add(1, { name: 'ledger', state: 'ready', ...other });

    const { environments } = await reads.get(REF, { credentials });
    expect(environments[0].needs[0]).toMatchObject({
      name: 'ledger',
      status: 'name-taken',
      resource: { name: 'ledger', ...other },
    });
    await expect(
      reads.getManifests(REF, { credentials, environment: 'dev', image: 'x' }),
    ).rejects.toThrow(
      `containers.app.variables.PLACE needs 'ledger', but what has that name is a ${described}`,
    );
    expect(
      await provisioning.provisionMissing(
        REF,
        { environment: 'dev' },
        { credentials, request: async () => ({ id: 'none' }) },
      ),
    ).toEqual([]);
  });

  it('is rendered with the files beside it, byte by byte', async () => {
    const { files, reads } = await start();
    files.set(
      FILE,
      `apiVersion: score.dev/v1b1
metadata: { name: payment-service }
containers:
  app:
    image: x
    files:
      /a.txt: { source: a.txt }
      /b.png: { source: b.png, noExpand: true }
      /c.bin: { source: c.bin, noExpand: true }
      /d.txt: { source: d.txt }
`,
    );
    const folder = FILE.replace('score.yaml', '');
    files.set(`${folder}a.txt`, 'Grüße von ${metadata.name}');
    // The begin of a picture is no UTF-8; a zero would be, but is no text either.
    files.set(`${folder}b.png`, Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    files.set(`${folder}c.bin`, Buffer.from([0x41, 0x00, 0x42]));
    // For kubectl, the line ends there and a field of the object begins.
    files.set(`${folder}d.txt`, 'one\u2028kind: ClusterRoleBinding');
    const { text } = await reads.getManifests(REF, {
      credentials,
      environment: 'dev',
    });
    const contents = parseAllDocuments(text)
      .map(one => one.toJS())
      .filter(({ kind }) => kind === 'ConfigMap')
      .map(({ data, binaryData }) => data ?? binaryData);
    expect(contents).toEqual([
      { file: 'Grüße von payment-service' },
      { file: 'iVBORw==' },
      { file: 'QQBC' },
      { file: 'one\u2028kind: ClusterRoleBinding' },
    ]);
    expect(text).not.toContain('\u2028');
  });

  it('is rendered once everything is there', async () => {
    const { add, files, knex, reads } = await start();
    files.set(
      FILE,
      SCORE.replace(/ {2}stock[^]*letterbox \}\n/, '').replace(
        '    variables:\n',
        "    variables:\n      DEBUG: 'on'\n      MODE: '010'\n      START: '08:30:00'\n",
      ),
    );
    const manifests = () =>
      reads.getManifests(REF, {
        credentials,
        environment: 'dev',
        image: 'registry.acme.example/payment-service:1',
      });
    await expect(manifests()).rejects.toThrow(
      `'payment-service' cannot run in 'dev' yet:
- line 11: containers.app.variables.PLACE needs 'ledger', which is not there yet
- line 12: containers.app.variables.PASSWORD needs 'ledger', which is not there yet`,
    );

    await add(1, {
      name: 'ledger',
      providerName: 'ledger-00000000',
      state: 'ready',
    });
    await knex('resources').update({
      observed: JSON.stringify({
        status: 'present',
        access: 'granted',
        health: { status: 'ok' },
        differences: [],
        outputs: { place: 'top' },
      }),
    });
    const { fileName, text } = await manifests();
    expect(fileName).toBe('payment-service-dev.yaml');
    expect(text).toMatch(
      /^# Needs the Secret 'ledger-00000000' with password\n---\n/,
    );
    // As kubectl reads it, whose YAML takes more words and digits for values.
    const documents = parseAllDocuments(text, { version: '1.1' }).map(one =>
      one.toJS(),
    );
    expect(documents.map(({ kind }) => kind)).toEqual([
      'Service',
      'Deployment',
    ]);
    expect(documents[1].spec.template.spec.containers[0]).toMatchObject({
      image: 'registry.acme.example/payment-service:1',
      env: [
        { name: 'DEBUG', value: 'on' },
        { name: 'MODE', value: '010' },
        {
          name: 'PASSWORD',
          valueFrom: {
            secretKeyRef: { name: 'ledger-00000000', key: 'password' },
          },
        },
        { name: 'PLACE', value: 'top' },
        { name: 'START', value: '08:30:00' },
      ],
    });
    await expect(
      reads.getManifests(REF, { credentials, environment: 'moon' }),
    ).rejects.toThrow(
      "There is no environment 'moon'; there are dev, production",
    );
  });
});
