import { readJson } from '@atrium/backend-common';
import { isRecord } from '@atrium/common';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IncludedFiles } from './IncludedFiles';

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
 * is open to everybody: the rest is left out.
 */
export function createValidationGuard(options: ValidationGuardOptions): Router {
  const { files, integrations } = options;
  const router = PromiseRouter();

  router.post('/validate-entity', readJson(), async (req, _res, next) => {
    if (isRecord(req.body)) {
      const { entity, location } = req.body;
      const base = toUrl(location);
      const isFromOpen = base !== undefined && (await files.isOpen(base));
      const shown = isFromOpen ? entity : withoutIncluded(entity);
      req.body.entity = await withoutClosedTargets(shown, base);
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
    const isOpen = async (one: unknown) => {
      const url = typeof one === 'string' && base && resolve(one, base);
      return url ? files.isOpen(url) : false;
    };
    const all: unknown[] = Array.isArray(targets) ? targets : [];
    const areOpen = await Promise.all(all.map(isOpen));
    return {
      ...entity,
      spec: {
        ...spec,
        ...((await isOpen(target)) && { target }),
        targets: all.filter((_, index) => areOpen[index]),
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

function isLocation({ kind }: Record<string, unknown>): boolean {
  return typeof kind === 'string' && /^location$/i.test(kind);
}

/** What the catalog takes for a placeholder is an object with one such name. */
function withoutIncluded(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) {
    throw new InputError('The entity is nested too deeply');
  }
  if (Array.isArray(value)) {
    return value.map(one => withoutIncluded(one, depth + 1));
  }
  if (!isRecord(value)) {
    return value;
  }
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0][0].startsWith('$')
    ? INCLUDED
    : Object.fromEntries(
        entries.map(([key, one]) => [key, withoutIncluded(one, depth + 1)]),
      );
}
