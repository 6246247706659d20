import { parseEntityRef } from '@backstage/catalog-model';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  type CatalogApi,
  defaultEntityPresentation,
  type EntityPresentationApi,
  type EntityRefPresentation,
  type EntityRefPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { TITLE_PATIENCE_MS, TITLE_ROOM } from '@atrium/ui';

/** How long a title that was read is shown without reading it again. */
const FRESH_FOR = { minutes: 1 };

/** Long enough to ask for the titles of a whole page at once. */
const COLLECT_FOR = { milliseconds: 10 };

/**
 * What entities are called. For a moment a title takes room and says nothing: a name
 * that turns into a title is read twice. Who waits longer, or in vain, reads the name.
 */
export function createEntityPresentation(
  catalogApi: CatalogApi,
): EntityPresentationApi {
  const stock = DefaultEntityPresentationApi.create({
    catalogApi,
    cacheTtl: FRESH_FOR,
    batchDelay: COLLECT_FOR,
    renderer: {
      async: true,
      render: ({ entityRef, loading, entity, context }) => {
        const known = defaultEntityPresentation(entity ?? entityRef, context);
        return {
          snapshot: {
            ...known,
            primaryTitle: loading && !entity ? TITLE_ROOM : known.primaryTitle,
            // Nobody calls a thing by its ref: it is no more to be read on hovering.
            secondaryTitle: entity?.metadata.description,
          },
        };
      },
    },
  });
  return {
    forEntity: (entityOrRef, context) => {
      const asked = stock.forEntity(entityOrRef, context);
      return asked.snapshot.primaryTitle === TITLE_ROOM
        ? fallBackOnName(asked)
        : asked;
    },
  };
}

type Listener = (found: EntityRefPresentationSnapshot) => void;
type Observer = Listener | { next?: Listener };

function fallBackOnName(asked: EntityRefPresentation): EntityRefPresentation {
  const { snapshot } = asked;
  const named = {
    ...snapshot,
    primaryTitle: parseEntityRef(snapshot.entityRef).name,
  };
  // What could not be read is answered with what was there before.
  const promise = asked.promise.then(found =>
    found === snapshot ? named : found,
  );
  const update$: NonNullable<EntityRefPresentation['update$']> = {
    [Symbol.observable]: () => update$,
    subscribe: (observer?: Observer) => {
      const next: Listener = found =>
        typeof observer === 'function'
          ? observer(found)
          : observer?.next?.(found);
      let closed = false;
      const timer = setTimeout(() => next(named), TITLE_PATIENCE_MS);
      void promise.then(found => {
        clearTimeout(timer);
        if (!closed) {
          next(found);
        }
      });
      return {
        unsubscribe: () => {
          closed = true;
          clearTimeout(timer);
        },
        get closed() {
          return closed;
        },
      };
    },
  };
  return { snapshot, promise, update$ };
}
