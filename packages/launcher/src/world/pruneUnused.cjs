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
 * @returns the time of change that those who use a file mark it with, if they
 * should: that of the file system, whose clock may be another one
 */
function pruneUnused(folder, now) {
  const marker = `${folder}.pruned`;
  if (now - changedAt(marker) < DAY_MS) {
    return undefined;
  }
  try {
    const names = readdirSync(folder);
    writeFileSync(marker, '');
    const usedAt = changedAt(marker);
    for (const name of names) {
      const file = join(folder, name);
      if (usedAt - changedAt(file) > KEPT_DAYS * DAY_MS) {
        rmSync(file, { force: true });
      }
    }
    return new Date(usedAt);
  } catch {
    // There is no folder yet, or nobody may write to it.
    return undefined;
  }
}

/**
 * @param {string} path
 */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

module.exports = { pruneUnused };
