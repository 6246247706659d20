import {
  DELIVERY_SERVICE_ANNOTATION,
  GITHUB_PROJECT_SLUG_ANNOTATION,
  normalizeRepository,
  SOURCE_LOCATION_ANNOTATION,
} from '@atrium/plugin-delivery-common';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What an event says about where it belongs. */
export interface EventPlace {
  repository?: string;
  service?: string;
}

/** The entity of an event, or why there is none. */
export type EntityMatch =
  | { entityRef: string }
  | { entityRef?: undefined; reason: 'unknown' | 'ambiguous' };

/** Finds the entities that repositories and services belong to. */
export interface EntityIndex {
  find(place: EventPlace): EntityMatch;
}

/** Reads from components which repositories and services are theirs. */
export function buildEntityIndex(components: Entity[]): EntityIndex {
  const services = new Map<string, Set<string>>();
  const repositories = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  for (const component of components) {
    const ref = stringifyEntityRef(component);
    const annotations = component.metadata.annotations ?? {};
    for (const service of split(annotations[DELIVERY_SERVICE_ANNOTATION])) {
      add(services, service, ref);
    }
    const slug = annotations[GITHUB_PROJECT_SLUG_ANNOTATION];
    const location = annotations[SOURCE_LOCATION_ANNOTATION];
    for (const repository of [
      slug && `github.com/${slug}`,
      location?.startsWith('url:') ? location : undefined,
    ]) {
      const normalized = normalizeRepository(repository ?? '');
      if (normalized) {
        add(repositories, normalized, ref);
        // Emitters that know one host only leave it out.
        add(repositories, withoutHost(normalized), ref);
      }
    }
    const { namespace = DEFAULT_NAMESPACE, name } = component.metadata;
    if (namespace === DEFAULT_NAMESPACE) {
      add(names, name, ref);
    }
  }
  return {
    find({ repository, service }) {
      const serviceName = service?.split('/').pop();
      const candidates = [
        service && services.get(normalize(service)),
        repository && repositories.get(normalize(repository)),
        serviceName && names.get(normalize(serviceName)),
      ];
      let reason: 'unknown' | 'ambiguous' = 'unknown';
      for (const candidate of candidates) {
        const [only, ...others] = candidate || [];
        if (only && others.length === 0) {
          return { entityRef: only };
        }
        if (only) {
          reason = 'ambiguous';
        }
      }
      return { reason };
    },
  };
}

function split(list = ''): string[] {
  return list
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}

function withoutHost(repository: string): string {
  return repository.slice(repository.indexOf('/') + 1);
}

function add(index: Map<string, Set<string>>, key: string, ref: string) {
  const normalized = normalize(key);
  const refs = index.get(normalized) ?? new Set();
  index.set(normalized, refs.add(ref));
}

function normalize(key: string): string {
  return key.toLocaleLowerCase('en-US');
}
