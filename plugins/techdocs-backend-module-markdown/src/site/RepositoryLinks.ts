import type { MkdocsConfig } from './readMkdocsConfig';
import type { RepositoryAddresses } from './RepositoryAddresses';
import { addressOf, encodePath } from './RepositoryAddresses';

export interface RepositoryLinksOptions {
  config: MkdocsConfig;
  addresses: RepositoryAddresses;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** Addresses of the source files on their git host. */
export class RepositoryLinks {
  readonly #options: RepositoryLinksOptions;

  constructor(options: RepositoryLinksOptions) {
    this.#options = options;
  }

  /** Where a file can be read; needs the location of the entity. */
  viewUrl(sourcePath: string): string | undefined {
    const { view } = this.#options.addresses;
    return view && addressOf(view, sourcePath);
  }

  /** Where a page can be changed: what mkdocs.yml says, else the git host. */
  editUrl(sourcePath: string): string | undefined {
    const { addresses, config } = this.#options;
    const fromConfig = this.#configuredEditUrl(sourcePath);
    return fromConfig || config.editUri === '' || !addresses.edit
      ? fromConfig
      : addressOf(addresses.edit, sourcePath);
  }

  /** The page of the commit that the documentation was built from. */
  commitUrl(commit: string): string | undefined {
    const { addresses, config } = this.#options;
    const root = config.repoUrl ?? addresses.root;
    return root ? `${withSlash(root)}commit/${commit}` : undefined;
  }

  #configuredEditUrl(sourcePath: string): string | undefined {
    const { repoUrl, editUri, editUriTemplate, docsDir } = this.#options.config;
    const prefix = docsDir === '.' ? '' : `${docsDir}/`;
    if (!sourcePath.startsWith(prefix)) {
      return undefined;
    }
    const docPath = encodePath(sourcePath.slice(prefix.length));
    const relative = editUriTemplate
      ? editUriTemplate.replace(/\{path(?:![a-z])?\}/g, docPath)
      : editUri && `${withSlash(editUri)}${docPath}`;
    if (!relative) {
      return undefined;
    }
    try {
      const url = new URL(relative, repoUrl ? withSlash(repoUrl) : undefined);
      return /^https?:$/.test(url.protocol) ? url.toString() : undefined;
    } catch {
      return undefined;
    }
  }
}
