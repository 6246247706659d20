import { createHash } from 'node:crypto';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { ChangeSeverity } from '@atrium/plugin-api-history-common';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { buildASTSchema, GraphQLError, parse, print } from 'graphql';
import { ChangeCollector } from '../ChangeCollector';
import type { DefinitionFormat } from '../DefinitionFormat';
import { DefinitionProblem } from '../DefinitionProblem';

const MAX_TOKENS = 2_000_000;

const SEVERITIES: Record<CriticalityLevel, ChangeSeverity> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'risky',
  [CriticalityLevel.NonBreaking]: 'compatible',
};

/** A GraphQL schema in its own language, compared by GraphQL Inspector. */
export const graphqlFormat: DefinitionFormat<GraphQLSchema> = {
  read(text) {
    const document = readDocument(text);
    return {
      content: buildSchema(document, text),
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

function readDocument(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true, maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) {
      throw new DefinitionProblem(error.message, error.locations?.[0]);
    }
    throw error;
  }
}

function buildSchema(document: DocumentNode, text: string): GraphQLSchema {
  try {
    // Directives that only a gateway knows, as federation has them, must not
    // keep a schema from being read.
    return buildASTSchema(document, { assumeValidSDL: true });
  } catch (error) {
    if (error instanceof RangeError) {
      throw error;
    }
    const message = error instanceof Error ? error.message : String(error);
    throw new DefinitionProblem(message, findName(text, message));
  }
}

/** The first line with the name that a message speaks about. */
function findName(text: string, message: string): { line: number } | undefined {
  const name = /"(\w+)"/.exec(message)?.[1];
  const index = name === undefined ? -1 : text.indexOf(name);
  return index < 0
    ? undefined
    : { line: text.slice(0, index).split('\n').length };
}

function withFullStop(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
