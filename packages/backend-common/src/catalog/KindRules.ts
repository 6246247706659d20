import type { RootConfigService } from '@backstage/backend-plugin-api';
import { minimatch } from 'minimatch';
import { z } from 'zod';

const allowSchema = z.array(
  z.union([
    z.string().transform(kind => ({ kind, type: undefined })),
    z
      .object({ kind: z.string(), 'spec.type': z.string().optional() })
      .transform(({ kind, 'spec.type': type }) => ({ kind, type })),
  ]),
);

const ruleSchema = z.object({
  allow: allowSchema,
  locations: z
    .array(
      z.object({
        type: z.string(),
        exact: z.string().optional(),
        pattern: z.string().optional(),
      }),
    )
    .optional(),
});

type KindRule = z.infer<typeof ruleSchema>;

/**
 * Which kinds of entity the catalog takes from where: `catalog.rules` in the
 * configuration, as the catalog itself reads them.
 *
 * @remarks The catalog does not tell other plugins; a test asks it the same
 * questions.
 */
export class KindRules {
  readonly #rules: KindRule[];

  constructor(rules: KindRule[]) {
    this.#rules = rules;
  }

  static fromConfig(config: RootConfigService): KindRules {
    const rules = config.getOptional('catalog.rules') ?? [
      { allow: ['Component', 'API', 'Location'] },
    ];
    const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
    const ofLocations = locations.flatMap(location =>
      (location.getOptionalConfigArray('rules') ?? []).map(rule => ({
        allow: rule.get('allow'),
        locations: [
          {
            type: location.getString('type'),
            exact: location.getString('target'),
          },
        ],
      })),
    );
    return new KindRules(
      z.array(ruleSchema).parse([rules, ofLocations].flat()),
    );
  }

  isAllowed(entity: { kind: string; type?: string }, url: string): boolean {
    return this.#rulesFor(url).some(({ allow }) =>
      allow.some(
        ({ kind, type }) =>
          isSame(kind, entity.kind) &&
          (type === undefined || isSame(type, entity.type ?? '')),
      ),
    );
  }

  /** The kinds that may come from a file, as the configuration spells them. */
  kindsFrom(url: string): string[] {
    const kinds = this.#rulesFor(url).flatMap(({ allow }) =>
      allow.map(({ kind }) => kind),
    );
    return [...new Set(kinds)];
  }

  #rulesFor(url: string): KindRule[] {
    const target = toCanonical(url);
    return this.#rules.filter(
      ({ locations }) =>
        !locations ||
        locations.some(
          ({ type, exact, pattern }) =>
            type === 'url' &&
            target !== undefined &&
            (exact === undefined || toCanonical(exact) === target) &&
            (pattern === undefined ||
              minimatch(target, pattern, { nocase: true, dot: true })),
        ),
    );
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase('en-US') === other.toLocaleLowerCase('en-US');
}

/**
 * The address that something is read by, however it is escaped; nothing where it
 * is none, which no rule about addresses is for.
 */
function toCanonical(url: string): string | undefined {
  if (!URL.canParse(url)) {
    return undefined;
  }
  const { protocol, host, pathname, search, hash } = new URL(url);
  const path = pathname
    .split(/\/|%2f|%5c/i)
    .map(decode)
    .join('/')
    .replace(/%2e/gi, '.')
    .replace(/%2f|%5c|\\/gi, '/');
  return `${protocol}//${host}${path}${decode(search)}${decode(hash)}`;
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
