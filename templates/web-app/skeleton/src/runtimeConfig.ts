/** What differs between environments; served as /config.json. */
export interface RuntimeConfig {
  environment: string;
  apiBaseUrl: string;
  documentationUrl: string;
}

/** Loads the configuration and fails with a message that names what is wrong. */
export async function loadRuntimeConfig(
  signal?: AbortSignal,
): Promise<RuntimeConfig> {
  // Never from a cache: a deployment changes the file, not its name.
  const response = await fetch('/config.json', { cache: 'no-store', signal });
  if (!response.ok) {
    throw new Error(`/config.json answered ${response.status}`);
  }
  return parseRuntimeConfig(await response.json());
}

/** Checks that every setting is there. */
export function parseRuntimeConfig(body: unknown): RuntimeConfig {
  return {
    environment: readText(body, 'environment'),
    apiBaseUrl: readText(body, 'apiBaseUrl').replace(/\/+$/, ''),
    documentationUrl: readText(body, 'documentationUrl'),
  };
}

function readText(body: unknown, key: keyof RuntimeConfig): string {
  const value =
    typeof body === 'object' && body !== null
      ? (body as Record<string, unknown>)[key]
      : undefined;
  if (typeof value !== 'string' || value === '') {
    throw new Error(`/config.json has no '${key}'`);
  }
  return value;
}
