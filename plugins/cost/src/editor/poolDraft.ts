import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { listText, toList } from './listText';

/** By what a pool is taken apart, in the order it is offered; `none` keeps it. */
export const SPLITS = [
  'none',
  'direct-cost',
  'even',
  'requests',
  'usage',
  'metric',
  'weights',
] as const;

/** By what a pool is taken apart. */
export type SplitKind = (typeof SPLITS)[number];

/** Kinds of entities that can have a part, in the order they are offered. */
export const MEMBER_KINDS = ['component', 'resource', 'api'] as const;

/** A pool as the form shows it; whether it is sound is for the file to say. */
export interface PoolDraft {
  name: string;
  title: string;
  description: string;
  by: SplitKind;
  /** Of pushed counts. */
  unit: string;
  /** Whose usage counts; empty for all. */
  cluster: string;
  /** One a line, `component:default/payment-service: 2`. */
  weights: string;
  /** Who has a part, each separated by commas; empty for all components. */
  kinds: string;
  types: string;
  systems: string;
  owners: string;
}

/** Reads a pool of a file into the form. */
export function toPoolDraft(pool: PlainData | undefined): PoolDraft {
  const map = mapOf(pool);
  const split = mapOf(map.split);
  const among = mapOf(map.among);
  return {
    name: textOf(map.name),
    title: textOf(map.title),
    description: textOf(map.description),
    by: SPLITS.find(kind => kind === split.by) ?? 'none',
    unit: textOf(split.unit),
    cluster: textOf(split.cluster),
    weights: weightsText(mapOf(split.weights)),
    kinds: listOf(among.kinds),
    types: listOf(among.types),
    systems: listOf(among.systems),
    owners: listOf(among.owners),
  };
}

/** Writes the form as a pool of a file. */
export function fromPoolDraft(draft: PoolDraft): PlainMap {
  const { name, title, description } = draft;
  const split = toSplit(draft);
  const among = toAmong(draft);
  return {
    name,
    ...(title && { title }),
    ...(description && { description }),
    ...(split && { split }),
    ...(Object.keys(among).length > 0 && { among }),
  };
}

function toSplit(draft: PoolDraft): PlainMap | undefined {
  const { by, unit, cluster } = draft;
  switch (by) {
    case 'none':
      return undefined;
    case 'metric':
      return { by, unit };
    case 'usage':
      return { by, ...(cluster && { cluster }) };
    case 'weights':
      return { by, weights: toWeights(draft.weights) };
    default:
      return { by };
  }
}

/** How weights look once the file has them. */
export function tidyWeights(lines: string): string {
  return weightsText(toWeights(lines));
}

function weightsText(weights: PlainMap): string {
  return Object.entries(weights)
    .map(([ref, weight]) => `${ref}: ${String(weight)}`)
    .join('\n');
}

/** What is no number stays as it is written: the file says what is wrong with it. */
function toWeights(lines: string): PlainMap {
  return Object.fromEntries(
    lines
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map(line => {
        const [, ref = line, weight = ''] =
          /^(.*\S)\s*:\s+(\S+)$/.exec(line) ?? [];
        const number = Number(weight);
        return [ref, weight === '' || Number.isNaN(number) ? weight : number];
      }),
  );
}

function toAmong({ kinds, types, systems, owners }: PoolDraft): PlainMap {
  return Object.fromEntries(
    Object.entries({ kinds, types, systems, owners }).flatMap(
      ([field, values]) => {
        const list = toList(values);
        return list.length > 0 ? [[field, list]] : [];
      },
    ),
  );
}

function listOf(values: PlainData | undefined): string {
  return Array.isArray(values) ? listText(values.map(textOf)) : '';
}

function mapOf(value: PlainData | undefined): PlainMap {
  return isPlainMap(value) ? value : {};
}

function textOf(value: PlainData | undefined): string {
  return typeof value === 'string' ? value : '';
}
