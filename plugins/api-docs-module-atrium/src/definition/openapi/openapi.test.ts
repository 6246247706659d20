import { pickOperation, pickSchema } from './pickPart';
import { prepareSpec } from './prepareSpec';
import { readOpenApiDocument } from './readOpenApiDocument';

const payments = `openapi: 3.1.0
info:
  title: Payment API
  version: 1.9.0
tags:
  - name: Refunds
  - name: Payments
  - name: Unused
security:
  - clientCredentials: [payments:read]
paths:
  /payments:
    post:
      operationId: createPayment
      tags: [Payments]
      summary: Authorise a payment
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Payment' }
      responses: { '200': { description: The payment } }
  /payments/{id}/refunds:
    parameters:
      - $ref: '#/components/parameters/PaymentId'
      - { name: page, in: query }
    post:
      operationId: refundPayment
      tags: [Refunds]
      deprecated: true
      description: Gives money back.
      security: []
      parameters:
        - { name: page, in: query, required: true }
      responses: { '200': { description: The refund } }
webhooks:
  paymentChanged:
    post:
      tags: [Payments]
      responses: { '200': { description: Thank you } }
components:
  parameters:
    PaymentId: { name: id, in: path, required: true }
  schemas:
    Payment:
      properties:
        amount: { $ref: '#/components/schemas/Money' }
        next: { $ref: '#/components/schemas/Payment' }
    Money: { type: object }
    Unrelated: { type: object }
`;

function read(text: string) {
  const result = readOpenApiDocument(text);
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.value;
}

describe('readOpenApiDocument', () => {
  it('lists operations in their order, by tags in the order of the tags', () => {
    const document = read(payments);
    expect(document).toMatchObject({
      format: 'OpenAPI 3.1.0',
      version: '1.9.0',
      tags: ['Refunds', 'Payments', 'Webhooks'],
      schemaNames: ['Payment', 'Money', 'Unrelated'],
    });
    expect(document.operations).toEqual([
      {
        id: 'POST /payments',
        method: 'post',
        path: '/payments',
        operationId: 'createPayment',
        summary: 'Authorise a payment',
        tag: 'Payments',
        isDeprecated: false,
      },
      {
        id: 'POST /payments/{id}/refunds',
        method: 'post',
        path: '/payments/{id}/refunds',
        operationId: 'refundPayment',
        summary: undefined,
        tag: 'Refunds',
        isDeprecated: true,
      },
      {
        id: 'POST paymentChanged',
        method: 'post',
        path: 'paymentChanged',
        operationId: undefined,
        summary: undefined,
        tag: 'Webhooks',
        isDeprecated: false,
      },
    ]);
  });

  it.each([
    ['{"openapi": "3.0.3", "info": {"version": 2}, "paths": {}}', '2'],
    ['swagger: "2.0"\ninfo: { version: "1" }\npaths: {}', '1'],
  ])('reads %s', (text, version) => {
    expect(read(text).version).toBe(version);
  });

  it.each([
    [
      'openapi: 3.1.0\ninfo:\n  title: "Payment\npaths: {}\n',
      { line: 5, message: /closing "quote/ },
    ],
    [
      '{\n  "openapi": "3.0.0",\n  "paths": {,}\n}',
      { line: 3, message: /Unexpected ,/ },
    ],
    [
      'info: {}\nopenapi: 4.0.0',
      { line: 2, message: /not a known version of OpenAPI/ },
    ],
    [
      'openapi: 3.0.0\ninfo: {}\npaths:\n  - /payments',
      { line: 3, message: /'paths' must be a map/ },
    ],
    ['just words', { line: 1, message: /not an OpenAPI document/ }],
  ])('says where %j is wrong', (text, { line, message }) => {
    const result = readOpenApiDocument(text);
    expect(result).toMatchObject({ ok: false, problem: { line } });
    expect(!result.ok && result.problem.message).toMatch(message);
  });
});

describe('pickOperation', () => {
  it('keeps the operation and everything it refers to', () => {
    const { spec, operations } = read(payments);
    const picked = pickOperation(spec, operations[0]);
    expect(Object.keys(picked.paths as object)).toEqual(['/payments']);
    expect(picked).not.toHaveProperty('webhooks');
    expect(picked).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Payment API' },
    });
    expect(
      Object.keys((picked.components as { schemas: object }).schemas),
    ).toEqual(['Payment', 'Money']);
  });

  it('keeps the parameters of the path', () => {
    const { spec, operations } = read(payments);
    expect(pickOperation(spec, operations[1])).toMatchObject({
      paths: {
        '/payments/{id}/refunds': { parameters: [{}, { name: 'page' }] },
      },
      components: { parameters: { PaymentId: { in: 'path' } } },
    });
  });

  it('names what is too far away instead of following it', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `S${index}`,
        { items: { $ref: `#/components/schemas/S${index + 1}` } },
      ]),
    );
    const schema = { $ref: '#/components/schemas/S0' };
    const { spec, operations } = read(
      JSON.stringify({
        openapi: '3.0.0',
        paths: { '/s': { get: { responses: {}, schema } } },
        components: { schemas },
      }),
    );
    const picked = pickOperation(spec, operations[0]).components as {
      schemas: Record<string, object>;
    };
    expect(Object.keys(picked.schemas)).toEqual(['S0', 'S1', 'S2', 'S3']);
    expect(picked.schemas.S2).toHaveProperty('items');
    expect(picked.schemas.S3).toEqual({
      title: 'S3',
      description: 'Choose S3 from the list of schemas to see it.',
    });
  });
});

it('shows a part of what is referred to when it is very much', () => {
  const names = Array.from({ length: 100 }, (_, index) => `S${index}`);
  const { spec, operations } = read(
    JSON.stringify({
      openapi: '3.0.0',
      paths: {
        '/s': {
          get: {
            anyOf: names.map(name => ({
              $ref: `#/components/schemas/${name}`,
            })),
          },
        },
      },
      components: {
        schemas: Object.fromEntries(
          names.map(name => [name, { type: 'null' }]),
        ),
      },
    }),
  );
  const { schemas } = pickOperation(spec, operations[0]).components as {
    schemas: Record<string, object>;
  };
  const shown = Object.values(schemas).filter(schema => 'type' in schema);
  expect(shown).toHaveLength(40);
  expect(Object.keys(schemas)).toHaveLength(100);
});

it('picks one schema', () => {
  expect(pickSchema(read(payments).spec, 'Money')).toMatchObject({
    paths: {},
    components: { schemas: { Money: { type: 'object' } } },
  });
});

describe('prepareSpec', () => {
  it('gives parameters of the path to operations that do not have them', () => {
    const prepared = prepareSpec(read(payments).spec);
    const item = (prepared.paths as Record<string, object>)[
      '/payments/{id}/refunds'
    ];
    expect(item).not.toHaveProperty('parameters');
    expect(item).toMatchObject({
      post: {
        parameters: [
          { $ref: '#/components/parameters/PaymentId' },
          { name: 'page', in: 'query', required: true },
        ],
      },
    });
  });

  it('says what credentials an operation needs', () => {
    const { paths } = prepareSpec(read(payments).spec);
    expect(paths).toMatchObject({
      '/payments': {
        post: {
          description: 'Needs `clientCredentials` with `payments:read`.',
        },
      },
      '/payments/{id}/refunds': { post: { description: 'Gives money back.' } },
    });
  });

  it('tells several ways in apart', () => {
    const { paths } = prepareSpec({
      paths: {
        '/a': {
          get: { security: [{ key: [], user: ['a', 'b'] }, {}] },
        },
      },
    });
    expect(paths).toMatchObject({
      '/a': {
        get: {
          description:
            'Needs `key` and `user` with `a`, `b`, or no credentials.',
        },
      },
    });
  });
});
