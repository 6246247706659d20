import type { PlainData, PlainMap } from '@atrium/common/yaml';
import type { ChangeCollector, Finding } from '../ChangeCollector';
import type { SchemaComparison } from '../schema/SchemaComparison';
import type { OpenApiDocument } from './OpenApiDocument';

/** A pair of values of the two documents. */
export interface Pair<T = PlainData | undefined> {
  before: T;
  after: T;
}

/** Two documents side by side. */
export interface ComparedDocuments extends Pair<OpenApiDocument> {
  /** What security schemes of the first are called in the second. */
  renamedSchemes: ReadonlyMap<string, string>;
  schemas: SchemaComparison;
  collector: ChangeCollector;
}

/** What the comparison of one operation works with. */
export class OperationContext {
  readonly documents: ComparedDocuments;
  /** The operation as people call it, such as `POST /refunds`. */
  readonly location: string;

  constructor(documents: ComparedDocuments, location: string) {
    this.documents = documents;
    this.location = location;
  }

  report(finding: Finding): void {
    this.documents.collector.add(finding, [this.location]);
  }

  /** Follows the references of both sides. */
  maps(pair: Pair): Pair<PlainMap> {
    return {
      before: this.documents.before.mapAt(pair.before),
      after: this.documents.after.mapAt(pair.after),
    };
  }
}
