import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Definitions,
  DocumentChange,
  MatchChange,
} from '@atrium/plugin-provisioning-common';

const CHANGE_WORDS: Record<DocumentChange['change'], string> = {
  added: 'is new',
  changed: 'changes',
  removed: 'is gone',
};

/** What happens to a definition, and how many resources live by it. */
export function documentWords(change: DocumentChange): string {
  const { name, liveCount } = change;
  const live =
    liveCount === 1 ? '1 live resource' : `${liveCount} live resources`;
  return `${name} ${CHANGE_WORDS[change.change]}${
    liveCount > 0 ? `; ${live} by it` : ''
  }`;
}

/** What a field says after a change: `2, then 3`. */
export function fieldWords({
  before,
  after,
}: DocumentChange['fields'][number]): string {
  if (before === undefined) {
    return `is ${write(after)}, which it did not say before`;
  }
  return after === undefined
    ? `was ${write(before)}, and is not there any more`
    : `is ${write(after)} instead of ${write(before)}`;
}

/** Which definition serves which requests after a change. */
export function matchChangeWords(
  change: MatchChange,
  { types, environments }: Pick<Definitions, 'types' | 'environments'>,
): string {
  const { entityRef, resource } = change;
  const type = types.find(({ name }) => name === change.type)?.title;
  const environment = environments.find(
    ({ name }) => name === change.environment,
  )?.title;
  const what = [
    `${type ?? change.type} in ${environment ?? change.environment}`,
    change.class !== 'default' && `of class ${change.class}`,
    entityRef && `for ${parseEntityRef(entityRef).name}`,
    resource && `named ${resource}`,
  ]
    .filter(Boolean)
    .join(' ');
  return `${what}: ${servedBy(change.after)} instead of ${servedBy(
    change.before,
  )}`;
}

function servedBy(definition: string | undefined): string {
  return definition ?? 'no definition';
}

function write(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
