import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Definitions,
  DocumentChange,
  MatchChange,
} from '@atrium/plugin-provisioning-common';
import { t } from '../translation';

/** What happens to a definition, and how many resources live by it. */
export function documentWords({
  change,
  name,
  liveCount,
}: DocumentChange): string {
  const words = t(`effectWords.${change}`, { name });
  return liveCount > 0
    ? t('effectWords.liveByIt', { change: words, count: liveCount })
    : words;
}

/** What a field says after a change: `2, then 3`. */
export function fieldWords({
  before,
  after,
}: DocumentChange['fields'][number]): string {
  if (before === undefined) {
    return t('effectWords.isWhichItDidNot', { after: write(after) });
  }
  return after === undefined
    ? t('effectWords.wasAndIsNotThere', { before: write(before) })
    : t('effectWords.isInsteadOf', {
        after: write(after),
        before: write(before),
      });
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
    t('effectWords.in', {
      type: type ?? change.type,
      environment: environment ?? change.environment,
    }),
    change.class !== 'default' &&
      t('effectWords.ofClass', { class: change.class }),
    entityRef && t('effectWords.for', { name: parseEntityRef(entityRef).name }),
    resource && t('effectWords.named', { resource }),
  ]
    .filter(Boolean)
    .join(' ');
  return t('effectWords.insteadOf', {
    what,
    after: servedBy(change.after),
    before: servedBy(change.before),
  });
}

function servedBy(definition: string | undefined): string {
  return definition ?? t('effectWords.noDefinition');
}

function write(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
