import { type FieldMessages, isRecord } from '@atrium/common';
import type {
  Definitions,
  ObjectSchema,
} from '@atrium/plugin-provisioning-common';
import { readField } from '@atrium/ui';

interface Described {
  messages?: FieldMessages;
}

/** Types and drivers with the texts that the portal has in the language of the page. */
export function readDefinitions(definitions: Definitions): Definitions {
  return {
    ...definitions,
    types: definitions.types.map(type => ({
      ...type,
      title: readField(type, 'title'),
      description: readField(type, 'description'),
      parameters: readSchema(type, 'parameters', type.parameters),
      outputs: readSchema(type, 'outputs', type.outputs),
    })),
    drivers: definitions.drivers.map(driver => ({
      ...driver,
      title: readField(driver, 'title'),
      description: readField(driver, 'description'),
      inputs: readSchema(driver, 'inputs', driver.inputs),
    })),
  };
}

/** Fields that nobody gave a title have none here either. */
function readSchema<T extends Pick<ObjectSchema, 'properties'>>(
  { messages = {} }: Described,
  name: string,
  schema: T,
): T {
  const properties = Object.entries(schema.properties).map(([field, said]) => {
    const texts = ['title', 'description'].flatMap(key => {
      const parts = messages[`${name}.${field}.${key}`];
      const text = isRecord(said) ? said[key] : undefined;
      return parts && typeof text === 'string'
        ? [[key, readField({ text, messages: { text: parts } }, 'text')]]
        : [];
    });
    return [field, { ...said, ...Object.fromEntries(texts) }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
