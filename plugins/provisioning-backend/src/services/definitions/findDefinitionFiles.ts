import {
  findAllowedEntities,
  findAllowedFiles,
  type FindAllowedFilesOptions,
} from '@atrium/backend-common';
import { RESOURCE_DEFINITIONS_ANNOTATION } from '@atrium/plugin-provisioning-common';

type FindDefinitionFilesOptions = Omit<
  FindAllowedFilesOptions,
  'annotation' | 'setting'
>;

// A definition decides what runs with the rights of drivers.
const ALLOWED = {
  annotation: RESOURCE_DEFINITIONS_ANNOTATION,
  setting: 'provisioning.definitions.repositories',
};

/** Finds the entities that name files as definitions, and whether they may. */
export const findDefinitionEntities = (options: FindDefinitionFilesOptions) =>
  findAllowedEntities({ ...options, ...ALLOWED });

/** Finds the files that entities name as definitions, each once. */
export const findDefinitionFiles = (options: FindDefinitionFilesOptions) =>
  findAllowedFiles({ ...options, ...ALLOWED });
