import { readJson } from '@atrium/backend-common';
import { isRecord } from '@atrium/common';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IncludedFiles } from './IncludedFiles';
import { passUnchecked, toPointer } from './passUnchecked';

/** What {@link createValidationGuard} asks. */
export interface ValidationGuardOptions {
  files: Pick<IncludedFiles, 'isOpen'>;
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
}

/** Stands for what an included file says. */
const INCLUDED = 'included';
/** Deeper than any entity, and less than calls can be. */
const MAX_DEPTH = 100;

/**
 * Stands before the route of the catalog that tries an entity out.
 *
 * @remarks
 *
 * Whoever asks says where the entity is from, and its errors quote what they are
 * about. The catalog would read the files that it includes, and those that a
 * location names, with the credentials of the portal. So it gets to see only what
 * is open to everybody: the rest is left out, and nothing is said of what it would be.
 */
export function createValidationGuard(options: ValidationGuardOptions): Router {
  const { files, integrations } = options;
  const router = PromiseRouter();

  router.post('/validate-entity', readJson(), async (req, res, next) => {
    if (isRecord(req.body)) {
      const { entity, location } = req.body;
      const base = toUrl(location);
      const isFromOpen = base !== undefined && (await files.isOpen(base));
      const shown = await withoutClosedTargets(entity, base);
      // What a location includes would name what is read next.
      if (isFromOpen && !isLocation(shown)) {
        req.body.entity = shown;
      } else {
        const places: string[] = [];
        req.body.entity = withoutIncluded(shown, places);
        passUnchecked(res, places);
      }
    }
    next();
  });

  return router;

  /** Of a location, the files that anybody may read. */
  async function withoutClosedTargets(
    entity: unknown,
    base: string | undefined,
  ): Promise<unknown> {
    if (!isRecord(entity) || !isLocation(entity) || !isRecord(entity.spec)) {
      return entity;
    }
    const { target, targets, ...spec } = entity.spec;
    // The catalog judges what is no address.
    const isShown = async (one: unknown) => {
      if (typeof one !== 'string') {
        return one !== undefined && !isPlaceholder(one);
      }
      const url = base && resolve(one, base);
      return url ? files.isOpen(url) : false;
    };
    const all: unknown[] = Array.isArray(targets) ? targets : [];
    const areShown = await Promise.all(all.map(isShown));
    const shown = Array.isArray(targets)
      ? all.filter((_, index) => areShown[index])
      : targets;
    return {
      ...entity,
      spec: {
        ...spec,
        ...((await isShown(target)) && { target }),
        ...(targets !== undefined &&
          !isPlaceholder(targets) && { targets: shown }),
      },
    };
  }

  function resolve(url: string, base: string): string | undefined {
    try {
      return integrations.resolveUrl({ url, base });
    } catch {
      return undefined;
    }
  }
}

/** The address in a reference to a location, such as `url:https://…`. */
function toUrl(location: unknown): string | undefined {
  return typeof location === 'string' && location.startsWith('url:')
    ? location.slice('url:'.length)
    : undefined;
}

function isLocation(entity: unknown): boolean {
  return (
    isRecord(entity) &&
    typeof entity.kind === 'string' &&
    /^location$/i.test(entity.kind)
  );
}

/** What the catalog takes for one is an object with one such name. */
function isPlaceholder(value: unknown): boolean {
  const names = isRecord(value) ? Object.keys(value) : [];
  return names.length === 1 && names[0].startsWith('$');
}

/** Adds the places of what it leaves out to `places`, as JSON pointers. */
function withoutIncluded(
  value: unknown,
  places: string[],
  path: readonly string[] = [],
): unknown {
  if (path.length > MAX_DEPTH) {
    throw new InputError('The entity is nested too deeply');
  }
  if (Array.isArray(value)) {
    return value.map((one, index) =>
      withoutIncluded(one, places, [...path, String(index)]),
    );
  }
  if (!isRecord(value)) {
    return value;
  }
  if (isPlaceholder(value)) {
    places.push(toPointer(path));
    return INCLUDED;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      withoutIncluded(one, places, [...path, key]),
    ]),
  );
}
