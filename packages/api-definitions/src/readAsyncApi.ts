import { isPlainMap } from '@atrium/common/yaml';
import {
  checkMaps,
  readTree,
  type TreeDefinition,
  unreadableAt,
  versionOf,
} from './readTree';
import { valueOf } from './treeFields';
import { UnreadableDefinition } from './UnreadableDefinition';

/**
 * Reads AsyncAPI 2 and 3.
 *
 * @throws UnreadableDefinition for what is neither
 */
export function readAsyncApi(text: string): TreeDefinition {
  const root = readTree(text);
  const asyncapi = valueOf(root, 'asyncapi');
  if (!isPlainMap(root) || asyncapi === undefined) {
    throw new UnreadableDefinition(
      "The definition has no key 'asyncapi', which names the version of AsyncAPI",
      { line: 1 },
    );
  }
  if (!/^[23]\.\d+/.test(String(asyncapi))) {
    throw unreadableAt(
      text,
      ['asyncapi'],
      `AsyncAPI ${JSON.stringify(asyncapi)} is not a known version of AsyncAPI`,
    );
  }
  checkMaps(text, root, ['info', 'channels', 'operations', 'components']);
  return { root, format: `AsyncAPI ${asyncapi}`, version: versionOf(root) };
}
