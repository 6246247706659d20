import { describeShipped } from './describeShipped';

it('names the message of each text that the portal brings along, by its path', () => {
  expect(
    describeShipped({
      title: 'Message queue',
      description: 'What nobody else has written.',
      schemas: {
        parameters: {
          properties: {
            maxDeliveries: {
              type: 'integer',
              title: 'Deliveries',
              description:
                'How often a message is tried before it is put aside as dead.',
            },
            untitled: {},
          },
        },
        outputs: { properties: { host: { title: 'Host' } } },
      },
    }),
  ).toEqual({
    title: [{ key: 'provisioning.shipped.type.queue' }],
    'parameters.maxDeliveries.title': [
      { key: 'provisioning.shipped.field.deliveries' },
    ],
    'parameters.maxDeliveries.description': [
      { key: 'provisioning.shipped.field.deliveriesMessageText' },
    ],
    'outputs.host.title': [{ key: 'provisioning.shipped.field.host' }],
  });
});
