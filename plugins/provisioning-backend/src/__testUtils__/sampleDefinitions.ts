import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';

/** A type that is described in a file, as the built-in ones are. */
export const BOX_TYPE = `apiVersion: atrium.dev/v1
kind: ResourceType
metadata:
  name: box
spec:
  parameters:
    properties:
      colour: { type: string, enum: [red, blue] }
  outputs:
    properties:
      password: { type: string, writeOnly: true }
`;

/** A definition of that type: `match` in YAML says what it is for. */
export function sampleDefinition(
  name: string,
  { match = '{}', size = '5' }: { match?: string; size?: string } = {},
): string {
  return `apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata:
  name: ${name}
spec:
  type: box
  driver: memory
  match: ${match}
  inputs: { shelf: top }
  plans:
    - name: small
      inputs: { size: ${size} }
`;
}

/** A driver that makes boxes. */
export const MEMORY_DRIVER: { description: ResourceDriverDescription } = {
  description: {
    id: 'memory',
    title: 'Memory',
    description: 'Boxes of this process.',
    types: ['box'],
    inputs: {
      type: 'object',
      properties: {
        shelf: { type: 'string' },
        size: { type: 'integer', minimum: 1 },
      },
      required: ['shelf', 'size'],
      additionalProperties: false,
    },
    parameters: {
      type: 'object',
      properties: { colour: { type: 'string' } },
      additionalProperties: false,
    },
    outputs: { type: 'object', properties: {}, additionalProperties: false },
    credentials: 'issued',
    hasSnapshots: false,
    hasSuspension: true,
  },
};
