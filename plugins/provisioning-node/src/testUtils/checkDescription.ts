import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import type { ObjectSchema } from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type { ResourceDriverDescription } from '../ResourceDriver';
import type { DriverSubject } from './DriverSubject';

const SCHEMAS = ['inputs', 'parameters', 'outputs'] as const;

/** What a driver says of itself is what pages and the engine can work with. */
export function checkDescription(subject: DriverSubject): void {
  const { description } = subject.driver;
  assert.match(description.id, /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
  assert.ok(description.title && description.description, 'title, description');
  assert.ok(description.types.includes(subject.type), 'the type it makes');
  for (const name of SCHEMAS) {
    const schema = description[name];
    assert.equal(schema.type, 'object', name);
    assert.ok(
      !schema.additionalProperties || mayBeOpen(name, description),
      `${name}: nothing else`,
    );
    for (const [property, of] of Object.entries(schema.properties)) {
      assert.ok(of.title || of.description, `${name}.${property} says nothing`);
    }
    compile(schema);
  }
  for (const name of ['inputs', 'parameters'] as const) {
    expectValid(description[name], subject[name]);
    expectValid(description[name], subject.changed[name] ?? subject[name]);
  }
  assert.equal(
    subject.driver.suspend !== undefined && subject.driver.resume !== undefined,
    description.hasSuspension,
    'hasSuspension',
  );
  assert.equal(
    subject.driver.snapshot !== undefined,
    description.hasSnapshots,
    'hasSnapshots',
  );
}

/** Types say what requesters set; a secret has to be known by its name. */
function mayBeOpen(
  name: (typeof SCHEMAS)[number],
  { credentials }: ResourceDriverDescription,
): boolean {
  return (
    name === 'parameters' ||
    (name === 'outputs' && credentials === 'referenced')
  );
}

/** Outputs are as the schema has them, and secrets are nowhere but in secrets. */
export function checkOutputs(
  { outputs: schema }: ResourceDriverDescription,
  { outputs, secrets }: { outputs: JsonObject; secrets: JsonObject },
): void {
  const isSecret = (name: string) =>
    schema.properties[name]?.writeOnly === true;
  for (const name of Object.keys(outputs)) {
    assert.ok(!isSecret(name), `observe answers the secret '${name}'`);
  }
  for (const name of Object.keys(secrets)) {
    assert.ok(isSecret(name), `'${name}' of the secrets is not 'writeOnly'`);
  }
  expectValid(schema, { ...outputs, ...secrets });
}

function expectValid(schema: ObjectSchema, value: JsonObject): void {
  const validate = compile(schema);
  assert.ok(validate(value), JSON.stringify(validate.errors));
}

function compile(schema: ObjectSchema): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}
