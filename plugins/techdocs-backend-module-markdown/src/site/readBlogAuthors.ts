import { isRecord, type MessageDescriptor } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import type { SourceFolder } from './SourceFolder';

/** A person who writes posts. */
export interface BlogAuthor {
  name: string;
  description: string | undefined;
  /** Address of a picture, or the path of one inside the docs folder. */
  avatar: string | undefined;
  url: string | undefined;
}

export interface BlogAuthors {
  authors: ReadonlyMap<string, BlogAuthor>;
  warnings: SiteWarning[];
}

const MAX_BYTES = 256_000;

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** Reads who writes the posts: `.authors.yml` of the blog. */
export function readBlogAuthors(
  folder: SourceFolder,
  file: string,
): BlogAuthors {
  const sizeBytes = folder.fileSize(file);
  if (sizeBytes === undefined) {
    return { authors: new Map(), warnings: [] };
  }
  const fail = (message: MessageDescriptor): BlogAuthors => ({
    authors: new Map(),
    warnings: [toWarning('configuration', message, { page: file })],
  });
  if (sizeBytes > MAX_BYTES) {
    return fail(
      words.describe('docs.warning.authorsTooLarge', {
        file,
        bytes: String(sizeBytes),
        maxBytes: String(MAX_BYTES),
      }),
    );
  }
  const [document] = readYaml(folder.readText(file).text, {
    ignoresTags: true,
  });
  const [problem] = document?.problems ?? [];
  if (problem) {
    return fail(
      words.describe('docs.warning.authorsInvalid', {
        file,
        problem: problem.message,
      }),
    );
  }
  const content = isRecord(document?.value)
    ? document.value.authors
    : undefined;
  const authors = new Map<string, BlogAuthor>();
  for (const [id, entry] of Object.entries(isRecord(content) ? content : {})) {
    const name = isRecord(entry) ? text(entry.name) : undefined;
    if (isRecord(entry) && name) {
      authors.set(id, {
        name,
        description: text(entry.description),
        avatar: text(entry.avatar),
        url: text(entry.url),
      });
    }
  }
  return { authors, warnings: [] };
}
