import { hashJson, type Message } from '@atrium/backend-common';
import type { ScorecardDefinition } from '@atrium/plugin-scorecard-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityLink, teamLink } from '../links';
import type { LevelDrop } from './LevelDropStore';

const TOPIC = 'scorecard-level';
const MAX_NAMES = 5;

/**
 * Tells each owner which of their services hold a lower level now: one message
 * for each scorecard, and another where its rules changed, once for a version.
 */
export function toLevelDropMessages(drops: readonly LevelDrop[]): Message[] {
  const byOwner = Map.groupBy(
    drops.flatMap(drop => drop.ownerRefs.map(ownerRef => ({ ownerRef, drop }))),
    ({ ownerRef, drop: { isOfRules, scorecard, version } }) =>
      JSON.stringify([ownerRef, scorecard, isOfRules ? version : 0]),
  );
  return [...byOwner.values()].map(group =>
    toMessage(group[0].ownerRef, joinSteps(group.map(({ drop }) => drop))),
  );
}

/** One move for each entity, however many steps it took. */
function joinSteps(drops: LevelDrop[]): LevelDrop[] {
  return [...Map.groupBy(drops, ({ entityRef }) => entityRef).values()].map(
    steps => ({
      ...steps[0],
      failedChecks: steps.flatMap(({ failedChecks }) => failedChecks),
    }),
  );
}

function toMessage(ownerRef: string, drops: LevelDrop[]): Message {
  const [first, ...others] = drops;
  const { definition, isOfRules, scorecard, version } = first;
  const title = definition.metadata.title ?? scorecard;
  const isOne = others.length === 0;
  const fell = isOne
    ? `${nameOf(first)} fell from ${levelOf(
        first.from,
        definition,
      )} to ${levelOf(first.to, definition)}`
    : `${drops.length} of your services fell to a lower level`;
  return {
    key: isOfRules
      ? `level:${scorecard}:version ${version}:${ownerRef}`
      : `level:${scorecard}:${ownerRef}:${hashJson(
          drops.map(({ entityRef, at }) => [entityRef, at.toISOString()]),
        )}`,
    recipientRefs: [ownerRef],
    payload: {
      title: isOfRules
        ? `The rules of "${title}" changed: ${fell}`
        : `${fell} in "${title}"`,
      description: isOne ? describeChecks(first) : listNames(drops),
      link: isOne ? entityLink(first.entityRef) : teamLink(ownerRef),
      severity: 'normal',
      topic: TOPIC,
    },
  };
}

function describeChecks({
  definition,
  failedChecks,
}: LevelDrop): string | undefined {
  const titles = definition.spec.checks
    .filter(({ name }) => failedChecks.includes(name))
    .map(({ title }) => title);
  return titles.length > 0 ? `Fails now: ${titles.join(', ')}` : undefined;
}

function listNames(drops: LevelDrop[]): string {
  const names = [...new Set(drops.map(nameOf))];
  const more = names.length - MAX_NAMES;
  return [
    ...names.slice(0, MAX_NAMES),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}

function nameOf({ entityRef, entityTitle }: LevelDrop): string {
  return entityTitle ?? parseEntityRef(entityRef).name;
}

function levelOf(rank: number, { spec }: ScorecardDefinition): string {
  const level = spec.levels[rank - 1];
  return level?.title ?? level?.name ?? 'no level';
}
