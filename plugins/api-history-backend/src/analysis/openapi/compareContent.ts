import { words } from '../../apiHistoryWords';
import { valueOf } from '@atrium/api-definitions';
import type { PlainData, PlainMap } from '@atrium/common/yaml';
import { type Direction, mildSeverityOf } from '../schema/SchemaVisit';
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
  const { before, after } = byMediaType(content);
  for (const [mediaType, was] of before) {
    const is = after.has(mediaType)
      ? after.get(mediaType)
      : rangeOf(mediaType, after);
    if (is === undefined) {
      reportRemoved(context, content, {
        mediaType,
        isNarrowed: coversAny(mediaType, after),
      });
    } else {
      compareSchemas(context, content, { before: was, after: is });
    }
  }
  for (const [mediaType, is] of after) {
    if (!before.has(mediaType)) {
      const was = rangeOf(mediaType, before);
      if (was === undefined) {
        reportAdded(context, content, {
          mediaType,
          isWidened: coversAny(mediaType, before),
        });
      } else {
        compareSchemas(context, content, { before: was, after: is });
      }
    }
  }
}

function compareSchemas(
  context: OperationContext,
  { direction, path }: ComparedContent,
  { before, after }: Pair,
): void {
  const schemas = {
    before: valueOf(before, 'schema'),
    after: valueOf(after, 'schema'),
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

/** @param removed - whether a range went of which a part is still described */
function reportRemoved(
  context: OperationContext,
  { direction, path }: ComparedContent,
  removed: { mediaType: string; isNarrowed: boolean },
): void {
  const { mediaType, isNarrowed } = removed;
  context.report({
    severity: isNarrowed ? mildSeverityOf(direction, 'narrowed') : 'breaking',
    rule: `${direction}-media-type-removed`,
    path,
    message:
      direction === 'request'
        ? words.describe('apiHistory.change.mediaRefused', { mediaType })
        : words.describe('apiHistory.change.mediaNotOffered', { mediaType }),
    before: mediaType,
  });
}

/** @param added - whether it is a range of which a part was described */
function reportAdded(
  context: OperationContext,
  { direction, path }: ComparedContent,
  added: { mediaType: string; isWidened: boolean },
): void {
  const { mediaType, isWidened } = added;
  context.report({
    severity: isWidened ? mildSeverityOf(direction, 'widened') : 'compatible',
    rule: `${direction}-media-type-added`,
    path,
    message:
      direction === 'request'
        ? words.describe('apiHistory.change.mediaAccepted', { mediaType })
        : words.describe('apiHistory.change.mediaOffered', { mediaType }),
    after: mediaType,
  });
}

/** What a media type falls under when it is not described by itself. */
function rangeOf(
  mediaType: string,
  content: ReadonlyMap<string, PlainData>,
): PlainData | undefined {
  const range = rangesOf(mediaType).find(one => content.has(one));
  return range === undefined ? undefined : content.get(range);
}

function coversAny(
  range: string,
  content: ReadonlyMap<string, PlainData>,
): boolean {
  return [...content.keys()].some(mediaType =>
    rangesOf(mediaType).includes(range),
  );
}

/** What holds a media type as a part of it, the smallest first. */
function rangesOf(mediaType: string): string[] {
  const type = withoutParameters(mediaType);
  const ranges = [type, `${type.split('/', 1)[0]}/*`, '*/*'];
  return ranges.filter(range => range !== mediaType);
}

/**
 * Parameters such as a charset do not make another type of content, unless one of
 * the two describes several types that differ in nothing else.
 */
function byMediaType({
  before,
  after,
}: Pair<PlainMap>): Pair<Map<string, PlainData>> {
  const ambiguous = new Set(
    [before, after].flatMap(content => {
      const types = Map.groupBy(Object.keys(content), withoutParameters);
      return [...types].flatMap(([type, all]) => (all.length > 1 ? type : []));
    }),
  );
  const read = (content: PlainMap) =>
    new Map(
      Object.entries(content).map(([mediaType, value]) => {
        const type = withoutParameters(mediaType);
        return [ambiguous.has(type) ? withParameters(mediaType) : type, value];
      }),
    );
  return { before: read(before), after: read(after) };
}

function withoutParameters(mediaType: string): string {
  return mediaType.split(';', 1)[0].trim().toLocaleLowerCase('en-US');
}

function withParameters(mediaType: string): string {
  const [, ...parameters] = mediaType
    .toLocaleLowerCase('en-US')
    .split(';')
    .map(part => part.trim());
  return [withoutParameters(mediaType), ...parameters.sort()].join('; ');
}
