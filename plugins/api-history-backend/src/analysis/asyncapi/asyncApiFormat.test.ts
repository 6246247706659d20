import type { PlainData, PlainMap } from '@atrium/common/yaml';
import { changesOf } from '../../__testUtils__/changesOf';
import { asyncApiFormat } from './asyncApiFormat';

async function compare(before: PlainData, after: PlainData): Promise<string[]> {
  const read = (tree: PlainData) =>
    asyncApiFormat.read(JSON.stringify(tree)).content;
  const summary = await asyncApiFormat.compare?.({
    before: read(before),
    after: read(after),
  });
  return summary ? changesOf(summary) : [];
}

function version2(channels: PlainData, rest: PlainMap = {}): PlainData {
  return {
    asyncapi: '2.6.0',
    info: { title: 'Orders', version: '1' },
    channels,
    ...rest,
  };
}

/** A document whose provider sends on the channel `a`. */
function version3(channels: PlainData, rest: PlainMap = {}): PlainData {
  return {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    channels,
    operations: {
      send: { action: 'send', channel: { $ref: '#/channels/a' } },
    },
    ...rest,
  };
}

function channelOf(payloads: PlainMap): PlainData {
  return {
    address: 'x',
    messages: Object.fromEntries(
      Object.entries(payloads).map(([id, schema]) => [id, { payload: schema }]),
    ),
  };
}

/** A document whose provider answers a request on another channel. */
function pingPong(pong: PlainMap, ...fields: string[]): PlainData {
  return version3(
    {
      ping: { address: '/ping', messages: { ping: {} } },
      pong: { ...pong, messages: { pong: { payload: payload(...fields) } } },
    },
    {
      operations: {
        ping: {
          action: 'receive',
          channel: { $ref: '#/channels/ping' },
          reply: { channel: { $ref: '#/channels/pong' } },
        },
      },
    },
  );
}

const trait: PlainData = { $ref: '#/components/messageTraits/T' };

function traitOf(contentType: string, ...headers: string[]): PlainData {
  return { contentType, headers: payload(...headers) };
}

function payload(...names: string[]): PlainData {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name, {}])),
  };
}

const message = (name: string, ...fields: string[]): PlainData => ({
  name,
  payload: payload(...fields),
});

/** [what, before, after, changes] */
const rules: [string, PlainData, PlainData, string[]][] = [
  [
    'a removed and a new channel',
    version2({ 'orders.old': {} }),
    version2({ 'orders.new': {} }),
    [
      'breaking channel-removed @ orders.old',
      'compatible channel-added @ orders.new',
    ],
  ],
  [
    'a removed and a new operation',
    version2({ orders: { subscribe: {} } }),
    version2({ orders: { publish: {} } }),
    [
      'breaking operation-removed @ receive from orders',
      'compatible operation-added @ send to orders',
    ],
  ],
  [
    'another message where consumers receive',
    version2({ orders: { subscribe: { message: message('Placed') } } }),
    version2({ orders: { subscribe: { message: message('Paid') } } }),
    [
      'breaking response-message-removed @ receive from orders',
      'risky response-message-added @ receive from orders',
    ],
  ],
  [
    'one more message where consumers send',
    version2({ orders: { publish: { message: { oneOf: [message('A')] } } } }),
    version2({
      orders: { publish: { message: { oneOf: [message('A'), message('B')] } } },
    }),
    ['compatible request-message-added @ send to orders'],
  ],
  [
    'a field that consumers no longer receive',
    version2({
      orders: { subscribe: { message: message('Placed', 'id', 'at') } },
    }),
    version2({ orders: { subscribe: { message: message('Placed', 'id') } } }),
    [
      'breaking response-property-removed payload of Placed › at @ receive from orders',
    ],
  ],
  [
    'another content type',
    version2({
      orders: { subscribe: { message: { name: 'A', contentType: 'a/b' } } },
    }),
    version2({
      orders: { subscribe: { message: { name: 'A', contentType: 'c/d' } } },
    }),
    ['breaking response-content-type-changed A @ receive from orders'],
  ],
  [
    'a payload in Avro',
    version2({
      orders: {
        subscribe: {
          message: {
            name: 'A',
            schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
            payload: { type: 'record', name: 'A' },
          },
        },
      },
    }),
    version2({
      orders: {
        subscribe: {
          message: {
            name: 'A',
            schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
            payload: { type: 'record', name: 'B' },
          },
        },
      },
    }),
    ['risky response-payload-changed A @ receive from orders'],
  ],
  [
    'a content type that becomes the default of all',
    version2({
      orders: { subscribe: { message: { name: 'A', contentType: 'a/b' } } },
    }),
    version2(
      { orders: { subscribe: { message: { name: 'A' } } } },
      { defaultContentType: 'a/b' },
    ),
    [],
  ],
  [
    'another default content type',
    version2(
      { orders: { subscribe: { message: { name: 'A' } } } },
      { defaultContentType: 'a/b' },
    ),
    version2(
      { orders: { subscribe: { message: { name: 'A' } } } },
      { defaultContentType: 'c/d' },
    ),
    ['breaking response-content-type-changed A @ receive from orders'],
  ],
  [
    'what a trait says of a message',
    version2(
      { orders: { subscribe: { message: { name: 'A', traits: [trait] } } } },
      { components: { messageTraits: { T: traitOf('a/b', 'id', 'at') } } },
    ),
    version2(
      { orders: { subscribe: { message: { name: 'A', traits: [trait] } } } },
      { components: { messageTraits: { T: traitOf('c/d', 'id') } } },
    ),
    [
      'breaking response-content-type-changed A @ receive from orders',
      'breaking response-property-removed headers of A › at @ receive from orders',
    ],
  ],
  [
    'a trait that overrides a message of version 2',
    version2({
      orders: { subscribe: { message: { name: 'A', contentType: 'a/b' } } },
    }),
    version2({
      orders: {
        subscribe: {
          message: {
            name: 'A',
            contentType: 'a/b',
            traits: [{ contentType: 'c/d' }],
          },
        },
      },
    }),
    ['breaking response-content-type-changed A @ receive from orders'],
  ],
  [
    'one of two messages without names',
    version2({
      orders: {
        subscribe: {
          message: {
            oneOf: [{ payload: payload('id') }, { payload: payload('note') }],
          },
        },
      },
    }),
    version2({
      orders: {
        subscribe: {
          message: {
            oneOf: [{ payload: payload() }, { payload: payload('note') }],
          },
        },
      },
    }),
    [
      'breaking response-property-removed payload of message › id @ receive from orders',
    ],
  ],
];

const avro = (version: string): PlainData =>
  version2({
    orders: {
      subscribe: {
        message: {
          name: 'A',
          schemaFormat: `application/vnd.apache.avro;version=${version}`,
          payload: { type: 'record', name: 'A' },
        },
      },
    },
  });

const described: [string, PlainData, PlainData, string[]][] = [
  [
    'another kind of schema for the same payload',
    avro('1.9.0'),
    avro('1.12.0'),
    ['risky response-schema-format-changed A @ receive from orders'],
  ],
  [
    'headers of another kind of schema',
    version3({
      a: { address: 'x', messages: { M: { headers: payload('id') } } },
    }),
    version3({
      a: {
        address: 'x',
        messages: {
          M: {
            headers: {
              schemaFormat: 'application/schema+json;version=draft-07',
              schema: payload('key'),
            },
          },
        },
      },
    }),
    [
      'breaking response-property-removed headers of M › id @ receive from x',
      'compatible response-property-added headers of M › key @ receive from x',
    ],
  ],
  [
    'another name of a parameter',
    version2({
      'u/{userId}': { subscribe: { message: message('A', 'id', 'at') } },
    }),
    version2({ 'u/{id}': { subscribe: { message: message('A', 'id') } } }),
    [
      'breaking response-property-removed payload of A › at @ receive from u/{id}',
    ],
  ],
  [
    'one of two channels that differ in the name of a parameter',
    version2({
      'u/{userId}': { subscribe: { message: message('A', 'id') } },
      'u/{name}': { subscribe: { message: message('B', 'id') } },
    }),
    version2({
      'u/{userId}': { subscribe: { message: message('A') } },
      'u/{name}': { subscribe: { message: message('B', 'id') } },
    }),
    [
      'breaking response-property-removed payload of A › id @ receive from u/{userId}',
    ],
  ],
  [
    'another server',
    version2({}, { servers: { a: { url: 'a.example', protocol: 'amqp' } } }),
    version2({}, { servers: { a: { url: 'b.example', protocol: 'amqp' } } }),
    ['risky server-removed', 'compatible server-added'],
  ],
  [
    'a server with another protocol',
    version3(
      {},
      {
        servers: { a: { host: 'a.example', pathname: '/v1', protocol: 'ws' } },
      },
    ),
    version3(
      {},
      {
        servers: { a: { host: 'a.example', pathname: '/v1', protocol: 'wss' } },
      },
    ),
    ['risky server-removed', 'compatible server-added'],
  ],
  [
    'a server of version 2 in the words of version 3',
    version2(
      {},
      { servers: { a: { url: 'ws://a.example/v1/', protocol: 'ws' } } },
    ),
    version3(
      {},
      {
        servers: { b: { host: 'a.example', pathname: '/v1', protocol: 'ws' } },
      },
    ),
    [],
  ],
  [
    'messages of a channel that no operation names',
    version3({ b: channelOf({ M: payload('id', 'at'), N: payload() }) }),
    version3({ b: channelOf({ M: payload('id') }) }),
    [
      'breaking request-message-removed @ x',
      'breaking response-message-removed @ x',
      'breaking request-property-removed payload of M › at @ x',
      'breaking response-property-removed payload of M › at @ x',
    ],
  ],
  [
    'a channel that an operation names from now on',
    version3({ a: channelOf({ M: payload('id', 'at') }) }, { operations: {} }),
    version3({ a: channelOf({ M: payload('id') }) }),
    ['breaking response-property-removed payload of M › at @ receive from x'],
  ],
  [
    'a channel that no operation names any more',
    version3({ a: channelOf({ M: payload('id', 'at') }) }),
    version3({ a: channelOf({ M: payload('id') }) }, { operations: {} }),
    ['breaking response-property-removed payload of M › at @ receive from x'],
  ],
];

/** What changes in version 3: [what, before, after, changes] */
const rulesOfVersion3: [string, PlainData, PlainData, string[]][] = [
  [
    'the answer to a request',
    pingPong({ address: '/pong' }, 'event', 'id'),
    pingPong({ address: '/pong' }, 'id'),
    [
      'breaking response-property-removed payload of pong › event @ receive from /pong',
    ],
  ],
  [
    'an answer to an address that only the request names',
    pingPong({ address: null }, 'event', 'id'),
    pingPong({ address: null }, 'id'),
    [
      'breaking response-property-removed payload of pong › event @ receive reply to ping',
    ],
  ],
  [
    'one of two messages that have only keys',
    version3({ a: channelOf({ M: payload('id'), N: payload('note') }) }),
    version3({ a: channelOf({ M: payload(), N: payload('note') }) }),
    ['breaking response-property-removed payload of M › id @ receive from x'],
  ],
  [
    'one of two channels of the same address',
    version3({ a: channelOf({ M: payload('id') }), b: channelOf({}) }),
    version3({ a: channelOf({ M: payload() }), b: channelOf({}) }),
    ['breaking response-property-removed payload of M › id @ receive from x'],
  ],
  [
    'a trait that does not override its message',
    version3({
      a: { address: 'x', messages: { M: { contentType: 'a/b' } } },
    }),
    version3({
      a: {
        address: 'x',
        messages: {
          M: { contentType: 'a/b', traits: [{ contentType: 'c/d' }] },
        },
      },
    }),
    [],
  ],
];

describe('AsyncAPI', () => {
  it.each([...rules, ...described, ...rulesOfVersion3])(
    'tells %s',
    async (_, before, after, changes) => {
      expect(await compare(before, after)).toEqual(changes);
    },
  );

  it('reads version 3, where the provider sends what consumers receive', async () => {
    const orders = (...fields: string[]): PlainData => ({
      asyncapi: '3.0.0',
      info: { title: 'Orders', version: '1' },
      channels: {
        placed: {
          address: 'orders.placed.v1',
          messages: { Placed: { $ref: '#/components/messages/Placed' } },
        },
      },
      operations: {
        sendPlaced: {
          action: 'send',
          channel: { $ref: '#/channels/placed' },
          messages: [{ $ref: '#/channels/placed/messages/Placed' }],
        },
      },
      components: {
        messages: {
          Placed: { payload: { $ref: '#/components/schemas/Order' } },
        },
        schemas: { Order: payload(...fields) },
      },
    });

    expect(await compare(orders('id', 'total'), orders('id', 'note'))).toEqual([
      'breaking response-property-removed Order.total @ receive from orders.placed.v1',
      'compatible response-property-added Order.note @ receive from orders.placed.v1',
    ]);
  });

  it('finds nothing new when a team moves from version 2 to 3', async () => {
    const before = version2({
      'orders.placed': { subscribe: { message: message('Placed', 'id') } },
    });
    const after: PlainData = {
      asyncapi: '3.0.0',
      channels: {
        placed: {
          address: 'orders.placed',
          messages: { Placed: message('Placed', 'id') },
        },
      },
      operations: {
        placed: { action: 'send', channel: { $ref: '#/channels/placed' } },
      },
    };

    expect(await compare(before, after)).toEqual([]);
  });

  it.each([
    ['openapi: 3.0.0', "The definition has no key 'asyncapi'", 1],
    ['info: {}\nasyncapi: 1.2.0', 'not a known version of AsyncAPI', 2],
  ])('refuses %j', (text, message_, line) => {
    expect(() => asyncApiFormat.read(text)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message_),
        line,
      }),
    );
  });
});
