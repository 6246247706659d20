import { createHash } from 'node:crypto';
import { readProtobuf } from '@atrium/api-definitions';
import { tokenize } from 'protobufjs';
import type { DefinitionFormat } from '../DefinitionFormat';
import { compareProtobuf } from './compareProtobuf';
import type { ProtobufFile } from './ProtobufFile';
import { toProtobufFile } from './ProtobufFile';

/**
 * One `.proto` file.
 *
 * @remarks Its imports are not read: they are other files, and types of them are
 * compared by name.
 */
export const protobufFormat: DefinitionFormat<ProtobufFile> = {
  read(text) {
    const { root, packageName } = readProtobuf(text);
    return {
      content: toProtobufFile(root, packageName),
      contentHash: hashTokens(text),
      version: /(?:^|\.)(v\d+\w*)$/.exec(packageName)?.[1],
    };
  },
  compare: compareProtobuf,
};

/** Comments and formatting are no tokens. */
function hashTokens(text: string): string {
  const hash = createHash('sha256');
  const tokens = tokenize(text, false);
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    hash.update(`${token}\n`);
  }
  return hash.digest('hex');
}
