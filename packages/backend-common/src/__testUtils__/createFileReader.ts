import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/**
 * Reads files by their addresses, as a git host would answer.
 *
 * @param files - their content by address, which may change meanwhile
 */
export function createFileReader(
  files: ReadonlyMap<string, string | Buffer>,
): UrlReaderService {
  const read = (url: string) => {
    const content = files.get(url);
    if (content === undefined) {
      throw new NotFoundError(`No file at '${url}'`);
    }
    return typeof content === 'string' ? Buffer.from(content) : content;
  };
  return {
    async readUrl(url) {
      const content = read(url);
      return { buffer: async () => content };
    },
    async search(url) {
      const content = read(url);
      return { etag: '', files: [{ url, content: async () => content }] };
    },
    async readTree() {
      throw new Error('No trees here');
    },
  };
}
