import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import { formatShare } from '@atrium/common';
import type { ResultReadStore } from '../ResultReadStore';
import type { ScorecardDefinitions } from '../ScorecardDefinitions';
import { type Badge, UNKNOWN_BADGE } from './drawBadge';

interface BadgesOptions {
  definitions: Pick<ScorecardDefinitions, 'find'>;
  store: Pick<ResultReadStore, 'list'>;
  visible: Pick<VisibleEntities, 'filter'>;
}

/** Says in two words how an entity stands. */
export class Badges {
  readonly #options: BadgesOptions;

  constructor(options: BadgesOptions) {
    this.#options = options;
  }

  /**
   * The badge of an entity. It is the same for what does not exist, is not rated
   * and is hidden.
   *
   * @param reader - whose view counts; everybody's where badges are public
   */
  async get(
    { scorecard, entityRef }: { scorecard: string; entityRef: string },
    reader: ScopeOptions | undefined,
  ): Promise<Badge> {
    const { definitions, store, visible } = this.#options;
    const [definition, results, seen] = await Promise.all([
      definitions.find(scorecard),
      store.list(
        { scorecard, entityRefs: [entityRef] },
        { sort: 'entity', limit: 1 },
      ),
      reader ? visible.filter([entityRef], reader) : [entityRef],
    ]);
    const [result] = results;
    if (!definition || !result || seen.length === 0) {
      return UNKNOWN_BADGE;
    }
    const { metadata, spec } = definition;
    const level = spec.levels.find(({ name }) => name === result.level);
    return {
      label: metadata.title ?? metadata.name,
      message:
        level?.title ??
        level?.name ??
        describeWithoutLevel(result, spec.levels.length > 0),
      color: level?.color ?? 'gray',
    };
  }
}

/** A scorecard may have no levels, or no check of any may apply. */
function describeWithoutLevel(
  { rank, score }: { rank?: number; score?: number },
  hasLevels: boolean,
): string {
  if (hasLevels && rank !== undefined) {
    return 'no level';
  }
  return score === undefined ? 'not rated' : formatShare(score);
}
