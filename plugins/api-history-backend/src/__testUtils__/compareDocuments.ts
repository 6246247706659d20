import type { PlainMap } from '@atrium/common/yaml';
import { compareOpenApi } from '../analysis/openapi/compareOpenApi';
import { changesOf } from './changesOf';

/** An OpenAPI document with these parts. */
export function document(parts: PlainMap): PlainMap {
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, ...parts };
}

/** The changes between two documents that have these parts. */
export function compareDocuments(before: PlainMap, after: PlainMap): string[] {
  return changesOf(
    compareOpenApi({ before: document(before), after: document(after) }),
  );
}

/** The parts of a document with one operation, `POST /refunds`. */
export function operation(parts: PlainMap, rest: PlainMap = {}): PlainMap {
  return {
    paths: { '/refunds': { post: { responses: {}, ...parts } } },
    ...rest,
  };
}
