import type { PlainData, PlainMap } from '@atrium/common/yaml';
import {
  compareDocuments as compare,
  document,
  operation,
} from '../../__testUtils__/compareDocuments';
import { object } from '../../__testUtils__/schemas';
import { compareOpenApi } from './compareOpenApi';

const at = '@ POST /refunds';
const ok: PlainMap = { description: '' };
const json = (schema: PlainData): PlainMap => ({
  'application/json': { schema },
});
const requestOf = (mediaType: string, schema: PlainData): PlainMap =>
  operation({ requestBody: { content: { [mediaType]: { schema } } } });
const responseOf = (mediaType: string, schema: PlainData): PlainMap =>
  operation({ responses: { '200': { content: { [mediaType]: { schema } } } } });
/** Content in several versions, each with its fields. */
const versions = (...all: string[][]): PlainMap =>
  Object.fromEntries(
    all.map((names, index) => [
      `application/json; v=${index + 1}`,
      { schema: object(Object.fromEntries(names.map(name => [name, {}]))) },
    ]),
  );
const query = (rest: PlainMap = {}): PlainMap => ({
  name: 'page',
  in: 'query',
  ...rest,
});

/** [what, before, after, changes] */
const rules: [string, PlainMap, PlainMap, string[]][] = [
  // Operations
  [
    'a removed operation',
    { paths: { '/refunds': { post: {}, get: {} } } },
    { paths: { '/refunds': { get: {} } } },
    [`breaking operation-removed ${at}`],
  ],
  [
    'a removed path',
    { paths: { '/refunds': { post: {}, get: {} } } },
    { paths: {} },
    [
      'breaking operation-removed @ GET /refunds',
      'breaking operation-removed @ POST /refunds',
    ],
  ],
  [
    'a new operation',
    { paths: {} },
    { paths: { '/refunds': { post: {} } } },
    [`compatible operation-added ${at}`],
  ],
  [
    'another name of a path parameter',
    { paths: { '/refunds/{id}': { get: {} } } },
    { paths: { '/refunds/{refundId}': { get: {} } } },
    [],
  ],
  [
    'another operation id',
    operation({ operationId: 'refund' }),
    operation({ operationId: 'createRefund' }),
    [`risky operation-id-changed ${at}`],
  ],
  [
    'deprecation',
    operation({}),
    operation({ deprecated: true }),
    [`compatible operation-deprecated ${at}`],
  ],
  // Parameters
  [
    'a removed parameter',
    operation({ parameters: [query()] }),
    operation({}),
    [`breaking request-parameter-removed query parameter 'page' ${at}`],
  ],
  [
    'a new parameter',
    operation({}),
    operation({ parameters: [query()] }),
    [`compatible request-parameter-added query parameter 'page' ${at}`],
  ],
  [
    'a new required parameter',
    operation({}),
    operation({ parameters: [query({ required: true })] }),
    [`breaking request-parameter-required query parameter 'page' ${at}`],
  ],
  [
    'a parameter that is required from now on',
    operation({ parameters: [query()] }),
    operation({ parameters: [query({ required: true })] }),
    [`breaking request-parameter-required query parameter 'page' ${at}`],
  ],
  [
    'a parameter that may be left out',
    operation({ parameters: [query({ required: true })] }),
    operation({ parameters: [query()] }),
    [`compatible request-parameter-optional query parameter 'page' ${at}`],
  ],
  [
    'a parameter that is deprecated',
    operation({ parameters: [query()] }),
    operation({ parameters: [query({ deprecated: true })] }),
    [`compatible request-parameter-deprecated query parameter 'page' ${at}`],
  ],
  [
    'a parameter of another type',
    operation({ parameters: [query({ schema: { type: 'string' } })] }),
    operation({ parameters: [query({ schema: { type: 'integer' } })] }),
    [`breaking request-type-changed query parameter 'page' ${at}`],
  ],
  [
    'a parameter that writes lists in another way',
    operation({ parameters: [query()] }),
    operation({ parameters: [query({ explode: false })] }),
    [`breaking request-parameter-style-changed query parameter 'page' ${at}`],
  ],
  [
    'headers in other letters, and those that mean nothing',
    operation({
      parameters: [
        { name: 'X-Tenant', in: 'header' },
        { name: 'Accept', in: 'header' },
      ],
    }),
    operation({ parameters: [{ name: 'x-tenant', in: 'header' }] }),
    [],
  ],
  [
    'a parameter that moves from the operation to the path',
    operation({ parameters: [query()] }),
    {
      paths: { '/refunds': { parameters: [query()], post: { responses: {} } } },
    },
    [],
  ],
  // Request bodies
  [
    'a new request body',
    operation({}),
    operation({ requestBody: { content: json({}) } }),
    [`compatible request-body-added request body ${at}`],
  ],
  [
    'a new required request body',
    operation({}),
    operation({ requestBody: { required: true, content: json({}) } }),
    [`breaking request-body-required request body ${at}`],
  ],
  [
    'a removed request body',
    operation({ requestBody: { content: json({}) } }),
    operation({}),
    [`breaking request-body-removed request body ${at}`],
  ],
  [
    'a request body that is required from now on',
    operation({ requestBody: { content: json({}) } }),
    operation({ requestBody: { required: true, content: json({}) } }),
    [`breaking request-body-required request body ${at}`],
  ],
  [
    'another media type of the request',
    operation({ requestBody: { content: { 'application/json': {} } } }),
    operation({ requestBody: { content: { 'application/xml': {} } } }),
    [
      `breaking request-media-type-removed request body ${at}`,
      `compatible request-media-type-added request body ${at}`,
    ],
  ],
  [
    'a media type with a charset',
    operation({ requestBody: { content: { 'application/json': {} } } }),
    operation({
      requestBody: { content: { 'Application/JSON; charset=utf-8': {} } },
    }),
    [],
  ],
  [
    'any media type of a request, which are all accepted now',
    requestOf('application/json', object({ a: {}, b: {} })),
    requestOf('*/*', object({ a: {} })),
    [
      `breaking request-property-removed request body › b ${at}`,
      `compatible request-media-type-added request body ${at}`,
    ],
  ],
  [
    'one media type of a request, of all that were accepted',
    requestOf('application/*', object({ a: {}, b: {} })),
    requestOf('application/json', object({ a: {} })),
    [
      `breaking request-property-removed request body › b ${at}`,
      `risky request-media-type-removed request body ${at}`,
    ],
  ],
  [
    'one media type of a response, of all that could come',
    responseOf('*/*', object({ a: {}, b: {} })),
    responseOf('application/json', object({ a: {} })),
    [
      `breaking response-property-removed 200 response › b ${at}`,
      `compatible response-media-type-removed 200 response ${at}`,
    ],
  ],
  [
    'any media type of a response, of which one was known',
    responseOf('application/json', object({ a: {}, b: {} })),
    responseOf('application/*', object({ a: {} })),
    [
      `breaking response-property-removed 200 response › b ${at}`,
      `risky response-media-type-added 200 response ${at}`,
    ],
  ],
  [
    'a media type beside a range that already covers it',
    responseOf('*/*', {}),
    operation({
      responses: { '200': { content: { '*/*': {}, ...json({}) } } },
    }),
    [],
  ],
  [
    'a media type that goes and that no range covers',
    responseOf('text/plain', {}),
    responseOf('application/*', {}),
    [
      `breaking response-media-type-removed 200 response ${at}`,
      `compatible response-media-type-added 200 response ${at}`,
    ],
  ],
  [
    'one of two media types that differ in a parameter only',
    operation({ requestBody: { content: versions(['a', 'b'], ['c']) } }),
    operation({ requestBody: { content: versions(['a'], ['c']) } }),
    [`breaking request-property-removed request body › b ${at}`],
  ],
  [
    'one less of two media types that differ in a parameter only',
    operation({ requestBody: { content: versions(['a'], ['c']) } }),
    operation({ requestBody: { content: versions(['a']) } }),
    [`breaking request-media-type-removed request body ${at}`],
  ],
  [
    'a media type whose parameters are told apart from now on',
    requestOf('application/json', object({ a: {}, b: {} })),
    operation({ requestBody: { content: versions(['a', 'b'], ['a']) } }),
    [
      `breaking request-property-removed request body › b ${at}`,
      `risky request-media-type-removed request body ${at}`,
    ],
  ],
  // Responses
  [
    'a removed success',
    operation({ responses: { '200': ok, '201': ok } }),
    operation({ responses: { '201': ok } }),
    [`breaking response-status-removed 200 response ${at}`],
  ],
  [
    'a removed failure',
    operation({ responses: { '404': ok } }),
    operation({ responses: {} }),
    [`risky response-status-removed 404 response ${at}`],
  ],
  [
    'a new success and a new failure',
    operation({ responses: { '200': ok } }),
    operation({ responses: { '200': ok, '202': ok, '429': ok } }),
    [
      `risky response-status-added 202 response ${at}`,
      `compatible response-status-added 429 response ${at}`,
    ],
  ],
  [
    'a status that falls under a range now',
    operation({ responses: { '200': { content: json({ type: 'string' }) } } }),
    operation({ responses: { '2XX': { content: json({ type: 'integer' }) } } }),
    [
      `breaking response-type-changed 200 response ${at}`,
      `risky response-status-added 2XX response ${at}`,
    ],
  ],
  [
    'a response that says nothing, twice',
    operation({ responses: { '200': null } }),
    operation({ responses: { '200': null } }),
    [],
  ],
  [
    'headers of a response',
    operation({
      responses: {
        '200': {
          headers: { ETag: {}, Link: { required: true }, 'X-Old': {} },
        },
      },
    }),
    operation({
      responses: { '200': { headers: { etag: {}, Link: {}, 'X-New': {} } } },
    }),
    [
      `breaking response-header-optional header 'Link' of the 200 response ${at}`,
      `breaking response-header-removed header 'X-Old' of the 200 response ${at}`,
      `compatible response-header-added header 'X-New' of the 200 response ${at}`,
    ],
  ],
  [
    'another success beside a default, which describes the errors',
    operation({ responses: { '204': ok, default: ok } }),
    operation({ responses: { '202': ok, default: ok } }),
    [
      `breaking response-status-removed 204 response ${at}`,
      `risky response-status-added 202 response ${at}`,
    ],
  ],
  [
    'a success that goes and leaves the default',
    operation({ responses: { '204': ok, default: ok } }),
    operation({ responses: { default: ok } }),
    [`breaking response-status-removed 204 response ${at}`],
  ],
  [
    'a default that takes the place of the only success',
    operation({ responses: { '200': { content: json({ type: 'string' }) } } }),
    operation({
      responses: { default: { content: json({ type: 'integer' }) } },
    }),
    [
      `breaking response-type-changed 200 response ${at}`,
      `compatible response-status-added default response ${at}`,
    ],
  ],
  [
    'an error that falls under the default',
    operation({ responses: { '200': ok, '404': ok, default: ok } }),
    operation({ responses: { '200': ok, default: ok } }),
    [],
  ],
  [
    'a success that a default described before, too',
    operation({ responses: { default: { content: json(object({ a: {} })) } } }),
    operation({
      responses: {
        '200': { content: json(object({ a: {} })) },
        default: { content: json(object({ a: {} })) },
      },
    }),
    [],
  ],
  [
    'a success that a default described in another way before',
    operation({ responses: { default: { content: json(object({ a: {} })) } } }),
    operation({
      responses: {
        '200': { content: json(object({})) },
        default: { content: json(object({ a: {} })) },
      },
    }),
    [`breaking response-property-removed 200 response › a ${at}`],
  ],
  [
    'an error that a range described in another way before',
    operation({ responses: { '4XX': { content: json(object({ a: {} })) } } }),
    operation({
      responses: {
        '4XX': { content: json(object({ a: {} })) },
        '404': { content: json(object({})) },
      },
    }),
    [`breaking response-property-removed 404 response › a ${at}`],
  ],
  // Servers
  [
    'another server',
    { servers: [{ url: 'https://a.example' }] },
    { servers: [{ url: 'https://b.example' }] },
    ['risky server-removed', 'compatible server-added'],
  ],
  // What the provider calls
  [
    'a removed webhook',
    { webhooks: { refunded: { post: {} } } },
    {},
    ['breaking webhook-removed @ webhook POST refunded'],
  ],
  [
    'a webhook that sends other things',
    {
      webhooks: {
        refunded: {
          post: {
            requestBody: {
              content: json({ properties: { id: {}, note: {} } }),
            },
          },
        },
      },
    },
    {
      webhooks: {
        refunded: {
          post: {
            requestBody: {
              content: json({ properties: { id: {} }, required: ['id'] }),
            },
          },
        },
      },
    },
    [
      'breaking response-property-removed body.note @ webhook POST refunded',
      'compatible response-property-required body.id @ webhook POST refunded',
    ],
  ],
  [
    'a removed callback',
    operation({
      callbacks: { done: { '{$url}': { post: { responses: {} } } } },
    }),
    operation({ callbacks: {} }),
    ['breaking callback-removed @ POST /refunds callback done POST'],
  ],
  [
    'a new callback',
    operation({ callbacks: {} }),
    operation({
      callbacks: { done: { '{$url}': { post: { responses: {} } } } },
    }),
    ['compatible callback-added @ POST /refunds callback done POST'],
  ],
];

describe('an operation', () => {
  it.each(rules)('tells %s', (_, before, after, changes) => {
    expect(compare(before, after)).toEqual(changes);
  });

  it('is said to feel a change that many feel, up to twenty by name', () => {
    const paths: PlainMap = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [
        `/p${index}`,
        {
          get: {
            responses: {
              '200': { content: json({ $ref: '#/components/schemas/Id' }) },
            },
          },
        },
      ]),
    );
    const summary = compareOpenApi({
      before: document({
        paths,
        components: { schemas: { Id: { type: 'string' } } },
      }),
      after: document({
        paths,
        components: { schemas: { Id: { type: 'integer' } } },
      }),
    });

    expect(summary.counts).toEqual({ breaking: 1, risky: 0, compatible: 0 });
    expect(summary.changes[0]).toMatchObject({
      path: 'Id',
      message: "The type of 'Id' changed from string to integer.",
      before: 'string',
      after: 'integer',
      totalLocations: 25,
    });
    expect(summary.changes[0].locations).toHaveLength(20);
  });

  it('keeps the worst 500 of many changes, and counts all', () => {
    const properties = (count: number, type: string): PlainMap =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`p${index}`, { type }]),
      );
    const summary = compareOpenApi({
      before: document(
        operation({
          requestBody: {
            content: json({ properties: properties(400, 'string') }),
          },
        }),
      ),
      after: document(
        operation({
          requestBody: {
            content: json({
              properties: {
                ...properties(400, 'boolean'),
                ...Object.fromEntries(
                  Array.from({ length: 200 }, (_, index) => [
                    `new${index}`,
                    {},
                  ]),
                ),
              },
            }),
          },
        }),
      ),
    });

    expect(summary.counts).toEqual({
      breaking: 400,
      risky: 0,
      compatible: 200,
    });
    expect(summary.changes).toHaveLength(500);
    expect(summary.isTruncated).toBe(true);
    expect(summary.changes[399].severity).toBe('breaking');
    expect(summary.changes[400].severity).toBe('compatible');
  });
});
