import { createHash } from 'node:crypto';
import { words } from '../apiHistoryWords';
import type { DefinitionFormat } from './DefinitionFormat';

/** Definitions of types that the portal cannot read. */
export const textFormat: DefinitionFormat<undefined> = {
  read(text) {
    return {
      content: undefined,
      contentHash: createHash('sha256').update(normalise(text)).digest('hex'),
      textOnlyReason: words.describe('apiHistory.textOnly.unknownType'),
    };
  },
};

/** Editors change line ends and what stands before them. */
function normalise(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trimEnd();
}
