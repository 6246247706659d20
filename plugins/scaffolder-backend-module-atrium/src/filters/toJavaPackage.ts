const JAVA_RESERVED_WORDS = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue ' +
    'default do double else enum extends false final finally float for goto ' +
    'if implements import instanceof int interface long native new null ' +
    'package private protected public return short static strictfp super ' +
    'switch synchronized this throw throws transient true try void volatile ' +
    'while'
  ).split(' '),
);

/**
 * Turns a component name into one segment of a Java package name.
 *
 * @remarks
 *
 * Package names have no dashes and may not be reserved words, both of which
 * component names may have or be: `payment-service` becomes `paymentservice`,
 * `switch` becomes `switchapp`.
 */
export function toJavaPackage(name: string): string {
  const segment = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return JAVA_RESERVED_WORDS.has(segment) ? `${segment}app` : segment;
}
