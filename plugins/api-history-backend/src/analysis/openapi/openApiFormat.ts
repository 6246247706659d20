import { readOpenApi } from '@atrium/api-definitions';
import type { PlainMap } from '@atrium/common/yaml';
import { words } from '../../apiHistoryWords';
import type { DefinitionFormat } from '../DefinitionFormat';
import { hashTree } from '../tree/hashTree';
import { compareOpenApi } from './compareOpenApi';

/** OpenAPI 3 in YAML or JSON; Swagger 2 is read and not compared in meaning. */
export const openApiFormat: DefinitionFormat<PlainMap> = {
  read(text) {
    const { root, version, isSwagger2 } = readOpenApi(text);
    return {
      content: root,
      contentHash: hashTree(root),
      version,
      textOnlyReason: isSwagger2
        ? words.describe('apiHistory.textOnly.swagger2')
        : undefined,
    };
  },
  compare: compareOpenApi,
};
