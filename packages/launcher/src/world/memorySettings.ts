const MIN_BUFFER_MEGABYTES = 128;
const MAX_BUFFER_MEGABYTES = 2048;

/**
 * What Postgres may keep in memory. It shares the machine with the portal and a
 * browser, so that it gets less than a server of its own would: 256 MB of 4 GB.
 * What it does not use it does not take.
 */
export function memorySettings(megabytes: number): Record<string, string> {
  const buffers = Math.min(
    Math.max(Math.floor(megabytes / 16), MIN_BUFFER_MEGABYTES),
    MAX_BUFFER_MEGABYTES,
  );
  return {
    shared_buffers: `${buffers}MB`,
    // Takes nothing: how much of the data it may expect in the cache of the system.
    effective_cache_size: `${Math.max(Math.floor(megabytes / 4), buffers)}MB`,
  };
}
