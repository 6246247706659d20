import { attemptRead } from './attemptRead';
import { readAsyncApi } from './readAsyncApi';
import { checkGraphqlTypes, readGraphql } from './readGraphql';
import { readOpenApi } from './readOpenApi';
import { readProtobuf } from './readProtobuf';

const readers = {
  openapi: readOpenApi,
  asyncapi: readAsyncApi,
  graphql: (text: string) => checkGraphqlTypes(readGraphql(text)),
  protobuf: readProtobuf,
};

describe('readers', () => {
  it('give the tree with its format and version', () => {
    expect(readOpenApi('openapi: 3.1.0\ninfo: { version: 1.10 }')).toEqual({
      root: { openapi: '3.1.0', info: { version: 1.1 } },
      format: 'OpenAPI 3.1.0',
      version: '1.1',
      isSwagger2: false,
    });
    expect(readOpenApi('{"swagger": "2.0", "info": {}}')).toMatchObject({
      format: 'Swagger 2.0',
      version: undefined,
      isSwagger2: true,
    });
    expect(readAsyncApi('asyncapi: 2.6.0\nchannels: {}')).toMatchObject({
      format: 'AsyncAPI 2.6.0',
    });
    expect(readProtobuf('package a.v1; message M {}').packageName).toBe('a.v1');
  });

  it('read dates as texts, and let `<<` share parts', () => {
    const text =
      'openapi: 3.0.0\nx-a: &a { since: 2026-11-27 }\nx-b: { <<: *a }';
    expect(readOpenApi(text).root).toMatchObject({
      'x-b': { since: '2026-11-27' },
    });
  });

  it.each([
    [
      'openapi',
      'openapi: 3.0.0\npaths:\n  /a/b: 1',
      { pointer: '/paths/~1a~1b', line: 3, column: 3 },
    ],
    [
      'openapi',
      '{\n  "openapi": "3.0.0",\n  "components": []\n}',
      { pointer: '/components', line: 3, column: 3 },
    ],
    ['openapi', 'openapi: 3.0.0\n\tpaths: {}', { line: 2, column: 1 }],
    ['openapi', 'openapi: 3.0.0\n---\na: 1', { line: 3, column: 1 }],
    [
      'asyncapi',
      'asyncapi: 4.0.0',
      { pointer: '/asyncapi', line: 1, column: 1 },
    ],
    ['graphql', 'type A {\n  b C\n}', { line: 2, column: 5 }],
    ['graphql', 'type A {\n  b: [C!]\n}', { line: 2, column: 7 }],
    ['protobuf', '// A\n// B\nmessage A {\n  string b;\n}', { line: 4 }],
    ['protobuf', 'message A {\n', { line: 2 }],
  ] as const)('say where %s %j is wrong', (type, text, place) => {
    expect(attemptRead(() => readers[type](text))).toEqual({
      ok: false,
      problem: { message: expect.any(String), ...place },
    });
  });

  it.each([
    [
      'openapi',
      `{"openapi": "3.0.0", "x": ${'['.repeat(101)}${']'.repeat(101)}}`,
    ],
    ['openapi', `openapi: 3.0.0\nx: ${'['.repeat(100_000)}`],
    ['asyncapi', 'asyncapi: 3.0.0\nx: &x [*x]'],
    ['graphql', `type A { b: ${'['.repeat(100_000)} }`],
  ] as const)('refuse what is nested too deeply: %s', (type, text) => {
    expect(attemptRead(() => readers[type](text))).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/nested/) },
    });
  });
});
