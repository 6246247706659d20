import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import type { RateLimits } from './RateLimits';

/** A person waits for the answer. */
const FOREGROUND_TIMEOUT_MS = 10_000;
const BACKGROUND_TIMEOUT_MS = 30_000;
/** Of a list that is read as a whole: a matrix makes up to 256 jobs. */
const MAX_PAGES = 10;
const NEXT_PAGE = /<([^>]+)>;\s*rel="next"/;

/** How to reach the API of a repository. */
export interface HostApiOptions {
  /** Without a slash at the end. */
  baseUrl: string;
  /** What the addresses of further pages have to begin with. */
  pagesBelow: string;
  /** The credentials, and what else every request carries. */
  getHeaders(): Promise<Record<string, string>>;
  limits: RateLimits;
  /** Whose rate limit the requests count against. */
  owner: string;
  /** Nobody waits: leave some of the rate limit to others. */
  isBackground?: boolean;
  signal?: AbortSignal;
}

/** Why a host refused, in its own words. */
export interface HostRefusal {
  status: number;
  message: string;
}

/** What to ask for, and how to read the answer. */
export interface HostRequest<T> {
  schema: z.ZodType<T>;
  method?: 'GET' | 'POST';
  body?: object;
  signal?: AbortSignal;
  /** Turns an answer other than 2xx into an error of its own. */
  toError?(refusal: HostRefusal): Error | undefined;
}

/** Which page of a list. */
export interface PageRequest {
  /** The `nextUrl` of the page before; the first page without it. */
  url?: string;
  /** Of the same page as it was: if nothing has changed, the answer says only that. */
  etag?: string;
}

/** One page of a list. */
export interface HostPage<T> {
  /** Empty when nothing has changed since the ETag. */
  items: T[];
  isUnchanged: boolean;
  /** The repository does not have the list; then it is empty, too. */
  isAbsent?: boolean;
  etag?: string;
  /** The address of the next page, if there is one. */
  nextUrl?: string;
}

/** A page of a list that says how many there are on all pages. */
export interface CountedItems<T> {
  items: T[];
  total?: number;
}

/** Which list to read, and how. */
export interface ListRequest<T> {
  schema: z.ZodType<T[]> | z.ZodType<CountedItems<T>>;
  page: PageRequest;
  /** Whether a refusal says that the repository does not have the list. */
  isAbsent(refusal: HostRefusal): boolean;
}

interface SendOptions extends Omit<HostRequest<unknown>, 'schema'> {
  etag?: string;
  /** Whether a refusal is no error. */
  isPassed?(refusal: HostRefusal): boolean;
}

/** An answer of a git host, read to its end. */
interface HostAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** The REST API of one repository on its git host. */
export class HostApi {
  readonly #options: HostApiOptions;

  constructor(options: HostApiOptions) {
    this.#options = options;
  }

  /**
   * Asks for what is below the repository.
   *
   * @throws NotFoundError, RateLimitError, or ServiceUnavailableError with what
   * the host said: what it refuses, it refuses to the portal and not to the user.
   */
  async request<T>(path: string, request: HostRequest<T>): Promise<T> {
    const { text } = await this.#send(path, request);
    return this.#parse(path, text, request.schema);
  }

  /** The same, and nothing where there is nothing. */
  async find<T>(path: string, request: HostRequest<T>): Promise<T | undefined> {
    try {
      return await this.request(path, request);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }

  /** Asks for a page of a list, at first that at `path`. */
  async getPage<T>(
    path: string,
    { schema, page, isAbsent }: ListRequest<T>,
  ): Promise<HostPage<T>> {
    const pathOrUrl = page.url ?? path;
    const answer = await this.#send(pathOrUrl, {
      etag: page.etag,
      isPassed: isAbsent,
    });
    if (answer.status === 304) {
      return { items: [], isUnchanged: true, etag: page.etag };
    }
    if (!isOk(answer)) {
      return { items: [], isUnchanged: false, isAbsent: true };
    }
    const parsed = this.#parse<T[] | CountedItems<T>>(
      pathOrUrl,
      answer.text,
      schema,
    );
    const counted = Array.isArray(parsed) ? { items: parsed } : parsed;
    const link = answer.headers.get('link');
    return {
      items: counted.items,
      isUnchanged: false,
      etag: answer.headers.get('etag') ?? undefined,
      nextUrl: link
        ? NEXT_PAGE.exec(link)?.[1]
        : findNextUrl(this.#toUrl(pathOrUrl), counted),
    };
  }

  /** Asks for a whole list, of which what is beyond ten pages is left out. */
  async requestList<T>(
    path: string,
    schema: ListRequest<T>['schema'],
  ): Promise<T[]> {
    const items: T[] = [];
    let url: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const page = await this.getPage(path, {
        schema,
        page: { url },
        isAbsent: () => false,
      });
      items.push(...page.items);
      url = page.nextUrl;
      if (!url) {
        break;
      }
    }
    return items;
  }

  async #send(pathOrUrl: string, options: SendOptions): Promise<HostAnswer> {
    const { getHeaders, isBackground = false, limits, owner } = this.#options;
    const { method = 'GET', body, etag, isPassed, toError } = options;
    const url = this.#toUrl(pathOrUrl);
    limits.check(owner, { isBackground });
    const headers = {
      Accept: 'application/json',
      ...(body && { 'Content-Type': 'application/json' }),
      // Else fetch adds "no-cache", by which a server may ignore the ETag.
      ...(etag && { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }),
      ...(await getHeaders()),
    };
    const answer = await this.#fetch(url, {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: this.#toSignal(options.signal),
    });
    const refusal = toRefusal(answer);
    limits.observe(owner, { ...answer, message: refusal?.message });
    if (refusal && !isPassed?.(refusal)) {
      throw toError?.(refusal) ?? toHostError(refusal, `${method} ${url}`);
    }
    return answer;
  }

  async #fetch(url: string, init: RequestInit): Promise<HostAnswer> {
    try {
      const response = await fetch(url, init);
      const { status, headers } = response;
      return { status, headers, text: await response.text() };
    } catch (error) {
      throw new ServiceUnavailableError(
        `${init.method} ${url} was not answered`,
        error,
      );
    }
  }

  #toUrl(pathOrUrl: string): string {
    const { baseUrl, pagesBelow } = this.#options;
    if (!/^https?:/.test(pathOrUrl)) {
      return `${baseUrl}${pathOrUrl}`;
    }
    // An answer must not send our credentials elsewhere.
    if (!pathOrUrl.startsWith(pagesBelow)) {
      throw new ServiceUnavailableError(
        `The next page '${pathOrUrl}' is not at '${pagesBelow}'`,
      );
    }
    return pathOrUrl;
  }

  #toSignal(signal: AbortSignal | undefined): AbortSignal {
    const { isBackground } = this.#options;
    return AbortSignal.any(
      [
        this.#options.signal,
        signal,
        AbortSignal.timeout(
          isBackground ? BACKGROUND_TIMEOUT_MS : FOREGROUND_TIMEOUT_MS,
        ),
      ].filter(one => one !== undefined),
    );
  }

  #parse<T>(pathOrUrl: string, text: string, schema: z.ZodType<T>): T {
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) {
      const reason = z.prettifyError(parsed.error);
      throw new ServiceUnavailableError(
        `The answer of ${this.#toUrl(pathOrUrl)} is not understood: ${reason}`,
      );
    }
    return parsed.data;
  }
}

/**
 * The page after one of a list that tells its length, where the host sends no link.
 *
 * @remarks A host may put fewer items on a page than it was asked for, so whatever
 * leaves some out asks on, up to a page without any.
 */
function findNextUrl<T>(
  pageUrl: string,
  { items, total = 0 }: CountedItems<T>,
): string | undefined {
  const url = new URL(pageUrl);
  const number = Number(url.searchParams.get('page') ?? 1);
  if (items.length === 0 || number * items.length >= total) {
    return undefined;
  }
  url.searchParams.set('page', String(number + 1));
  return url.href;
}

function isOk({ status }: HostAnswer): boolean {
  return status >= 200 && status < 300;
}

function toRefusal(answer: HostAnswer): HostRefusal | undefined {
  const { status, text } = answer;
  return isOk(answer) || status === 304
    ? undefined
    : { status, message: readMessage(text) };
}

function toHostError({ status, message }: HostRefusal, request: string): Error {
  return status === 404
    ? new NotFoundError(`${request} was answered 404: ${message}`)
    : new ServiceUnavailableError(
        `${request} was answered ${status}: ${message}`,
      );
}

const refusalSchema = z.object({ message: z.string() });

/** Gitea and GitHub say it the same way; what stands before them may not. */
function readMessage(body: string): string {
  const parsed = refusalSchema.safeParse(parseJson(body));
  return parsed.success ? parsed.data.message : body.slice(0, 200);
}

/** Nothing for what is no JSON, such as no body at all. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
