const MOST = 20;
const LONGEST = 400;

/**
 * What a backend warned of, last of all: where a journey fails, and only the
 * output of the run is kept, the cause is often there.
 *
 * @param log - of a backend in production, one JSON object per line
 */
export function findWarnings(log: string): string[] {
  const seen = new Set<string>();
  return log
    .split('\n')
    .filter(line => /"level":"(?:warn|error)"/.test(line))
    .flatMap(line => {
      try {
        const { error, message, plugin, timestamp } = JSON.parse(line);
        // Many plugins may say the same.
        if (seen.has(message)) {
          return [];
        }
        seen.add(message);
        const words = [timestamp, plugin, message, error].filter(Boolean);
        return [words.join(' ').replaceAll(/\s+/g, ' ').slice(0, LONGEST)];
      } catch {
        return [];
      }
    })
    .slice(-MOST);
}
