import type {
  FoundRepositoryFile,
  StoredFile as FileOf,
} from '@atrium/backend-common';
import type { FileProblem, TextPosition } from '@atrium/common/yaml';
import type {
  DefinitionDocument,
  ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';

/** A file of definitions, as it was read last. */
export type StoredFile = FileOf<object>;

/** A file that an entity names. */
export type FoundFile = FoundRepositoryFile<object>;

/** A document that is in force, or was when resources were made by it. */
export interface StoredDocument {
  document: DefinitionDocument;
  source: string;
  position: TextPosition;
  hash: string;
  /** Since when no file has it any more. */
  removedAt?: string;
}

/** What the files come to. */
export interface CombinedDefinitions {
  documents: StoredDocument[];
  problems: FileProblem[];
}

/** A live resource, as far as its definition cares. */
export interface LiveResource {
  definition: string;
  name: string;
  environment: string;
}

/** A live resource, as far as another definition might serve its like. */
export interface MatchedResource extends LiveResource {
  id: string;
  type: string;
  class: string;
  environmentType: string;
  /** The component it was asked for, or its owner. */
  scopeRef: string;
  ownerRef: string;
  sharedId?: string;
  driver: string;
  plan: string;
  inputs: JsonObject;
  parameters: JsonObject;
  state: ResourceState;
}

/** What tells documents apart: of each kind one of a name. */
export function documentKeyOf({ kind, metadata }: DefinitionDocument): string {
  return `${kind}/${metadata.name}`;
}
