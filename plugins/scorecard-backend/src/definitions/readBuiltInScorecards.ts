import { readYamlFolder } from '@atrium/backend-common';
import { builtInSource } from '@atrium/common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { basename } from 'node:path';
import { parseDocument } from 'yaml';

/**
 * Reads the scorecards that the portal brings along.
 *
 * @param owner - the entity ref of the group that they belong to instead of the one
 * that their files name
 * @returns their YAML by what is shown as their source
 */
export async function readBuiltInScorecards(
  owner?: string,
): Promise<Map<string, string>> {
  const files = await readYamlFolder(
    resolvePackagePath('@atrium/plugin-scorecard-backend', 'scorecards'),
  );
  return new Map(
    [...files].map(([path, content]) => [
      builtInSource(basename(path)),
      owner === undefined ? content : withOwner(content, owner),
    ]),
  );
}

/** Each of the files is one scorecard. */
function withOwner(content: string, owner: string): string {
  const document = parseDocument(content);
  document.setIn(['spec', 'owner'], owner);
  return document.toString();
}
