// @ts-check
const { readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

/**
 * Removes the files of a folder that were not marked as used for 30 days. Looks
 * once a day, beside the folder stands when it last did.
 *
 * @param {string} folder
 * @param {number} now - in milliseconds
 * @returns whether those who use a file should mark it, by its time of change
 */
function pruneUnused(folder, now) {
  const marker = `${folder}.pruned`;
  if (now - changedAt(marker) < DAY_MS) {
    return false;
  }
  try {
    const names = readdirSync(folder);
    writeFileSync(marker, '');
    for (const name of names) {
      const file = join(folder, name);
      if (now - changedAt(file) > KEPT_DAYS * DAY_MS) {
        rmSync(file, { force: true });
      }
    }
  } catch {
    // There is no folder yet, or nobody may write to it.
  }
  return true;
}

/**
 * @param {string} path
 */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

module.exports = { pruneUnused };
