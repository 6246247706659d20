import { createHash } from 'node:crypto';
import {
  checkGraphqlTypes,
  readGraphql,
  withDefinitions,
} from '@atrium/api-definitions';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { ChangeSeverity } from '@atrium/plugin-api-history-common';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, print } from 'graphql';
import { ChangeCollector } from '../ChangeCollector';
import type { DefinitionFormat } from '../DefinitionFormat';

const SEVERITIES: Record<CriticalityLevel, ChangeSeverity> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'risky',
  [CriticalityLevel.NonBreaking]: 'compatible',
};

/** A GraphQL schema in its own language, compared by GraphQL Inspector. */
export const graphqlFormat: DefinitionFormat<GraphQLSchema> = {
  read(text) {
    const document = readGraphql(text);
    checkGraphqlTypes(document);
    return {
      // Directives that only a gateway knows, as federation has them, must not
      // keep a schema from being read.
      content: buildASTSchema(withDefinitions(document), {
        assumeValidSDL: true,
      }),
      // Printing leaves out comments and formatting.
      contentHash: createHash('sha256').update(print(document)).digest('hex'),
    };
  },
  async compare({ before, after }) {
    const collector = new ChangeCollector();
    for (const change of await diff(before, after)) {
      if (change.type.includes('DESCRIPTION')) {
        continue;
      }
      const place = change.path?.split('.')[0];
      collector.add(
        {
          severity: SEVERITIES[change.criticality.level],
          rule: change.type.toLocaleLowerCase('en-US').replaceAll('_', '-'),
          path: change.path,
          message: withFullStop(change.message),
        },
        place === undefined ? [] : [place],
      );
    }
    return collector.finish();
  },
};

function withFullStop(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
