import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod';
import { permissionAnswerSchema } from './permissionAnswer';
import type { CommitStatus, RepositoryPermission } from './RepositoryWriter';

const REQUEST_TIMEOUT_MS = 30_000;

interface RepositoryApiOptions {
  /** Of the repository, without a slash at the end. */
  baseUrl: string;
  getHeaders(): Promise<Record<string, string>>;
  signal?: AbortSignal;
}

/** Why a host refused, in its own words. */
interface Refusal {
  status: number;
  words: string;
}

interface RepositoryRequest<T> {
  schema: z.ZodType<T>;
  method?: 'GET' | 'POST';
  body?: object;
  /** Turns an answer other than 2xx into an error of its own. */
  toError?(refusal: Refusal): Error | undefined;
}

/** The REST API of a repository, as far as its host answers. */
export class RepositoryApi {
  readonly #options: RepositoryApiOptions;

  constructor(options: RepositoryApiOptions) {
    this.#options = options;
  }

  /**
   * Asks for what is below the repository.
   *
   * @throws NotFoundError, or ServiceUnavailableError with what the host said:
   * what it refuses, it refuses to the portal and not to the user.
   */
  async request<T>(path: string, request: RepositoryRequest<T>): Promise<T> {
    const { schema, method = 'GET', body, toError } = request;
    const { baseUrl, getHeaders, signal } = this.#options;
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
        ...(await getHeaders()),
      },
      body: body && JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) {
      const refusal = {
        status: response.status,
        words: wordsOf(await response.text()),
      };
      throw toError?.(refusal) ?? this.#toError(refusal, `${method} ${path}`);
    }
    const parsed = schema.safeParse(await response.json());
    if (!parsed.success) {
      throw new ServiceUnavailableError(
        `'${baseUrl}' answered to ${method} ${path} what is not understood: ${parsed.error.message}`,
      );
    }
    return parsed.data;
  }

  /** The same, and nothing where there is nothing. */
  async find<T>(
    path: string,
    request: RepositoryRequest<T>,
  ): Promise<T | undefined> {
    try {
      return await this.request(path, request);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }

  /** Asks what an account may do; both hosts have the same address for it. */
  async getPermission(
    login: string,
  ): Promise<RepositoryPermission | undefined> {
    try {
      return await this.request(
        `/collaborators/${encodeURIComponent(login)}/permission`,
        {
          schema: permissionAnswerSchema,
          // The portal itself may not be allowed to ask.
          toError: ({ status }) =>
            status === 401 || status === 403
              ? new NotAllowedError()
              : undefined,
        },
      );
    } catch (error) {
      if (error instanceof NotFoundError) {
        return 'none';
      }
      if (error instanceof NotAllowedError) {
        return undefined;
      }
      throw error;
    }
  }

  /** Marks a commit; both hosts have the same address for it. */
  async setCommitStatus(commit: string, status: CommitStatus): Promise<void> {
    const { context, state, description, targetUrl } = status;
    await this.request(`/statuses/${encodeURIComponent(commit)}`, {
      schema: z.unknown(),
      method: 'POST',
      body: { context, state, description, target_url: targetUrl },
    });
  }

  #toError({ status, words }: Refusal, asked: string): Error {
    const { baseUrl } = this.#options;
    return status === 404
      ? new NotFoundError(`Nothing at '${baseUrl}' for ${asked}`)
      : new ServiceUnavailableError(
          `'${baseUrl}' answered ${status} to ${asked}: ${words}`,
        );
  }
}

const refusalSchema = z.object({ message: z.string() });

/** Gitea and GitHub say it the same way; what stands before them may not. */
function wordsOf(body: string): string {
  try {
    return refusalSchema.parse(JSON.parse(body)).message;
  } catch {
    return body.slice(0, 200);
  }
}
