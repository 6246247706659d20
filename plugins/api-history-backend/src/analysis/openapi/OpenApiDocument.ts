import { mapOf, RefResolver, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { SchemaReader } from '../schema/SchemaReader';

/** An OpenAPI 3 document, ready to be compared. */
export class OpenApiDocument {
  readonly root: PlainMap;
  readonly resolver: RefResolver;
  readonly schemas: SchemaReader;

  constructor(root: PlainMap) {
    this.root = root;
    this.resolver = new RefResolver(root);
    this.schemas = new SchemaReader({
      resolver: this.resolver,
      hasRefSiblings: !/^3\.0/.test(String(valueOf(root, 'openapi'))),
    });
  }

  /** Follows references; gives an empty map for what is none. */
  mapAt(value: PlainData | undefined): PlainMap {
    const resolved = this.resolver.resolve(value).value;
    return isPlainMap(resolved) ? resolved : {};
  }

  /** The components of a kind. */
  components(kind: string): PlainMap {
    return mapOf(valueOf(this.root, 'components'), kind);
  }
}
