import type { ApiElement } from './ApiElement';
import { collectFieldNames } from './collectFieldNames';
import type { JsonNode } from './JsonNode';

const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** Operations, webhooks and schemas of OpenAPI 3 and Swagger 2. */
export function* openApiElements(api: JsonNode): Generator<ApiElement> {
  for (const [path, item] of api.get('paths').entries()) {
    yield* pathElements(path, item, 'operation');
  }
  for (const [name, item] of api.get('webhooks').entries()) {
    yield* pathElements(name, item, 'webhook');
  }
  const schemas = [
    ...api.get('components').get('schemas').entries(),
    ...api.get('definitions').entries(),
  ];
  for (const [name, schema] of schemas) {
    yield {
      element: 'schema',
      title: name,
      names: definedTitle(schema, name),
      texts: [schema.get('description').text],
      fields: collectFieldNames([schema]),
      isDeprecated: schema.get('deprecated').isTrue,
      anchor: `schema ${name}`,
    };
  }
}

function* pathElements(
  path: string,
  item: JsonNode,
  element: 'operation' | 'webhook',
): Generator<ApiElement> {
  for (const method of METHODS) {
    const operation = item.get(method);
    if (operation.isObject) {
      const parameters = [
        ...item.get('parameters').items(),
        ...operation.get('parameters').items(),
      ];
      const summary = operation.get('summary').text;
      const operationId = operation.get('operationId').text;
      const title = `${method.toUpperCase()} ${path}`;
      yield {
        element,
        title,
        names: [path, operationId, summary].filter(name => name !== undefined),
        texts: [
          summary,
          operation.get('description').text,
          item.get('description').text,
        ],
        fields: [
          ...parameters
            .map(parameter => parameter.get('name').text)
            .filter(name => name !== undefined),
          ...collectFieldNames(bodySchemas(operation, parameters)),
        ],
        method: method.toUpperCase(),
        path,
        isDeprecated: operation.get('deprecated').isTrue,
        anchor: element === 'operation' ? title : undefined,
      };
    }
  }
}

/** What goes in, and what comes out when all is well. */
function bodySchemas(operation: JsonNode, parameters: JsonNode[]): JsonNode[] {
  const responses = operation
    .get('responses')
    .entries()
    .filter(([status]) => /^(2|default)/.test(status))
    .map(([, response]) => response);
  return [
    ...parameters.map(parameter => parameter.get('schema')),
    ...[operation.get('requestBody'), ...responses].flatMap(body => [
      body.get('schema'),
      ...body
        .get('content')
        .entries()
        .map(([, content]) => content.get('schema')),
    ]),
  ];
}

function definedTitle(schema: JsonNode, name: string): string[] {
  const title = schema.get('title').text;
  return title !== undefined && title !== name ? [title] : [];
}
