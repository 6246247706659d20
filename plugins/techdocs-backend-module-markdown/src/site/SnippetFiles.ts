import path from 'node:path';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { hashText } from './hashText';
import type { MkdocsConfig } from './readMkdocsConfig';
import { PAGE_FOLDER } from './readSnippetSettings';
import type { SitePage } from './SitePage';
import type { SourceFolder } from './SourceFolder';

interface SnippetFile {
  /** Relative to the repository. */
  path: string;
  text: string;
  hash: string;
}

/** Reads files for snippets, each once per build, and knows their hashes. */
export class SnippetFiles {
  /** Where the files are, by what a page calls them. */
  readonly #places = new Map<string, string | undefined>();
  readonly #files = new Map<string, SnippetFile>();

  readonly #folder: SourceFolder;
  /** Folders, and single files, in which a snippet is looked for in turn. */
  readonly #basePaths: string[];
  readonly #hasPageFolder: boolean;
  readonly #maxBytes: number;

  constructor(
    folder: SourceFolder,
    { docsDir, snippets }: Pick<MkdocsConfig, 'docsDir' | 'snippets'>,
    { maxPageBytes }: Pick<EngineLimits, 'maxPageBytes'>,
  ) {
    this.#folder = folder;
    this.#basePaths = [...snippets.basePaths, docsDir];
    this.#hasPageFolder = snippets.basePaths.includes(PAGE_FOLDER);
    this.#maxBytes = maxPageBytes;
  }

  /** What a page takes for a file; undefined when there is none. */
  read(
    page: Pick<SitePage, 'sourcePath'>,
    file: string,
  ): SnippetFile | undefined {
    const pageFolder = path.posix.dirname(page.sourcePath);
    const key = this.#hasPageFolder ? `${pageFolder}\0${file}` : file;
    if (!this.#places.has(key)) {
      this.#places.set(key, this.#find(pageFolder, file));
    }
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#load(place);
  }

  #find(pageFolder: string, file: string): string | undefined {
    return this.#basePaths
      .map(base => (base === PAGE_FOLDER ? pageFolder : base))
      .map(base =>
        path.posix.basename(base) === file ? base : path.posix.join(base, file),
      )
      .find(candidate => {
        // What git keeps of a local folder may hold an address with a password.
        const isPrivate = candidate.split('/').includes('.git');
        const sizeBytes = isPrivate
          ? undefined
          : this.#folder.fileSize(candidate);
        return sizeBytes !== undefined && sizeBytes <= this.#maxBytes;
      });
  }

  #load(place: string): SnippetFile {
    const known = this.#files.get(place);
    if (known) {
      return known;
    }
    const text = this.#folder.readText(place).text.replace(/\r\n?/g, '\n');
    const file = { path: place, text, hash: hashText(text) };
    this.#files.set(place, file);
    return file;
  }
}
