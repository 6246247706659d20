import type {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { NamedFile } from './findEntityFiles';

/** A file as it was read last. */
export interface ReadFile {
  path: string;
  url?: string;
  etag?: string;
  content?: string;
  /** Why it could not be read. */
  problem?: string;
}

interface EntityFileReaderOptions {
  reader: Pick<UrlReaderService, 'readUrl'>;
  maxFileBytes: number;
}

/** Reads files that entities name from their repositories. */
export class EntityFileReader {
  readonly #options: EntityFileReaderOptions;

  constructor(options: EntityFileReaderOptions) {
    this.#options = options;
  }

  /**
   * Reads a file, unless its host says that it is as it was.
   *
   * @throws Whatever keeps the host from answering: that says nothing about the
   * file.
   */
  async read(file: NamedFile, known?: ReadFile): Promise<ReadFile> {
    const { path, url, problem } = file;
    if (url === undefined) {
      return { path, problem };
    }
    const before = known?.url === url ? known : undefined;
    try {
      const response = await this.#options.reader.readUrl(url, {
        etag: before?.content === undefined ? undefined : before.etag,
      });
      const bytes = await this.#collect(response);
      if (!bytes) {
        return { path, url, problem: this.#tooLarge() };
      }
      // PostgreSQL keeps no zero characters, and YAML allows none.
      const content = bytes.toString('utf8').replaceAll('\0', '\uFFFD');
      return { path, url, etag: response.etag, content };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError' && before) {
        return before;
      }
      if (isError(error) && isAboutTheFile(error.name)) {
        return { path, url, problem: describe(error.name) };
      }
      throw error;
    }
  }

  /**
   * Reads a file that need not be text.
   *
   * @returns undefined where it is not there, too large, or not for the portal
   * @throws Whatever keeps the host from answering: that says nothing about the
   * file.
   */
  async readBytes({ url }: NamedFile): Promise<Buffer | undefined> {
    if (url === undefined) {
      return undefined;
    }
    try {
      return await this.#collect(await this.#options.reader.readUrl(url));
    } catch (error) {
      if (isError(error) && isAboutTheFile(error.name)) {
        return undefined;
      }
      throw error;
    }
  }

  /** The bytes, or nothing when there are too many of them. */
  async #collect(
    response: UrlReaderServiceReadUrlResponse,
  ): Promise<Buffer | undefined> {
    const chunks: AsyncIterable<unknown> | Buffer[] = response.stream?.() ?? [
      await response.buffer(),
    ];
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += part.length;
      if (size > this.#options.maxFileBytes) {
        return undefined;
      }
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  #tooLarge(): string {
    return `The file has more than ${this.#options.maxFileBytes} bytes`;
  }
}

function isAboutTheFile(name: string): boolean {
  return name === 'NotFoundError' || name === 'NotAllowedError';
}

function describe(name: string): string {
  return name === 'NotFoundError'
    ? 'The file does not exist'
    : 'The portal may not read the file';
}
