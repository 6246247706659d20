import type { Config } from '@backstage/config';

/** A kind of objects as requests and the config name it. */
interface Kind {
  group: string;
  plural: string;
}

/** Kinds of the core group whose contents are nobody's business but their owner's. */
const SENSITIVE = new Set(['secrets', 'configmaps']);

/** One part of the path of a kind: neither a slash nor a parent folder fits in. */
const PATH_PART = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** Whether the portal never reads objects of a kind, whoever asks. */
export function isSensitiveKind({ group, plural }: Kind): boolean {
  return group === '' && SENSITIVE.has(plural);
}

/**
 * Makes sure that the config lists no kind that the portal never reads.
 *
 * @throws Error that names the place in the config.
 */
export function checkKindsInConfig(config: Config): void {
  const kubernetes = config.getOptionalConfig('kubernetes');
  const objectTypes = kubernetes?.getOptionalStringArray('objectTypes') ?? [];
  for (const plural of objectTypes) {
    if (SENSITIVE.has(plural)) {
      throw refusal('kubernetes.objectTypes', plural);
    }
  }
  checkCustomResources(kubernetes, 'kubernetes');
  const locators =
    kubernetes?.getOptionalConfigArray('clusterLocatorMethods') ?? [];
  for (const [locatorIndex, locator] of locators.entries()) {
    const clusters =
      locator.getString('type') === 'config'
        ? locator.getOptionalConfigArray('clusters') ?? []
        : [];
    for (const [index, cluster] of clusters.entries()) {
      checkCustomResources(
        cluster,
        `kubernetes.clusterLocatorMethods[${locatorIndex}].clusters[${index}]`,
      );
    }
  }
}

function checkCustomResources(config: Config | undefined, path: string): void {
  const listed = config?.getOptionalConfigArray('customResources') ?? [];
  for (const [index, item] of listed.entries()) {
    const place = `${path}.customResources[${index}]`;
    // The core group is an empty string, which `getString` refuses.
    const group = String(item.getOptional('group') ?? '');
    const plural = item.getString('plural');
    const parts = [plural, item.getString('apiVersion')];
    if (group !== '') {
      parts.push(group);
    }
    for (const part of parts) {
      if (!PATH_PART.test(part)) {
        throw new Error(
          `'${part}' at ${place} is no group, version or plural of Kubernetes`,
        );
      }
    }
    if (isSensitiveKind({ group, plural })) {
      throw refusal(place, plural);
    }
  }
}

function refusal(place: string, plural: string): Error {
  return new Error(
    `The portal never reads ${plural}; remove them from ${place}`,
  );
}
