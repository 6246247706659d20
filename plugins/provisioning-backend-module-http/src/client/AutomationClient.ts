import { driverWords, ProviderRefusal } from '@atrium/plugin-provisioning-node';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { z } from 'zod';
import type { AutomationConfig } from '../config/readAutomationsConfig';
import {
  type AutomationPage,
  automationPageSchema,
  type AutomationResource,
  automationResourceSchema,
  readRefusal,
} from './automationAnswers';
import { readJson } from './readJson';
import { readRetryAfterMs } from './readRetryAfterMs';

/** The automation understood, and did nothing. */
const FINAL_REFUSALS = [400, 401, 403, 409, 422];
/** It never had the request. */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

interface AskOptions {
  /** Those that are no failure. */
  accepts: readonly number[];
  body?: JsonObject;
  idempotencyKey?: string;
}

/** Asks the API of one automation. */
export class AutomationClient {
  readonly #automation: AutomationConfig;
  readonly #signal: AbortSignal;

  constructor(automation: AutomationConfig, signal: AbortSignal) {
    this.#automation = automation;
    this.#signal = signal;
  }

  /** What the automation has under the id of a resource. */
  async get(resourceId: string): Promise<AutomationResource | undefined> {
    return this.#read(pathOf(resourceId), automationResourceSchema);
  }

  /** Asks for a resource as it is to be. */
  async put(
    body: JsonObject & { resourceId: string },
    idempotencyKey: string,
  ): Promise<void> {
    const accepts = [200, 201, 202, 204];
    const options = { accepts, body, idempotencyKey };
    await this.#change('PUT', pathOf(body.resourceId), options);
  }

  async delete(resourceId: string, idempotencyKey: string): Promise<void> {
    const accepts = [200, 202, 204, 404];
    const options = { accepts, idempotencyKey };
    await this.#change('DELETE', pathOf(resourceId), options);
  }

  /** Ends what is under way; where nothing is any more, that is as well. */
  async cancel(resourceId: string, idempotencyKey: string): Promise<void> {
    const accepts = [200, 202, 204, 404, 409];
    const options = { accepts, idempotencyKey };
    await this.#change('POST', `${pathOf(resourceId)}/cancel`, options);
  }

  async rotate(resourceId: string, idempotencyKey: string): Promise<void> {
    const accepts = [200, 202, 204];
    const options = { accepts, idempotencyKey };
    await this.#change('POST', `${pathOf(resourceId)}/rotate`, options);
  }

  /** Some of all that it has, from a cursor on. */
  async list(cursor?: string): Promise<AutomationPage> {
    const query = cursor ? `?${new URLSearchParams({ cursor })}` : '';
    const page = await this.#read(`/resources${query}`, automationPageSchema);
    return page ?? { items: [] };
  }

  async #read<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const response = await this.#ask('GET', path, { accepts: [200, 404] });
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    const answer = await readJson(response).catch(error => {
      throw this.#toFailure(error);
    });
    const { data, error } = schema.safeParse(answer);
    if (error) {
      const issues = error.issues
        .slice(0, 3)
        .map(({ path: at, message }) => `${at.join('.')}: ${message}`);
      throw driverWords.error(
        Error,
        driverWords.describe('provisioning.automation.contract', {
          name: this.#name,
          issues: issues.join('; '),
        }),
      );
    }
    return data;
  }

  async #change(
    method: string,
    path: string,
    options: AskOptions,
  ): Promise<void> {
    const response = await this.#ask(method, path, options);
    // How it is then, `get` says.
    await response.body?.cancel();
  }

  async #ask(
    method: string,
    path: string,
    { accepts, body, idempotencyKey }: AskOptions,
  ): Promise<Response> {
    const { url, token, timeoutMs } = this.#automation;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: JSON.stringify(body) }),
      // The configured address is called, not where that would send us.
      redirect: 'manual',
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(timeoutMs)]),
    }).catch(error => {
      throw this.#toFailure(error);
    });
    if (!accepts.includes(response.status)) {
      throw await this.#toError(response);
    }
    return response;
  }

  /** What an answer says that is no success. */
  async #toError(response: Response): Promise<Error> {
    const { status, headers } = response;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return driverWords.error(
        Error,
        driverWords.describe('provisioning.automation.redirects', {
          name: this.#name,
          status,
        }),
      );
    }
    const answer = await readJson(response).catch(() => undefined);
    const said = this.#withoutToken(readRefusal(answer));
    const answered = { name: this.#name, status };
    const message = said
      ? driverWords.write('provisioning.automation.said', {
          ...answered,
          answer: said,
        })
      : driverWords.write('provisioning.automation.answered', answered);
    if (FINAL_REFUSALS.includes(status)) {
      return new ProviderRefusal(message, { isTemporary: false });
    }
    const retryAfterMs = readRetryAfterMs(headers);
    // A 503 alone may come from a proxy, long after the automation began.
    return status === 429 || (status === 503 && retryAfterMs !== undefined)
      ? new ProviderRefusal(message, { isTemporary: true, retryAfterMs })
      : driverWords.error(Error, message);
  }

  /** No answer, or a part of one. */
  #toFailure(error: unknown): Error {
    const { name, message, code } = describe(error);
    if (NOT_CONNECTED.includes(code)) {
      return new ProviderRefusal(
        driverWords.write('provisioning.automation.unreachable', {
          name: this.#name,
          answer: code,
        }),
        { isTemporary: true },
      );
    }
    const seconds = this.#automation.timeoutMs / 1_000;
    return driverWords.error(
      Error,
      name === 'TimeoutError'
        ? driverWords.describe('provisioning.automation.slow', {
            name: this.#name,
            seconds,
          })
        : driverWords.describe('provisioning.automation.incomplete', {
            name: this.#name,
            answer: code || message,
          }),
    );
  }

  /** It may repeat what it was sent. */
  #withoutToken(text: string): string {
    const { token } = this.#automation;
    return token ? text.replaceAll(token, '…') : text;
  }

  get #name(): string {
    return this.#automation.name;
  }
}

function pathOf(resourceId: string): string {
  return `/resources/${encodeURIComponent(resourceId)}`;
}

/** `fetch` hides why it failed behind an error of its own. */
function describe(error: unknown) {
  const cause = isError(error) && isError(error.cause) ? error.cause : error;
  return isError(cause)
    ? {
        name: cause.name,
        message: cause.message,
        code: typeof cause.code === 'string' ? cause.code : '',
      }
    : { name: '', message: 'unknown', code: '' };
}
