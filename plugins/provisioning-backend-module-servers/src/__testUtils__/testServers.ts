/**
 * Whether this machine has a server of that name at its usual port. `npm test`
 * looks, says which are missing in its last lines, and passes on which it found.
 */
export function hasTestServer(
  name: 'postgres' | 'mysql' | 'redis' | 'rabbitmq' | 'nats',
): boolean {
  return (process.env.ATRIUM_TEST_SERVERS ?? '').split(' ').includes(name);
}

/** For what cannot run without its server: tests that are counted as skipped. */
export function describeOnServer(
  name: Parameters<typeof hasTestServer>[0],
  define: () => void,
): void {
  const describeOrSkip = hasTestServer(name) ? describe : describe.skip;
  describeOrSkip(`on ${name}`, define);
}

/** For what starts a server of its own, where its program is installed. */
export function describeWithProgram(
  name: 'mariadbd' | 'nats-server' | 'redis-server',
  define: () => void,
): void {
  const found = (process.env.ATRIUM_TEST_SERVERS ?? '').split(' ');
  const describeOrSkip = found.includes(name) ? describe : describe.skip;
  describeOrSkip(`with ${name}`, define);
}
