import { words } from '../../apiHistoryWords';
import { valueOf } from '@atrium/api-definitions';
import type { PlainMap } from '@atrium/common/yaml';
import type { Direction } from '../schema/SchemaVisit';
import type { OperationContext, Pair } from './OperationContext';

/** The bodies of a request or a response, by media type. */
export interface ComparedContent extends Pair<PlainMap> {
  direction: Direction;
  /** What the content is, such as `request body`. */
  path: string;
}

/** Compares media types and the schemas of what is sent in them. */
export function compareContent(
  context: OperationContext,
  content: ComparedContent,
): void {
  const { direction, path } = content;
  const before = byMediaType(content.before);
  const after = byMediaType(content.after);
  for (const [mediaType, was] of before) {
    const is = after.get(mediaType);
    if (is === undefined) {
      context.report({
        severity: 'breaking',
        rule: `${direction}-media-type-removed`,
        path,
        message:
          direction === 'request'
            ? words.describe('apiHistory.change.mediaRefused', { mediaType })
            : words.describe('apiHistory.change.mediaNotOffered', {
                mediaType,
              }),
        before: mediaType,
      });
      continue;
    }
    const schemas = {
      before: valueOf(was, 'schema'),
      after: valueOf(is, 'schema'),
    };
    if (schemas.before !== undefined || schemas.after !== undefined) {
      context.documents.schemas.add({
        before: schemas.before ?? true,
        after: schemas.after ?? true,
        direction,
        path,
        location: context.location,
      });
    }
  }
  for (const mediaType of after.keys()) {
    if (!before.has(mediaType)) {
      context.report({
        severity: 'compatible',
        rule: `${direction}-media-type-added`,
        path,
        message:
          direction === 'request'
            ? words.describe('apiHistory.change.mediaAccepted', { mediaType })
            : words.describe('apiHistory.change.mediaOffered', { mediaType }),
        after: mediaType,
      });
    }
  }
}

/** Parameters such as a charset do not make another type of content. */
function byMediaType(content: PlainMap): Map<string, PlainMap[string]> {
  return new Map(
    Object.entries(content).map(([mediaType, value]) => [
      mediaType.split(';', 1)[0].trim().toLocaleLowerCase('en-US'),
      value,
    ]),
  );
}
