import type { MessageDescriptor } from '@atrium/common';
import { type FileProblem } from '@atrium/common/yaml';
import {
  type DefinitionFile,
  describeShipped,
  type ResourceDefinition,
  type ResourceType,
} from '@atrium/plugin-provisioning-common';
import type { DefinitionStore } from '../../database/DefinitionStore';

/** A type, and where it comes from. */
export interface ActiveType {
  type: ResourceType;
  /** The page or path of its file. */
  source: string;
}

/** A definition, and whether it may still be used. */
export interface ActiveDefinition {
  definition: ResourceDefinition;
  /** The page or path of its file. */
  source: string;
  /** SHA-256 of what it says. */
  hash: string;
  /**
   * Since when no file has it any more although resources live by it: they go
   * on by it, and nothing new is made.
   */
  removedAt?: string;
}

const LISTED_RESOURCES = 10;

/** Knows the resource types and definitions that are in force. */
export class DefinitionRegistry {
  readonly #store: DefinitionStore;

  constructor(store: DefinitionStore) {
    this.#store = store;
  }

  /** All definitions, in order of name; those that were removed among them. */
  async list(): Promise<ActiveDefinition[]> {
    const documents = await this.#store.listDocuments();
    return documents.flatMap(({ document, source, hash, removedAt }) =>
      document.kind === 'ResourceDefinition'
        ? [{ definition: document, source, hash, removedAt }]
        : [],
    );
  }

  /** The definition of a name, also when it was removed. */
  async find(name: string): Promise<ActiveDefinition | undefined> {
    const definitions = await this.list();
    return definitions.find(
      ({ definition }) => definition.metadata.name === name,
    );
  }

  /** All types, in order of name. */
  async types(): Promise<ResourceType[]> {
    return (await this.listTypes()).map(({ type }) => type);
  }

  /** All types with their source, in order of name. */
  async listTypes(): Promise<ActiveType[]> {
    const documents = await this.#store.listDocuments();
    return documents.flatMap(({ document, source }) =>
      document.kind === 'ResourceType' ? [{ type: document, source }] : [],
    );
  }

  /**
   * What people call a type, each in their language where the portal brings the title
   * along; its name where no file has it any more.
   */
  async titleOfType(name: string): Promise<MessageDescriptor | string> {
    const types = await this.types();
    const type = types.find(({ metadata }) => metadata.name === name);
    const title = type?.metadata.title ?? name;
    const [message = title] =
      describeShipped({ title, schemas: {} }).title ?? [];
    return message;
  }

  /** What is wrong with the files, and what was removed too early. */
  async problems(): Promise<FileProblem[]> {
    const definitions = await this.list();
    const removed = definitions.filter(
      ({ removedAt }) => removedAt !== undefined,
    );
    const [problems, live] = await Promise.all([
      this.#store.files.listProblems(),
      this.#store.listLiveResources(
        removed.map(({ definition }) => definition.metadata.name),
      ),
    ]);
    const early = removed.map(({ definition: { metadata }, source }) => {
      const resources = live
        .filter(({ definition }) => definition === metadata.name)
        .map(({ name, environment }) => `'${name}' in ${environment}`);
      return { source, message: describeRemoved(metadata.name, resources) };
    });
    return [...problems, ...early];
  }

  /** The files they are written in. */
  async files(): Promise<DefinitionFile[]> {
    const { files } = this.#store;
    const [stored, checkedAt] = await Promise.all([
      files.list(),
      files.listCheckedAt(),
    ]);
    return stored.map(({ source, origin, refusal }) => ({
      source,
      origin: origin === 'repository' ? 'repository' : 'folder',
      isRefused: refusal !== undefined,
      checkedAt: checkedAt.get(source)?.toISOString(),
    }));
  }

  /** When the files were read; of several, the one longest ago. */
  async checkedAt(): Promise<string | undefined> {
    const checkedAt = await this.#store.files.listCheckedAt();
    return [...checkedAt.values()]
      .map(time => time.toISOString())
      .toSorted()
      .at(0);
  }
}

/** What it means that a definition is gone while resources live by it. */
export function describeRemoved(name: string, resources: string[]): string {
  const more = resources.length - LISTED_RESOURCES;
  const listed = resources.slice(0, LISTED_RESOURCES).join(', ');
  const rest = more > 0 ? ` and ${more} more` : '';
  return `'${name}' is not in its file any more, and stays for what lives by it: ${listed}${rest}. Nothing new is made by it. Put it back, or delete these resources first`;
}
