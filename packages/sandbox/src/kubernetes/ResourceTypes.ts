import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import type { Json } from './mergeKeys.ts';

/** A column of `kubectl get`, as a CustomResourceDefinition describes one. */
export interface PrinterColumn {
  name: string;
  /** Missing where it takes more than to read a field. */
  jsonPath?: string;
  /** More than zero is for `-o wide` only. */
  priority?: number;
}

/** A kind of object that the API serves. */
export interface ResourceType {
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames?: string[];
  categories?: string[];
  isNamespaced: boolean;
  isScalable?: boolean;
  /** Whether a CustomResourceDefinition brought it. */
  isCustom?: boolean;
  verbs: string[];
  columns: PrinterColumn[];
}

const readVerbs = ['get', 'list', 'watch'];
const writeVerbs = ['create', 'delete', 'patch', 'update'];

const builtInSchema = z.object({
  plural: z.string().optional(),
  shortNames: z.array(z.string()).optional(),
  isClusterWide: z.boolean().default(false),
  isInAll: z.boolean().default(false),
  isScalable: z.boolean().optional(),
  isDerived: z.boolean().default(false),
  isReview: z.boolean().default(false),
  isMeasured: z.boolean().default(false),
  verbs: z.array(z.string()).default([]),
  columns: z.record(z.string(), z.string().nullable()).default({}),
  wide: z.record(z.string(), z.string()).default({}),
});

const kindsSchema = z.record(z.string(), z.record(z.string(), builtInSchema));

const definitionSchema = z.object({
  kind: z.literal('CustomResourceDefinition'),
  spec: z.object({
    group: z.string(),
    scope: z.enum(['Namespaced', 'Cluster']).default('Namespaced'),
    names: z.object({
      kind: z.string(),
      plural: z.string(),
      singular: z.string().optional(),
      shortNames: z.array(z.string()).optional(),
      categories: z.array(z.string()).optional(),
    }),
    versions: z.array(
      z.object({
        name: z.string(),
        served: z.boolean().default(true),
        additionalPrinterColumns: z
          .array(
            z.object({
              name: z.string(),
              jsonPath: z.string(),
              priority: z.number().optional(),
            }),
          )
          .default([]),
      }),
    ),
  }),
});

const builtIn: ResourceType[] = Object.entries(
  readFixture('kubernetes/kinds.yaml', kindsSchema),
).flatMap(([apiVersion, kinds]) =>
  Object.entries(kinds).map(([kind, options]) => {
    const [version, group = ''] = apiVersion.split('/').reverse();
    const singular = kind.toLowerCase();
    return {
      group,
      version,
      kind,
      plural: options.plural ?? `${singular}s`,
      singular,
      shortNames: options.shortNames,
      categories: options.isInAll ? ['all'] : undefined,
      isNamespaced: !options.isClusterWide,
      isScalable: options.isScalable,
      verbs: verbsOf(options),
      columns: [
        ...Object.entries(options.columns).map(([name, path]) => ({
          name,
          jsonPath: path ?? undefined,
        })),
        { name: 'Age', jsonPath: '.metadata.creationTimestamp' },
        ...Object.entries(options.wide).map(([name, jsonPath]) => ({
          name,
          jsonPath,
          priority: 1,
        })),
      ],
    };
  }),
);

function verbsOf(options: z.infer<typeof builtInSchema>): string[] {
  const { isReview, isMeasured, isDerived, verbs } = options;
  if (isReview) {
    return ['create'];
  }
  if (isMeasured) {
    return ['get', 'list'];
  }
  return [...readVerbs, ...(isDerived ? verbs : writeVerbs)];
}

/** Whether objects of a kind are what somebody writes, and not made of it. */
export function isWritten({ verbs }: ResourceType): boolean {
  return verbs.includes('update');
}

/** What a CustomResourceDefinition brings; nothing where it is none. */
function readDefinition(document: Json): ResourceType[] {
  const { data } = definitionSchema.safeParse(document);
  if (!data) {
    return [];
  }
  const { group, scope, names, versions } = data.spec;
  return versions
    .filter(({ served }) => served)
    .map(({ name, additionalPrinterColumns }) => ({
      singular: names.kind.toLowerCase(),
      ...names,
      group,
      version: name,
      isNamespaced: scope === 'Namespaced',
      isCustom: true,
      verbs: [...readVerbs, ...writeVerbs],
      columns:
        additionalPrinterColumns.length > 0
          ? additionalPrinterColumns
          : [{ name: 'Age', jsonPath: '.metadata.creationTimestamp' }],
    }));
}

/** All kinds of one cluster, also those of which it has no objects. */
export class ResourceTypes {
  readonly all: ResourceType[];

  /** @param documents - of which CustomResourceDefinitions bring kinds of their own */
  constructor(documents: Json[]) {
    this.all = [...builtIn, ...documents.flatMap(readDefinition)];
  }

  find(
    options: Pick<ResourceType, 'group' | 'version' | 'plural'>,
  ): ResourceType | undefined {
    const { group, version, plural } = options;
    return this.all.find(
      type =>
        type.group === group &&
        type.version === version &&
        type.plural === plural,
    );
  }

  /** The type by which an object of this kind and group is served. */
  ofKind(kind: string, group: string): ResourceType | undefined {
    return this.all.find(type => type.kind === kind && type.group === group);
  }
}

export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** What stores and watchers call a kind of object. */
export function resourceKey(type: ResourceType): string {
  return `${apiVersionOf(type)}/${type.kind}`;
}
