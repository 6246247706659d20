import type { PlainMap } from '@atrium/common/yaml';
import type { Pair } from './OperationContext';

/** One side of a compared operation. */
export interface OperationSide {
  operation: PlainMap;
  /** What all operations of a path share, such as parameters. */
  pathItem: PlainMap;
  path: string;
}

/** Two operations that are the same to a consumer. */
export interface ComparedOperation extends Pair<OperationSide> {
  location: string;
  /** Whether the provider calls the consumer, as webhooks and callbacks do. */
  isInverted: boolean;
}
