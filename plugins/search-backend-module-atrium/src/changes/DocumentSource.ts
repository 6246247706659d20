import type { IndexableDocument } from '@backstage/plugin-search-common';

/** Documents that belong to entities, and can be read for some of them. */
export interface DocumentSource {
  /** The index that they belong to. */
  readonly type: string;
  /** In lower case; all kinds where it is left out. */
  readonly kinds?: string[];
  /** Documents of entities; none of those that are gone or have none. */
  readDocuments(entityRefs: string[]): Promise<IndexableDocument[]>;
}
