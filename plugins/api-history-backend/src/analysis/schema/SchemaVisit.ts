import type { MessageDescriptor } from '@atrium/common';
import type { PlainData } from '@atrium/common/yaml';
import type { ChangeSeverity } from '@atrium/plugin-api-history-common';
import type { Finding } from '../ChangeCollector';
import type { SchemaReader } from './SchemaReader';
import type { SchemaView } from './SchemaView';

/**
 * Who writes what the schema describes: the consumer in a `request`, the
 * provider in a `response`.
 */
export type Direction = 'request' | 'response';

/**
 * What a change does to the values that fit the schema: `narrowed` takes some
 * away, `widened` brings new ones, `changed` does both.
 */
export type Effect = 'narrowed' | 'widened' | 'changed';

/** One side by side look at two schemas. */
export interface SchemaVisit {
  direction: Direction;
  before: SchemaView;
  after: SchemaView;
  /** What a message calls the value, such as `'amount'`. */
  subject: MessageDescriptor;
  readers: { before: SchemaReader; after: SchemaReader };
  report(finding: Finding): void;
  /** Looks at a pair of schemas inside this one. */
  descend(pair: SchemaPair, step: string): void;
}

/** A schema as it was and as it is. */
export interface SchemaPair {
  before: PlainData;
  after: PlainData;
}

/**
 * What an effect means to consumers.
 *
 * @remarks They are hurt when less of what they send is accepted, and when they
 * receive what they do not expect.
 */
export function severityOf(
  direction: Direction,
  effect: Effect,
): ChangeSeverity {
  switch (effect) {
    case 'narrowed':
      return direction === 'request' ? 'breaking' : 'compatible';
    case 'widened':
      return direction === 'response' ? 'breaking' : 'compatible';
    case 'changed':
      return 'breaking';
    default:
      throw new Error(`Unknown effect '${effect satisfies never}'`);
  }
}

/**
 * As {@link severityOf}, for changes that a tolerant consumer survives.
 */
export function mildSeverityOf(
  direction: Direction,
  effect: Effect,
): ChangeSeverity {
  const severity = severityOf(direction, effect);
  return severity === 'breaking' ? 'risky' : severity;
}
