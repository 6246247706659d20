import type { DefinitionFormat } from '../DefinitionFormat';
import { hashTree } from '../tree/hashTree';
import { readTree } from '../tree/readTree';
import { versionOf } from '../tree/versionOf';
import type { TreeMap } from '../tree/Tree';
import { checkAsyncApi } from './AsyncApiDocument';
import { compareAsyncApi } from './compareAsyncApi';

/** AsyncAPI 2 and 3 in YAML or JSON. */
export const asyncApiFormat: DefinitionFormat<TreeMap> = {
  read(text) {
    const tree = checkAsyncApi(readTree(text), text);
    return {
      content: tree,
      contentHash: hashTree(tree),
      version: versionOf(tree),
    };
  },
  compare: compareAsyncApi,
};
