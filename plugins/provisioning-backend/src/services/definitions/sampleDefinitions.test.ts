import { readYamlFolder } from '@atrium/backend-common';
import {
  checkDefinitions,
  type LocatedDefinition,
  matchDefinition,
  parseDefinitions,
} from '@atrium/plugin-provisioning-common';
import { join } from 'node:path';
import { DefinitionChecker } from './DefinitionChecker';
import { readBuiltInTypes } from './DefinitionLoader';

const ROOT = join(__dirname, '../../../../..');
const SAMPLES = join(ROOT, 'examples/acme/platform-resources/definitions');

const readTypes = () =>
  readBuiltInTypes(
    join(ROOT, 'plugins/provisioning-backend/definitions/types'),
  );

describe('the types that the portal brings along', () => {
  it('are those of Score that a portal is asked for, without problems', async () => {
    const { documents, problems } = new DefinitionChecker({
      list: () => [],
    }).check(await readTypes());

    expect(problems).toEqual([]);
    expect(documents.map(({ document }) => document.metadata.name)).toEqual([
      'mysql',
      'postgres',
      'queue',
      'redis',
      'topic',
    ]);
  });

  it('mark each password and address with one as a secret', async () => {
    const outputs = (await readTypes()).flatMap(({ document }) =>
      document.kind === 'ResourceType'
        ? Object.entries(document.spec.outputs.properties)
        : [],
    );
    const secrets = outputs
      .filter(([, { writeOnly }]) => writeOnly === true)
      .map(([name]) => name);
    expect([...new Set(secrets)].toSorted()).toEqual([
      'credentials',
      'password',
      'readOnlyPassword',
      'readOnlyUrl',
      'url',
    ]);
  });
});

describe('the definitions of the sample organisation', () => {
  async function readSamples(): Promise<LocatedDefinition[]> {
    const files = await readYamlFolder(SAMPLES);
    return [...files].flatMap(([source, text]) => {
      const { documents, problems } = parseDefinitions(text, source);
      expect(problems).toEqual([]);
      return documents;
    });
  }

  it('can stand beside each other', async () => {
    const { problems } = checkDefinitions([
      ...(await readTypes()),
      ...(await readSamples()),
    ]);
    expect(problems).toEqual([]);
  });

  it.each(['postgres', 'queue'])(
    'serve each environment with a %s',
    async type => {
      const candidates = (await readSamples()).flatMap(({ document }) =>
        document.kind === 'ResourceDefinition'
          ? [{ name: document.metadata.name, ...document.spec }]
          : [],
      );
      const found = [
        ['dev', 'development'],
        ['staging', 'staging'],
        ['production', 'production'],
      ].map(([environment, environmentType]) => {
        const { winner } = matchDefinition(
          {
            type,
            class: 'default',
            environment,
            environmentType,
            resource: 'ledger',
          },
          candidates,
        );
        return [
          winner?.name,
          winner?.approval.required,
          Boolean(winner?.lease),
        ];
      });
      expect(found).toEqual([
        [`${type}-dev`, false, true],
        [`${type}-staging`, false, false],
        [`${type}-production`, true, false],
      ]);
    },
  );
});
