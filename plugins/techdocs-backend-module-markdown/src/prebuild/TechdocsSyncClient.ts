import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { DocsSummary } from '@atrium/plugin-techdocs-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { DOCS_FACTS_FILE } from '../docsFacts';
import { summarizeDocs } from './summarizeDocs';

/**
 * What asking for a build came to.
 *
 * - `built`: a new version is published.
 * - `unchanged`: the published version is the newest.
 * - `skipped`: TechDocs did not look, as it does within a minute of a build.
 * - `gone`: there is no such entity any more.
 */
export type SyncOutcome = 'built' | 'unchanged' | 'skipped' | 'gone';

export interface TechdocsSyncClientOptions {
  auth: AuthService;
  discovery: DiscoveryService;
}

interface StreamEvent {
  name: string;
  data: unknown;
}

/** Reads a finished stream of server-sent events. */
function parseEventStream(text: string): StreamEvent[] {
  return text.split('\n\n').flatMap(block => {
    const name = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    return name && data ? [{ name, data: JSON.parse(data) }] : [];
  });
}

function isUpdated(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'updated' in data &&
    data.updated === true
  );
}

/**
 * Has TechDocs build a site the way a visit does.
 *
 * @remarks
 * This is the only way in that takes the preparers, the publisher and the cache
 * that other modules may have given to TechDocs.
 */
export class TechdocsSyncClient {
  readonly #options: TechdocsSyncClientOptions;

  constructor(options: TechdocsSyncClientOptions) {
    this.#options = options;
  }

  /**
   * What the published site of an entity is like; nothing where another engine
   * built it.
   */
  async summarize(
    entityRef: string,
    signal: AbortSignal,
  ): Promise<DocsSummary['site'] | undefined> {
    const response = await this.#get(
      entityRef,
      { root: 'static/docs', file: `/${DOCS_FACTS_FILE}` },
      signal,
    );
    const facts: unknown = response.ok
      ? await response.json().catch(() => undefined)
      : undefined;
    return summarizeDocs(facts);
  }

  /** Builds the site of an entity if its source changed; throws on failure. */
  async sync(entityRef: string, signal: AbortSignal): Promise<SyncOutcome> {
    const response = await this.#get(entityRef, { root: 'sync' }, signal);
    if (response.status === 404) {
      return 'gone';
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const events = parseEventStream(await response.text());
    const failure = events.find(({ name: event }) => event === 'error');
    if (failure) {
      throw new Error(String(failure.data));
    }
    const finish = events.find(({ name: event }) => event === 'finish');
    if (!finish) {
      throw new Error('TechDocs ended the build without saying how it went');
    }
    if (isUpdated(finish.data)) {
      return 'built';
    }
    // Looking at the source is logged, so silence means that it was not.
    return events.some(({ name: event }) => event === 'log')
      ? 'unchanged'
      : 'skipped';
  }

  async #get(
    entityRef: string,
    { root, file = '' }: { root: string; file?: string },
    signal: AbortSignal,
  ): Promise<Response> {
    const { auth, discovery } = this.#options;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    // No person asks for this: the portal builds ahead of the first visit.
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const baseUrl = await discovery.getBaseUrl('techdocs');
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    return fetch(`${baseUrl}/${root}/${path}${file}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal,
    });
  }
}
