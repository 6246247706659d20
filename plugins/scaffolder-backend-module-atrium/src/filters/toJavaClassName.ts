import { toPascalCase } from './toPascalCase';

/** With `Application` behind them these are classes of Spring Boot. */
const TAKEN = new Set(['Spring', 'SpringBoot']);

/**
 * Turns a component name into what the names of its Java classes begin with.
 *
 * @remarks
 *
 * The main class of a service `spring` would be `SpringApplication`, and does not
 * compile where it imports the one of Spring Boot: it becomes `SpringService`, and
 * its class `SpringServiceApplication`.
 */
export function toJavaClassName(name: string): string {
  const className = toPascalCase(name);
  return TAKEN.has(className) ? `${className}Service` : className;
}
