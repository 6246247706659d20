/**
 * Names the files of resource types and definitions that lie beside a
 * `catalog-info.yaml`: paths or URLs, separated by commas. It counts only in
 * repositories that `provisioning.definitions.repositories` allows.
 */
export const RESOURCE_DEFINITIONS_ANNOTATION =
  'atrium.dev/resource-definitions';

/** Names the Score file of a component, beside its `catalog-info.yaml`. */
export const SCORE_ANNOTATION = 'atrium.dev/score';

/** On a catalog `Resource` that provisioning made: the id of the resource. */
export const PROVISIONED_RESOURCE_ANNOTATION =
  'atrium.dev/provisioned-resource';
