import type { PlainData } from '@atrium/common/yaml';
import type { Schemas } from './compareSchemas';

/** An object with properties. */
export const object = (properties: Schemas, rest: Schemas = {}): PlainData => ({
  type: 'object',
  properties,
  ...rest,
});

/** An object with the property `a`. */
export const field = (schema: PlainData): PlainData => object({ a: schema });
