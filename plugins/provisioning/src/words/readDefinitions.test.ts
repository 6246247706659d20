import {
  type ObjectSchema,
  provisioningMessages,
} from '@atrium/plugin-provisioning-common';
import { addBackendMessages } from '@atrium/ui';
import { readDefinitions } from './readDefinitions';

addBackendMessages({
  ...provisioningMessages,
  messages: {
    // As if the page were in German.
    'provisioning.shipped.type.queue': 'Message-Queue',
    'provisioning.shipped.field.deliveries': 'Zustellversuche',
    'provisioning.shipped.driver.http': 'Automatisierung über HTTP',
    'provisioning.shipped.input.values': 'Werte',
  },
});

it('reads the texts of the portal in the language of the page, and others as written', () => {
  const deliveries = { type: 'integer', title: 'Deliveries' };
  const schema = (properties: ObjectSchema['properties']) => ({
    type: 'object' as const,
    properties,
    additionalProperties: false,
  });
  const { types, drivers } = readDefinitions({
    types: [
      {
        name: 'queue',
        title: 'Message queue',
        parameters: schema({ maxDeliveries: deliveries, other: {} }),
        outputs: schema({}),
        messages: {
          title: [{ key: 'provisioning.shipped.type.queue' }],
          'parameters.maxDeliveries.title': [
            { key: 'provisioning.shipped.field.deliveries' },
          ],
        },
      },
      {
        name: 'crate',
        title: 'Crate',
        parameters: schema({ maxDeliveries: deliveries }),
        outputs: schema({}),
      },
    ],
    drivers: [
      {
        id: 'http',
        title: 'Automation over HTTP',
        description: 'Of our own.',
        types: [],
        inputs: schema({ values: { type: 'object', title: 'Values' } }),
        hasSnapshots: false,
        messages: {
          title: [{ key: 'provisioning.shipped.driver.http' }],
          'inputs.values.title': [{ key: 'provisioning.shipped.input.values' }],
        },
      },
    ],
    definitions: [],
    environments: [],
    files: [],
    problems: [],
  });
  const [queue, crate] = types;
  expect(queue.title).toBe('Message-Queue');
  expect(queue.parameters.properties).toEqual({
    maxDeliveries: { type: 'integer', title: 'Zustellversuche' },
    other: {},
  });
  expect(crate.title).toBe('Crate');
  expect(crate.parameters.properties.maxDeliveries).toEqual(deliveries);
  const [http] = drivers;
  expect(http).toMatchObject({
    title: 'Automatisierung über HTTP',
    description: 'Of our own.',
    inputs: { properties: { values: { type: 'object', title: 'Werte' } } },
  });
});
