import { DefinitionProblem } from '../DefinitionProblem';
import { RefResolver } from '../schema/RefResolver';
import { SchemaReader } from '../schema/SchemaReader';
import { lineOfKey } from '../tree/lineOfKey';
import type { Tree, TreeMap } from '../tree/Tree';
import { isTreeMap, mapOf, valueOf } from '../tree/Tree';

const SECTIONS = ['info', 'paths', 'components', 'webhooks'];

/** An OpenAPI 3 document, ready to be compared. */
export class OpenApiDocument {
  readonly root: TreeMap;
  readonly resolver: RefResolver;
  readonly schemas: SchemaReader;

  constructor(root: TreeMap) {
    this.root = root;
    this.resolver = new RefResolver(root);
    this.schemas = new SchemaReader({
      resolver: this.resolver,
      hasRefSiblings: !/^3\.0/.test(String(valueOf(root, 'openapi'))),
    });
  }

  /** Follows references; gives an empty map for what is none. */
  mapAt(value: Tree | undefined): TreeMap {
    const resolved = this.resolver.resolve(value).value;
    return isTreeMap(resolved) ? resolved : {};
  }

  /** The components of a kind. */
  components(kind: string): TreeMap {
    return mapOf(valueOf(this.root, 'components'), kind);
  }
}

/**
 * Makes sure that a tree is an OpenAPI document.
 *
 * @returns whether it is of a version that can be compared in meaning
 * @throws DefinitionProblem when it is none
 */
export function checkOpenApi(tree: Tree, text: string): boolean {
  if (!isTreeMap(tree)) {
    throw new DefinitionProblem('The definition is not an OpenAPI document', {
      line: 1,
    });
  }
  const at = (key: string) => {
    const line = lineOfKey(text, key);
    return line === undefined ? undefined : { line };
  };
  if (String(valueOf(tree, 'swagger') ?? '').startsWith('2.')) {
    return false;
  }
  const version = valueOf(tree, 'openapi');
  if (version === undefined) {
    throw new DefinitionProblem(
      "The definition has no key 'openapi', which names the version of OpenAPI",
      { line: 1 },
    );
  }
  if (typeof version !== 'string' || !/^3\.\d+(\.|$)/.test(version)) {
    throw new DefinitionProblem(
      `OpenAPI ${JSON.stringify(version)} is not a known version of OpenAPI`,
      at('openapi'),
    );
  }
  for (const section of SECTIONS) {
    const value = valueOf(tree, section);
    if (value !== undefined && !isTreeMap(value)) {
      throw new DefinitionProblem(`'${section}' must be a map`, at(section));
    }
  }
  for (const [path, item] of Object.entries(mapOf(tree, 'paths'))) {
    if (!path.startsWith('x-') && !isTreeMap(item)) {
      throw new DefinitionProblem(`'paths.${path}' must be a map`, at('paths'));
    }
  }
  return true;
}
