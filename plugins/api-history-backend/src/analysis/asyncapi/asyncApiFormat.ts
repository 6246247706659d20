import { readAsyncApi } from '@atrium/api-definitions';
import type { PlainMap } from '@atrium/common/yaml';
import type { DefinitionFormat } from '../DefinitionFormat';
import { hashTree } from '../tree/hashTree';
import { compareAsyncApi } from './compareAsyncApi';

/** AsyncAPI 2 and 3 in YAML or JSON. */
export const asyncApiFormat: DefinitionFormat<PlainMap> = {
  read(text) {
    const { root, version } = readAsyncApi(text);
    return { content: root, contentHash: hashTree(root), version };
  },
  compare: compareAsyncApi,
};
