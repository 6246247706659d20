import {
  type FactProviderDescription,
  type PushedFactsResult,
  pushedFactsItemSchema,
} from '@atrium/plugin-scorecard-common';
import type { EntityStore } from '../database/EntityStore';
import type {
  FactStore,
  ImportedFacts,
  SavedFacts,
} from '../database/FactStore';
import type { ProviderStore } from '../database/ProviderStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { readFactValues } from './readFactValues';

interface FactPushesOptions {
  entities: EntityStore;
  expressions: () => ScorecardExpressions;
  facts: FactStore;
  providers: ProviderStore;
  pushedFacts: readonly FactProviderDescription[];
}

/** An item that can be kept, with its place. */
interface AcceptedItem extends ImportedFacts {
  index: number;
  /** Whether the sender says when it was observed. */
  isDated: boolean;
  urls: Record<string, string> | undefined;
  isCurrent: boolean;
}

/** Between clocks. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Takes facts that are sent here, and the past of any. */
export class FactPushes {
  readonly #options: FactPushesOptions;

  constructor(options: FactPushesOptions) {
    this.#options = options;
  }

  /** Takes each item that is right, and says what is wrong with the others. */
  async push(items: readonly unknown[]): Promise<PushedFactsResult> {
    const refused: PushedFactsResult['refused'] = [];
    const parsed = items.flatMap((item, index) => {
      const result = pushedFactsItemSchema.safeParse(item);
      if (result.success) {
        return [{ ...result.data, index }];
      }
      const [issue] = result.error.issues;
      refused.push({
        index,
        path: issue?.path.join('.') ?? '',
        message: issue?.message ?? 'is not valid',
      });
      return [];
    });
    const ids = await this.#options.entities.findIds([
      ...new Set(parsed.map(({ entityRef }) => entityRef)),
    ]);
    const accepted = parsed.flatMap(item => {
      const read = this.#read(item, ids.get(item.entityRef));
      if ('problem' in read) {
        refused.push({ index: item.index, ...read.problem });
        return [];
      }
      return [read];
    });
    const older = await this.#save(
      accepted.filter(({ isCurrent }) => isCurrent),
    );
    for (const { index } of older) {
      refused.push({
        index,
        path: 'observedAt',
        message: 'is before what is known already',
      });
    }
    const past = accepted.filter(({ isCurrent }) => !isCurrent);
    const late = past.length > 0 ? await this.#options.facts.import(past) : [];
    for (const place of late) {
      refused.push({
        index: past[place]?.index ?? 0,
        path: 'observedAt',
        message: 'is of a time for which the portal has looked for itself',
      });
    }
    return {
      accepted: accepted.length - older.length - late.length,
      refused: refused.toSorted((one, other) => one.index - other.index),
    };
  }

  #read(
    item: {
      index: number;
      provider: string;
      values: Record<string, unknown>;
      urls?: Record<string, string>;
      observedAt?: string;
    },
    entityId: number | undefined,
  ): AcceptedItem | { problem: { path: string; message: string } } {
    const { expressions, pushedFacts } = this.#options;
    const provider = expressions().providers.get(item.provider);
    if (!provider) {
      return refuse('provider', `is '${item.provider}', which there is not`);
    }
    if (entityId === undefined) {
      return refuse('entityRef', 'is not an entity that can be rated');
    }
    const { problems, values } = readFactValues(item.values, provider);
    const [wrong] = Object.entries(problems);
    if (wrong) {
      return refuse(`values.${wrong[0]}`, wrong[1]);
    }
    const now = Date.now();
    const atMs =
      item.observedAt === undefined ? now : Date.parse(item.observedAt);
    if (atMs > now + MAX_AHEAD_MS) {
      return refuse('observedAt', 'is in the future');
    }
    const isPushed = pushedFacts.some(({ id }) => id === item.provider);
    if (!isPushed && item.observedAt === undefined) {
      return refuse(
        'provider',
        'is asked by the portal itself: only its past can be sent, with observedAt',
      );
    }
    return {
      index: item.index,
      isDated: item.observedAt !== undefined,
      entityId,
      provider: item.provider,
      at: new Date(Math.min(atMs, now)).toISOString(),
      values,
      urls: item.urls,
      // What is still fresh is of now; of several, the newest.
      isCurrent: isPushed && atMs > now - provider.freshnessMs,
    };
  }

  /**
   * Of several items of one entity the newest counts.
   *
   * @returns those that are older than what is known, such as of a second attempt
   */
  async #save(items: readonly AcceptedItem[]): Promise<AcceptedItem[]> {
    const { facts, providers, pushedFacts } = this.#options;
    const older: AcceptedItem[] = [];
    for (const { freshnessMs, id } of pushedFacts) {
      const newest = new Map<number, AcceptedItem>();
      for (const item of items) {
        const other = newest.get(item.entityId);
        if (item.provider === id && (!other || other.at <= item.at)) {
          newest.set(item.entityId, item);
        }
      }
      if (newest.size > 0) {
        const leftOutIds = new Set(
          await facts.save([...newest.values()].map(toSaved), {
            provider: id,
            freshnessMs,
            keepsNewer: true,
          }),
        );
        older.push(
          ...items.filter(
            ({ entityId, provider }) =>
              provider === id && leftOutIds.has(entityId),
          ),
        );
        await providers.markAnswered(id);
      }
    }
    return older;
  }
}

function toSaved(item: AcceptedItem): SavedFacts {
  const { at, entityId, isDated, urls, values } = item;
  return {
    entityId,
    values,
    ...(isDated && { observedAt: at }),
    ...(urls && { urls }),
  };
}

function refuse(path: string, message: string) {
  return { problem: { path, message } };
}
