/** CWE-798, 259 and 321: hard-coded credentials, passwords and keys. */
const SECRET_WEAKNESSES = new Set(['cwe-798', 'cwe-259', 'cwe-321']);

/** The kinds of weakness that tags name: `external/cwe/cwe-089` is `cwe-89`. */
export function readWeaknesses(tags: string[]): string[] {
  const numbers = tags.flatMap(
    tag => /\bcwe[-/]0*(\d{1,5})\b/i.exec(tag)?.[1] ?? [],
  );
  return [...new Set(numbers.map(number => `cwe-${number}`))];
}

/** Whether code with these weaknesses has a secret in it. */
export function isSecretWeakness(weaknesses: string[]): boolean {
  return weaknesses.some(weakness => SECRET_WEAKNESSES.has(weakness));
}
