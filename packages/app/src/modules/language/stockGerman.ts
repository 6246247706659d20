import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** German for what pages of stock plugins say in the portal. */
export const stockGerman: ExtensionDefinition[] = [];
