import { nextPatch } from '../../deployments/versions.ts';
import type { Dice } from './Dice.ts';

/** Of a minor version, where there are others to count back to. */
const maxPatch = 12;

/**
 * Versions from old to new, of which the one at `position` is the given one.
 *
 * @remarks
 * Counts back patch by patch and, at its end, to the minor version before. A
 * young project has few of those, so each gets more patches.
 */
export function versionsAround(
  version: string,
  options: { position: number; count: number; dice: Dice },
): string[] {
  const { position, count, dice } = options;
  const versions = [version];
  let [major, minor, patch] = version.split('.').map(Number);
  while (versions.length <= position) {
    const missing = position - versions.length;
    if (patch > 0) {
      patch -= 1;
    } else if (minor > 0) {
      minor -= 1;
      const share = Math.ceil(missing / (minor + 1));
      patch = Math.max(
        dice.integer(1, 5),
        major > 0 ? Math.min(share, maxPatch) : share,
      );
    } else if (major > 0) {
      major -= 1;
      minor = dice.integer(8, 20);
      patch = dice.integer(1, 5);
    } else {
      // Older than the first version: there is nothing to count.
      break;
    }
    versions.unshift(`${major}.${minor}.${patch}`);
  }
  while (versions.length <= position) {
    versions.unshift(versions[0]);
  }
  while (versions.length < count) {
    versions.push(nextPatch(versions[versions.length - 1]));
  }
  return versions;
}
