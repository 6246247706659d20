import { parseDefinitions } from '@atrium/plugin-provisioning-common';
import { listUntranslated } from '@atrium/plugin-provisioning-node/testUtils';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMySql } from './mysql/describeMySql';
import { describeNats, describeNatsJwt } from './nats/describeNats';
import { describePostgres } from './postgres/postgresSchemas';
import { describePostgresQueue } from './postgresQueue/describePostgresQueue';
import { describeRabbit } from './rabbitmq/describeRabbit';
import { describeRedis } from './redis/describeRedis';
import { ServerList } from './shared/ServerList';

const ROOT = join(__dirname, '../../..');

function readDocuments(folder: string) {
  return readdirSync(join(ROOT, folder)).flatMap(file => {
    const text = readFileSync(join(ROOT, folder, file), 'utf8');
    const { documents, problems } = parseDefinitions(text, file);
    expect(problems).toEqual([]);
    return documents.map(({ document }) => document);
  });
}

const describers = [
  describeMySql,
  describeNats,
  describeNatsJwt,
  describePostgres,
  describePostgresQueue,
  describeRabbit,
  describeRedis,
];
const drivers = describers.map(describeDriver =>
  describeDriver({ type: 'string' }),
);

const namesOf = (schema: { properties: object }) =>
  Object.keys(schema.properties);

it.each(describers)(
  '%p is in the language of whoever reads it',
  describeDriver => {
    const { schema } = new ServerList([]);
    expect(listUntranslated(describeDriver(schema))).toEqual([]);
  },
);

describe.each(drivers)('the driver $id', driver => {
  it.each(driver.types)('fits the type %s that the portal has', name => {
    const type = readDocuments(
      'plugins/provisioning-backend/definitions/types',
    ).find(({ metadata }) => metadata.name === name);
    if (type?.kind !== 'ResourceType') {
      throw new Error(`No type '${name}'`);
    }
    const { outputs, parameters } = type.spec;

    expect(namesOf(driver.parameters)).toEqual(
      expect.arrayContaining(namesOf(parameters)),
    );
    // What the type does not have, nobody can name in a Score file.
    expect(namesOf(outputs)).toEqual(
      expect.arrayContaining(namesOf(driver.outputs)),
    );
    for (const output of namesOf(driver.outputs)) {
      expect([
        output,
        outputs.properties[output].writeOnly === true,
        outputs.properties[output].type,
      ]).toEqual([
        output,
        driver.outputs.properties[output].writeOnly === true,
        driver.outputs.properties[output].type,
      ]);
    }
  });
});

describe('the definitions of the sample organisation', () => {
  it('say to drivers only what these know', () => {
    const definitions = readDocuments(
      'examples/acme/platform-resources/definitions',
    );
    expect(definitions).toHaveLength(6);
    for (const definition of definitions) {
      const driver = drivers.find(
        ({ id }) =>
          definition.kind === 'ResourceDefinition' &&
          id === definition.spec.driver,
      );
      if (definition.kind !== 'ResourceDefinition' || !driver) {
        throw new Error(`No driver for '${definition.metadata.name}'`);
      }
      const { defaults, deletion, inputs, plans, type } = definition.spec;
      expect(driver.types).toContain(type);
      expect(namesOf(driver.parameters)).toEqual(
        expect.arrayContaining(Object.keys(defaults)),
      );
      for (const plan of plans) {
        const names = Object.keys({ ...inputs, ...plan.inputs });
        expect(namesOf(driver.inputs)).toEqual(expect.arrayContaining(names));
        expect(names).toEqual(
          expect.arrayContaining(driver.inputs.required ?? []),
        );
      }
      expect(deletion === 'snapshot-then-delete' && !driver.hasSnapshots).toBe(
        false,
      );
    }
  });
});
