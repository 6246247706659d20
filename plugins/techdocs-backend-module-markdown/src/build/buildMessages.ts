import type { EngineLimits } from '../readMarkdownEngineConfig';
import type { RenderSiteResult } from './renderSite';
import type { RepositoryAddresses } from '../site/RepositoryAddresses';

/** All that a thread is told about the site it builds. */
export interface BuildRequest {
  inputDir: string;
  outputDir: string;
  /** Name from the catalog, for sites whose mkdocs.yml has none. */
  siteName: string | undefined;
  etag: string | undefined;
  /** Where the repository is on its git host. */
  addresses: RepositoryAddresses;
  limits: EngineLimits;
  /** Folder of what earlier builds have left. */
  cacheDirectory: string;
  /** Names this site in it. */
  cacheKey: string;
}

export interface BuildResult extends Omit<RenderSiteResult, 'cache'> {
  /** Why the rendered pages could not be kept, if so. */
  cacheProblem: string | undefined;
}

/** Why a site could not be built, as it is told across processes. */
export interface BuildError {
  name: string;
  message: string;
  /** The field messages of an error that the engine wrote. */
  messages: unknown;
}

export type BuildAnswer =
  | { kind: 'ready' }
  | { kind: 'page'; sourcePath: string }
  | { kind: 'done'; result: BuildResult }
  | { kind: 'failed'; error: BuildError };
