/**
 * Whether a change or an incident is about one service of an entity.
 *
 * @remarks One that names no service may be about any of them. So may one that
 * names what none of them is called: tools for incidents and git hosts have names
 * of their own for the same thing.
 *
 * @param services - All services of the entity that are known.
 */
export function isAboutService(
  named: string | undefined,
  service: string,
  services: ReadonlySet<string>,
): boolean {
  return named === undefined || named === service || !services.has(named);
}
