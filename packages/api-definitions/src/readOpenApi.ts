import { isPlainMap } from '@atrium/common/yaml';
import {
  checkMaps,
  readTree,
  type TreeDefinition,
  unreadableAt,
  versionOf,
} from './readTree';
import { mapOf, valueOf } from './treeFields';
import { UnreadableDefinition } from './UnreadableDefinition';

/** An OpenAPI definition. */
export interface OpenApiDefinition extends TreeDefinition {
  /** Whether it is written as before OpenAPI 3. */
  isSwagger2: boolean;
}

/**
 * Reads OpenAPI 3 and Swagger 2.
 *
 * @throws UnreadableDefinition for what is neither
 */
export function readOpenApi(text: string): OpenApiDefinition {
  const root = readTree(text);
  if (!isPlainMap(root)) {
    throw new UnreadableDefinition(
      'The definition is not an OpenAPI document',
      {
        line: 1,
      },
    );
  }
  const swagger = valueOf(root, 'swagger');
  const isSwagger2 = /^2(\.|$)/.test(String(swagger));
  const openapi = valueOf(root, 'openapi');
  if (!isSwagger2 && openapi === undefined) {
    throw new UnreadableDefinition(
      "The definition has no key 'openapi', which names the version of OpenAPI",
      { line: 1 },
    );
  }
  if (!isSwagger2 && !/^3\.\d+(\.|$)/.test(String(openapi))) {
    throw unreadableAt(
      text,
      ['openapi'],
      `OpenAPI ${JSON.stringify(openapi)} is not a known version of OpenAPI`,
    );
  }
  checkMaps(text, root, ['info', 'paths', 'components', 'webhooks']);
  for (const [path, item] of Object.entries(mapOf(root, 'paths'))) {
    if (!path.startsWith('x-') && !isPlainMap(item)) {
      throw unreadableAt(
        text,
        ['paths', path],
        `'paths.${path}' must be a map`,
      );
    }
  }
  return {
    root,
    format: isSwagger2 ? 'Swagger 2.0' : `OpenAPI ${openapi}`,
    version: versionOf(root),
    isSwagger2,
  };
}
