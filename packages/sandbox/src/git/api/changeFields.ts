import type { FileOperation } from '../changeFiles.ts';
import { HttpError } from '../HttpError.ts';
import { isValidBranchName } from '../validateNames.ts';
import type { RequestReader } from './RequestReader.ts';

const actions = ['create', 'update', 'delete'] as const;

/** The files of a change of several. */
export function readOperations(
  files: unknown,
  read: RequestReader,
): FileOperation[] {
  if (!Array.isArray(files) || files.length === 0) {
    throw new HttpError(422, '[Files]: Required');
  }
  return files.map(file => {
    if (typeof file !== 'object' || file === null) {
      throw new HttpError(422, '[Files]: not an object');
    }
    const { operation, path, sha, content }: Record<string, unknown> = file;
    const action = actions.find(known => known === operation);
    if (!action) {
      throw new HttpError(422, '[Operation]: In(create,update,delete)');
    }
    return {
      action,
      path: read.path(readText(path, 'Path')),
      sha: readText(sha, 'SHA'),
      content: action === 'delete' ? undefined : readContent(content),
    };
  });
}

/** A text; one that is empty is not given, as on Gitea. */
export function readText(value: unknown, name: string) {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new HttpError(422, `[${name}]: not a text`);
  }
  return value;
}

/** The name of a branch. */
export function readBranch(value: unknown) {
  const branch = readText(value, 'Branch');
  if (branch !== undefined && !isValidBranchName(branch)) {
    throw new HttpError(422, '[Branch]: GitRefName');
  }
  return branch;
}

/** What a file is to hold, in base64. */
export function readContent(value: unknown) {
  if (typeof value !== 'string') {
    throw new HttpError(422, '[ContentBase64]: Required');
  }
  const text = value.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw new HttpError(422, '[ContentBase64]: illegal base64 data');
  }
  return Buffer.from(text, 'base64');
}

/** An author or committer, where name and address are given. */
export function readPerson(value: unknown) {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const name = 'name' in value ? readText(value.name, 'Name') : undefined;
  const email = 'email' in value ? readText(value.email, 'Email') : undefined;
  return name && email ? { name, email } : undefined;
}
