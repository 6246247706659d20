/** The words of browsers, which have no code for it. */
const WORDS =
  /^failed to fetch|^networkerror|network request failed|^load failed/i;

/** Whether no answer came at all: no network, or no portal. */
export function isUnreachable({ message }: Error): boolean {
  return WORDS.test(message);
}
