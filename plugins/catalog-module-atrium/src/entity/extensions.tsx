import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** What makes the pages of entities. */
export const entityExtensions: ExtensionDefinition[] = [];
