import type { ApiElement } from './ApiElement';
import type { JsonNode } from './JsonNode';

/**
 * Service methods, messages and enums of a parsed protobuf file. `packageName`
 * is left out of anchors, as readers leave it out.
 */
export function* protobufElements(
  root: JsonNode,
  packageName: string,
): Generator<ApiElement> {
  for (const element of namespaceElements(root, [])) {
    const { anchor } = element;
    yield anchor?.startsWith(`${packageName}.`)
      ? { ...element, anchor: anchor.slice(packageName.length + 1) }
      : element;
  }
}

function* namespaceElements(
  namespace: JsonNode,
  path: string[],
): Generator<ApiElement> {
  for (const [name, member] of namespace.get('nested').entries()) {
    const memberPath = [...path, name];
    if (member.get('methods').isObject) {
      yield* serviceElements(member, memberPath);
    } else if (member.get('fields').isObject || member.get('values').isObject) {
      yield typeElement(member, memberPath);
    }
    yield* namespaceElements(member, memberPath);
  }
}

function* serviceElements(
  service: JsonNode,
  path: string[],
): Generator<ApiElement> {
  const serviceName = path[path.length - 1];
  for (const [name, method] of service.get('methods').entries()) {
    const types = [
      method.get('requestType').text,
      method.get('responseType').text,
    ].filter(type => type !== undefined);
    yield {
      element: 'method',
      title: `${serviceName}/${name}`,
      names: [name, `${path.join('.')}/${name}`],
      texts: [method.get('comment').text],
      fields: types,
      method: 'RPC',
      path: `${path.join('.')}/${name}`,
      isDeprecated: method.get('options').get('deprecated').isTrue,
      anchor: `${path.join('.')}.${name}`,
    };
  }
}

function typeElement(type: JsonNode, path: string[]): ApiElement {
  const members = ['fields', 'values'].flatMap(key => type.get(key).entries());
  return {
    element: 'type',
    title: path[path.length - 1],
    names: [path.join('.')],
    texts: [
      type.get('comment').text,
      ...members.map(([, member]) => member.get('comment').text),
    ],
    fields: members.map(([name]) => name),
    isDeprecated: type.get('options').get('deprecated').isTrue,
    anchor: path.join('.'),
  };
}
