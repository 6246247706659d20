import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import type { MkdocsConfig } from './readMkdocsConfig';

export interface RepositoryLinksOptions {
  config: MkdocsConfig;
  integrations: ScmIntegrationRegistry;
  location: ParsedLocationAnnotation | undefined;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** Addresses of the source files on their git host. */
export class RepositoryLinks {
  constructor(private readonly options: RepositoryLinksOptions) {}

  /** Where a file can be read; needs the location of the entity. */
  viewUrl(sourcePath: string): string | undefined {
    const { integrations, location } = this.options;
    if (location?.type !== 'url') {
      return undefined;
    }
    const integration = integrations.byUrl(location.target);
    try {
      return integration?.resolveUrl({
        url: `./${encodePath(sourcePath)}`,
        base: withSlash(location.target),
      });
    } catch {
      return undefined;
    }
  }

  /** Where a page can be changed: what mkdocs.yml says, else the git host. */
  editUrl(sourcePath: string): string | undefined {
    const { config, integrations } = this.options;
    const fromConfig = this.configuredEditUrl(sourcePath);
    const viewUrl = this.viewUrl(sourcePath);
    if (fromConfig || !viewUrl || config.editUri === '') {
      return fromConfig;
    }
    try {
      return integrations.resolveEditUrl(viewUrl);
    } catch {
      return undefined;
    }
  }

  /** The page of the commit that the documentation was built from. */
  commitUrl(commit: string): string | undefined {
    const { config, integrations, location } = this.options;
    const type =
      location?.type === 'url'
        ? integrations.byUrl(location.target)?.type
        : undefined;
    const root =
      config.repoUrl ??
      (type === 'gitea' || type === 'github'
        ? /^https?:\/\/[^/]+\/[^/]+\/[^/]+/.exec(location?.target ?? '')?.[0]
        : undefined);
    return root ? `${withSlash(root)}commit/${commit}` : undefined;
  }

  private configuredEditUrl(sourcePath: string): string | undefined {
    const { repoUrl, editUri, editUriTemplate, docsDir } = this.options.config;
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
