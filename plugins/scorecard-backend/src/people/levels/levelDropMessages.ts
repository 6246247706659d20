import { words } from '../../scorecardWords';
import { hashJson, type Message } from '@atrium/backend-common';
import { type MessageDescriptor, type MessageList } from '@atrium/common';
import { type ScorecardDefinition } from '@atrium/plugin-scorecard-common';
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
  const { isOfRules, scorecard, version } = first;
  const isOne = others.length === 0;
  return {
    key: isOfRules
      ? `level:${scorecard}:version ${version}:${ownerRef}`
      : `level:${scorecard}:${ownerRef}:${hashJson(
          drops.map(({ entityRef, at }) => [entityRef, at.toISOString()]),
        )}`,
    recipientRefs: [ownerRef],
    payload: {
      ...words.notification({
        title: isOne ? describeFall(first) : describeFalls(first, drops.length),
        description: isOne
          ? describeChecks(first)
          : words.describe('scorecard.level.services', {
              services: listNames(drops),
            }),
      }),
      link: isOne ? entityLink(first.entityRef) : teamLink(ownerRef),
      severity: 'normal',
      topic: TOPIC,
    },
  };
}

/** The level of one service, and where the rules changed, that this is why. */
function describeFall(drop: LevelDrop): MessageDescriptor {
  const { definition, isOfRules } = drop;
  const about = {
    entity: nameOf(drop),
    from: levelOf(drop.from, definition),
    to: levelOf(drop.to, definition),
    scorecard: titleOf(drop),
  };
  return isOfRules
    ? words.describe('scorecard.level.rulesChanged', about)
    : words.describe('scorecard.level.fell', about);
}

function describeFalls(drop: LevelDrop, number: number): MessageDescriptor {
  const about = { number, scorecard: titleOf(drop) };
  return drop.isOfRules
    ? words.describe('scorecard.level.rulesChangedForSome', about)
    : words.describe('scorecard.level.someFell', about);
}

function describeChecks({
  definition,
  failedChecks,
}: LevelDrop): MessageDescriptor | undefined {
  const list = definition.spec.checks
    .filter(({ name }) => failedChecks.includes(name))
    .map(({ title }) => title);
  return list.length > 0
    ? words.describe('scorecard.level.failsNow', { checks: { list } })
    : undefined;
}

function listNames(drops: LevelDrop[]): MessageList {
  const names = [...new Set(drops.map(nameOf))];
  const list = names.slice(0, MAX_NAMES);
  return { list, more: names.length - list.length };
}

function nameOf({ entityRef, entityTitle }: LevelDrop): string {
  return entityTitle ?? parseEntityRef(entityRef).name;
}

function titleOf({ definition, scorecard }: LevelDrop): string {
  return definition.metadata.title ?? scorecard;
}

function levelOf(
  rank: number,
  { spec }: ScorecardDefinition,
): string | MessageDescriptor {
  const level = spec.levels[rank - 1];
  return level?.title ?? level?.name ?? words.describe('scorecard.level.none');
}
