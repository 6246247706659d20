import type { MessageDescriptor } from '@atrium/common';
import { words } from '../healthWords';

/** Kinds that the catalog knows by itself. */
const CORE_KINDS = [
  'API',
  'Component',
  'Domain',
  'Group',
  'Location',
  'Resource',
  'System',
  'User',
];

/** What brings a kind that the catalog does not know by itself. */
const KIND_MODULES: Record<string, string> = {
  airesource: '@atrium/plugin-catalog-backend-module-atrium',
  template: '@backstage/plugin-catalog-backend-module-scaffolder-entity-model',
};

/** Whether a kind is one that any module is known to bring. */
export function isKnownKind(kind: string): boolean {
  const lower = kind.toLocaleLowerCase('en-US');
  return (
    moduleOf(kind) !== undefined ||
    CORE_KINDS.some(core => core.toLocaleLowerCase('en-US') === lower)
  );
}

/** Says which module would bring a kind. */
export function adviseOnKind(kind: string): MessageDescriptor {
  const module = moduleOf(kind);
  return module
    ? words.describe('catalogHealth.finding.moduleAdvice', { module })
    : words.describe('catalogHealth.finding.noModuleAdvice', {
        kinds: { list: CORE_KINDS },
      });
}

/** Files name any kind, `constructor` among them. */
function moduleOf(kind: string): string | undefined {
  const lower = kind.toLocaleLowerCase('en-US');
  return Object.hasOwn(KIND_MODULES, lower) ? KIND_MODULES[lower] : undefined;
}
