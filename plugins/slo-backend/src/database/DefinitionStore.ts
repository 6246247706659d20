import type { OpenSloProblem, SloDefinition } from '@atrium/plugin-slo-common';
import type { DefinedEntity } from '../definitions/findDefinitions';
import type { NamedFile } from '../definitions/findFiles';
import type { ReadFile } from '../definitions/DefinitionReader';
import type { SloPlan } from '../definitions/planSlo';

/** A file with what is wrong with it. */
export interface CheckedFile extends ReadFile {
  readAt: string;
  problems: OpenSloProblem[];
}

/** Files that are to be read now. */
export interface DueDefinition {
  entityRef: string;
  namedFiles: NamedFile[];
  files: CheckedFile[];
}

/** A valid SLO and what is kept for it. */
export interface PlannedSlo extends SloPlan {
  id: string;
  name: string;
  definition: SloDefinition;
  url: string;
  revision?: string;
}

/** What became of the files of an entity. */
export interface CheckedDefinition {
  entityRef: string;
  files: CheckedFile[];
  slos: PlannedSlo[];
  /** Whether an SLO that is not among them is to be kept as it last was. */
  isKept(name: string): boolean;
  readAt: Date;
  dueAt: Date;
}

/** Keeps who has which definitions. */
export interface DefinitionStore {
  /**
   * Takes over which entities name which files. Those that are new or have
   * changed are due at once; those that are not there any more end.
   */
  sync(entities: DefinedEntity[], now: Date): Promise<void>;
  /** Whose files are to be read now, longest due first. */
  listDue(now: Date, limit: number): Promise<DueDefinition[]>;
  /** Takes over what the files say now. */
  save(checked: CheckedDefinition): Promise<void>;
  /** Has an entity looked at again later. */
  postpone(entityRef: string, dueAt: Date): Promise<void>;
  /** Makes the files of a repository due, whose page is at an address. */
  markPushed(repositoryUrl: string, now: Date): Promise<void>;
  /** How many problems the files of entities have. */
  countProblems(entityRefs: string[]): Promise<Map<string, number>>;
  /** What is known of the files of an entity. */
  get(entityRef: string): Promise<CheckedFile[] | undefined>;
}
