import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ApiDefinitionCollatorFactory } from './ApiDefinitionCollatorFactory';
import type { ApiDefinitionDocument } from './apiDocument';

function api(name: string, type: string, definition: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, namespace: 'default', title: `${name} title` },
    spec: { type, lifecycle: 'production', owner: 'team-payments', definition },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      { type: 'partOf', targetRef: 'system:default/billing' },
    ],
  };
}

async function collate(entities: Entity[]) {
  const logger = mockServices.logger.mock();
  const factory = new ApiDefinitionCollatorFactory({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    logger,
  });
  const read = async () => {
    const documents: ApiDefinitionDocument[] = [];
    for await (const document of await factory.getCollator()) {
      documents.push(document);
    }
    return documents;
  };
  return { documents: await read(), logger, read };
}

/** What tells the elements of a definition apart. */
async function collateElements(type: string, definition: string) {
  const { documents } = await collate([api('Example', type, definition)]);
  return documents.map(({ element, title, names, text }) => ({
    element,
    title,
    names,
    text,
  }));
}

const openApi = `
openapi: 3.1.0
info: { title: Payments, version: '1' }
paths:
  /refunds:
    parameters:
      - { name: tenant, in: header, schema: { type: string } }
    post:
      operationId: createRefund
      tags: [Money back, Other]
      summary: Refund a payment
      description: Gives the money back.
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/RefundRequest' }
      responses:
        '201':
          description: Booked
          content:
            application/json:
              schema:
                type: array
                items: { $ref: '#/components/schemas/Refund' }
        '400':
          content:
            application/json:
              schema: { properties: { problem: { type: string } } }
  /refunds/{refundId}:
    get:
      deprecated: true
      parameters:
        - $ref: '#/components/parameters/RefundId'
        - $ref: 'https://elsewhere.example/parameters.yaml#/Secret'
webhooks:
  refundCompleted:
    post: { summary: The money has arrived }
components:
  parameters:
    RefundId: { name: refundId, in: path, required: true }
  schemas:
    RefundRequest:
      description: What to give back
      properties:
        reason: { type: string }
        parent: { $ref: '#/components/schemas/RefundRequest' }
    Refund:
      title: A refund
      allOf:
        - $ref: '#/components/schemas/RefundRequest'
        - properties: { bookedAt: { type: string } }
`;

const asyncApi3 = `
asyncapi: 3.0.0
info: { title: Orders, version: '1' }
channels:
  orders:
    address: commerce.orders.v1
    description: Keyed by order number
    messages:
      placed: { $ref: '#/components/messages/placed' }
operations:
  publishOrders:
    action: send
    summary: A change of an order
    channel: { $ref: '#/channels/orders' }
components:
  messages:
    placed:
      name: order.placed
      title: Order placed
      payload: { $ref: '#/components/schemas/Placed' }
  schemas:
    Placed: { properties: { orderNumber: { type: string } } }
`;

const graphql = `
schema { query: RootQuery, mutation: Mutation }
type RootQuery {
  "One product."
  product("Its key" id: ID!): [Product!]!
}
type Mutation { publish(id: ID!): Boolean @deprecated }
"Something to buy"
type Product { id: ID!, price: Money }
enum Status { DRAFT, PUBLISHED }
extend type Product { weight: Int }
`;

const protobuf = `
syntax = "proto3";
package acme.ledger.v1;
import "google/protobuf/timestamp.proto";

service LedgerService {
  // PostEntry books a balanced entry.
  rpc PostEntry(PostEntryRequest) returns (stream Entry);
}

message Entry {
  // Given by the ledger.
  string entry_id = 1;
  message Line { int64 minor_units = 1; }
}

enum Side { SIDE_DEBIT = 0; }
`;

describe('documents of an API definition', () => {
  it('name the API, its owner and system, the place and who may see it', async () => {
    const { documents } = await collate([
      api('Payment-API', 'openapi', openApi),
    ]);
    expect(documents[0]).toEqual({
      title: 'POST /refunds',
      text: 'Refund a payment · Gives the money back. · tenant, reason, parent, bookedAt',
      location: '/catalog/default/api/payment-api/definition#POST%20%2Frefunds',
      names: ['/refunds', 'createRefund', 'Refund a payment'],
      element: 'operation',
      method: 'POST',
      path: '/refunds',
      deprecated: undefined,
      kind: 'API',
      namespace: 'default',
      name: 'Payment-API',
      apiRef: 'api:default/payment-api',
      apiTitle: 'Payment-API title',
      apiType: 'openapi',
      lifecycle: 'production',
      owner: 'team-payments',
      ownerRef: 'group:default/team-payments',
      systemRef: 'system:default/billing',
      authorization: { resourceRef: 'api:default/payment-api' },
    });
    expect(documents[1]).toMatchObject({
      title: 'GET /refunds/{refundId}',
      text: 'refundId',
      deprecated: true,
    });
  });

  it('are operations, webhooks and schemas of OpenAPI', async () => {
    expect((await collateElements('openapi', openApi)).slice(2)).toEqual([
      {
        element: 'webhook',
        title: 'POST refundCompleted',
        names: ['refundCompleted', 'The money has arrived'],
        text: 'The money has arrived',
      },
      {
        element: 'schema',
        title: 'RefundRequest',
        names: [],
        text: 'What to give back · reason, parent',
      },
      {
        element: 'schema',
        title: 'Refund',
        names: ['A refund'],
        text: 'reason, parent, bookedAt',
      },
    ]);
  });

  it('are operations and definitions of Swagger 2, in JSON', async () => {
    const definition = JSON.stringify({
      swagger: '2.0',
      paths: {
        '/carts': {
          put: {
            parameters: [
              {
                name: 'cart',
                in: 'body',
                schema: { $ref: '#/definitions/Cart' },
              },
            ],
            responses: {},
          },
        },
      },
      definitions: { Cart: { properties: { lines: { type: 'array' } } } },
    });
    expect(await collateElements('openapi', definition)).toEqual([
      {
        element: 'operation',
        title: 'PUT /carts',
        names: ['/carts'],
        text: 'cart, lines',
      },
      { element: 'schema', title: 'Cart', names: [], text: 'lines' },
    ]);
  });

  it('are channels, operations, messages and schemas of AsyncAPI 3', async () => {
    expect(await collateElements('asyncapi', asyncApi3)).toEqual([
      {
        element: 'channel',
        title: 'commerce.orders.v1',
        names: ['orders'],
        text: 'Keyed by order number',
      },
      {
        element: 'operation',
        title: 'SEND commerce.orders.v1',
        names: ['publishOrders', 'A change of an order'],
        text: 'A change of an order',
      },
      {
        element: 'message',
        title: 'order.placed',
        names: ['placed', 'Order placed'],
        text: 'orderNumber',
      },
      { element: 'schema', title: 'Placed', names: [], text: 'orderNumber' },
    ]);
  });

  it('are channels, operations and messages of AsyncAPI 2', async () => {
    const definition = `
asyncapi: 2.6.0
channels:
  user/signedup:
    subscribe:
      operationId: onUserSignedUp
      message:
        oneOf:
          - { name: UserSignedUp, payload: { properties: { email: {} } } }
          - { name: GuestSignedUp }
`;
    expect(await collateElements('asyncapi', definition)).toEqual([
      {
        element: 'channel',
        title: 'user/signedup',
        names: ['user/signedup'],
        text: '',
      },
      {
        element: 'operation',
        title: 'SUBSCRIBE user/signedup',
        names: ['onUserSignedUp'],
        text: '',
      },
      {
        element: 'message',
        title: 'UserSignedUp',
        names: ['UserSignedUp'],
        text: 'email',
      },
      {
        element: 'message',
        title: 'GuestSignedUp',
        names: ['GuestSignedUp'],
        text: '',
      },
    ]);
  });

  it('are queries, mutations and types of GraphQL', async () => {
    expect(await collateElements('graphql', graphql)).toEqual([
      {
        element: 'operation',
        title: 'query product',
        names: ['product'],
        text: 'One product. · Its key · Product · id',
      },
      {
        element: 'operation',
        title: 'mutation publish',
        names: ['publish'],
        text: 'Boolean · id',
      },
      {
        element: 'type',
        title: 'Product',
        names: [],
        text: 'Something to buy · id, price',
      },
      { element: 'type', title: 'Status', names: [], text: 'DRAFT, PUBLISHED' },
    ]);
  });

  it('are methods, messages and enums of gRPC', async () => {
    expect(await collateElements('grpc', protobuf)).toEqual([
      {
        element: 'method',
        title: 'LedgerService/PostEntry',
        names: ['PostEntry', 'acme.ledger.v1.LedgerService/PostEntry'],
        text: 'PostEntry books a balanced entry. · PostEntryRequest, Entry',
      },
      {
        element: 'type',
        title: 'Entry',
        names: ['acme.ledger.v1.Entry'],
        text: 'Given by the ledger. · entry_id',
      },
      {
        element: 'type',
        title: 'Line',
        names: ['acme.ledger.v1.Entry.Line'],
        text: 'minor_units',
      },
      {
        element: 'type',
        title: 'Side',
        names: ['acme.ledger.v1.Side'],
        text: 'SIDE_DEBIT',
      },
    ]);
  });
});

/** Ends of the locations, by title. */
async function collateAnchors(type: string, definition: string) {
  const { documents } = await collate([api('Example', type, definition)]);
  return Object.fromEntries(
    documents.map(({ title, location }) => [
      title,
      decodeURIComponent(location.split('#')[1] ?? ''),
    ]),
  );
}

describe('locations', () => {
  it('point to the place in the definition, as its page names it', async () => {
    expect(await collateAnchors('openapi', openApi)).toEqual({
      'POST /refunds': 'POST /refunds',
      'GET /refunds/{refundId}': 'GET /refunds/{refundId}',
      'POST refundCompleted': '',
      RefundRequest: 'schema RefundRequest',
      Refund: 'schema Refund',
    });
    expect(await collateAnchors('asyncapi', asyncApi3)).toEqual({
      'commerce.orders.v1': '',
      'SEND commerce.orders.v1': 'operation publishOrders',
      'order.placed': 'message placed',
      Placed: 'schema Placed',
    });
    expect(await collateAnchors('graphql', graphql)).toEqual({
      'query product': 'RootQuery.product',
      'mutation publish': 'Mutation.publish',
      Product: 'Product',
      Status: 'Status',
    });
    expect(await collateAnchors('grpc', protobuf)).toEqual({
      'LedgerService/PostEntry': 'LedgerService.PostEntry',
      Entry: 'Entry',
      Line: 'Entry.Line',
      Side: 'Side',
    });
  });
});

describe('bad definitions', () => {
  const good = 'openapi: 3.0.0\npaths: { /ok: { get: {} } }';

  it('cost their own API only and are reported once', async () => {
    const { documents, logger, read } = await collate([
      api('broken-yaml', 'openapi', 'openapi: [3.0.0'),
      api('broken-json', 'openapi', '{"openapi": '),
      api('broken-graphql', 'graphql', 'type Query {'),
      api('broken-proto', 'grpc', 'service {'),
      api('empty', 'openapi', ' '),
      api('too-large', 'openapi', `x: ${'y'.repeat(5 * 1024 * 1024)}`),
      api('unknown', 'trpc', 'anything'),
      api('good', 'openapi', good),
    ]);
    expect(documents.map(document => document.title)).toEqual(['GET /ok']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'Some API definitions cannot be read and are not searched',
      expect.objectContaining({
        failedCount: 6,
        failures: expect.arrayContaining([
          'api:default/empty: The definition is empty',
          'api:default/too-large: The definition is larger than 5 MB',
        ]),
      }),
    );
    await read();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a text', 'hello'],
    ['a list', '- a\n- b'],
    ['nothing where objects belong', 'paths: { /a: null, /b: { get: 1 } }'],
    ['references in a circle', 'paths: { $ref: "#/paths" }'],
    ['a reference to itself', 'a: &a { $ref: "#/a" }\npaths: *a'],
    ['a reference to a file', 'paths: { $ref: ./paths.yaml }'],
    [
      'a key of the prototype',
      'paths: { /a: { get: { __proto__: { a: 1 } } } }',
    ],
    ['an alias in itself', 'paths: &a { /a: *a }'],
    ['deep nesting', `paths: ${'['.repeat(20_000)}`],
  ])('may hold %s', async (_, definition) => {
    const { documents } = await collate([
      api('odd', 'openapi', definition),
      api('good', 'openapi', good),
    ]);
    expect(documents.map(document => document.name)).toContain('good');
  });

  it('multiply nothing by aliases', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) =>
        `l${level + 1}: &l${
          level + 1
        } { properties: { a${level}: *l${level}, b${level}: *l${level} } }`,
    );
    const { documents, logger } = await collate([
      api('good', 'openapi', good),
      api(
        'laughing',
        'openapi',
        [
          'openapi: 3.0.0',
          'l0: &l0 { type: string }',
          ...levels,
          'components: { schemas: { Bomb: *l30 } }',
        ].join('\n'),
      ),
    ]);
    expect(documents.map(document => document.name)).toEqual(['good']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({
        failures: [
          'api:default/laughing: The definition expands to more than 5,000,000 values',
        ],
      }),
    );
  });
});

it('reads a definition of 5 MB', async () => {
  const paths = Array.from(
    { length: 20_000 },
    (_, index) =>
      `  /things/${index}:\n    get: { summary: ${'Reads a thing. '.repeat(
        14,
      )} }`,
  );
  const definition = `openapi: 3.0.0\npaths:\n${paths.join('\n')}`;
  expect(definition.length).toBeGreaterThan(4_500_000);
  const { documents } = await collate([api('large', 'openapi', definition)]);
  expect(documents).toHaveLength(5_000);
});
