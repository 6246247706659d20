import type { DefinitionFormat } from '../DefinitionFormat';
import { hashTree } from '../tree/hashTree';
import { readTree } from '../tree/readTree';
import { versionOf } from '../tree/versionOf';
import type { TreeMap } from '../tree/Tree';
import { isTreeMap } from '../tree/Tree';
import { compareOpenApi } from './compareOpenApi';
import { checkOpenApi } from './OpenApiDocument';

/** OpenAPI 3 in YAML or JSON; Swagger 2 is read and not compared in meaning. */
export const openApiFormat: DefinitionFormat<TreeMap> = {
  read(text) {
    const tree = readTree(text);
    const isComparable = checkOpenApi(tree, text);
    return {
      content: isTreeMap(tree) ? tree : {},
      contentHash: hashTree(tree),
      version: versionOf(tree),
      textOnlyReason: isComparable
        ? undefined
        : 'Swagger 2 definitions are compared line by line only.',
    };
  },
  compare: compareOpenApi,
};
