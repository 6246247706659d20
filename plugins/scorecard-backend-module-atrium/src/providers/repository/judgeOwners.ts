import { valuesOf } from '../../facts/describeProvider';
import type { EntityPlace, JudgedPart } from './EntityPlace';
import { judgeCodeowners } from './judgeCodeowners';
import { CODEOWNERS } from './layout';
import { repositoryDescription } from './repositoryDescription';
import type { RepositorySnapshot } from './RepositorySnapshot';

/** What CODEOWNERS says of an entity. */
export async function judgeOwners(
  snapshot: RepositorySnapshot,
  { catalogPath }: EntityPlace,
): Promise<JudgedPart> {
  const { type: host } = snapshot.address;
  const file = snapshot.find(CODEOWNERS[host]);
  const content = await snapshot.read(file);
  const verdict =
    content === undefined
      ? undefined
      : judgeCodeowners(content, { path: catalogPath, host });
  const url = snapshot.urlOf(file);
  return {
    values: valuesOf(repositoryDescription, {
      hasCodeowners: snapshot.tellPresence(file),
      codeownersValid: verdict && verdict.problems.length === 0,
      codeownersProblems: verdict?.problems,
      codeownersNamesPath: verdict?.namesPath,
    }),
    urls: {
      hasCodeowners: url,
      codeownersValid: url,
      codeownersProblems: url,
      codeownersNamesPath: url,
    },
  };
}
