/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  [field: string]: Json | undefined;
}

/**
 * The fields by which Kubernetes tells items of a list apart, by the name of the
 * list, the first that the items have. Other lists are replaced as a whole.
 */
const mergeKeys: Record<string, string[]> = {
  containers: ['name'],
  env: ['name'],
  ephemeralContainers: ['name'],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  ownerReferences: ['uid'],
  ports: ['containerPort', 'port'],
  topologySpreadConstraints: ['topologyKey'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};

/** The field that tells the items of a list apart, if there is one. */
export function mergeKeyOf(list: string, items: Json[]): string | undefined {
  const candidates = Object.hasOwn(mergeKeys, list) ? mergeKeys[list] : [];
  return candidates.find(
    key =>
      items.length > 0 && items.every(item => isObject(item) && key in item),
  );
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
