export interface PortalApiOptions {
  portalUrl: string;
  /** Of the external access that the portal's configuration names. */
  token: string;
}

export interface PortalRequest {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  signal: AbortSignal;
}

/** Says whether asking again may help. */
export class PortalError extends Error {
  readonly isFinal: boolean;
  /** Missing where there was no answer. */
  readonly status?: number;

  constructor(message: string, isFinal: boolean, status?: number) {
    super(message);
    this.name = 'PortalError';
    this.isFinal = isFinal;
    this.status = status;
  }
}

const requestTimeoutMs = 60_000;

/**
 * Answers that trying again will not change. A 404 is none of them: the portal
 * is starting, or does not know the SLO yet.
 */
const finalStatuses = new Set([400, 401, 403, 405, 410, 413, 415, 422]);

/**
 * Asks the portal, in whatever way it is to know the sender.
 *
 * @throws PortalError when the answer is no success
 */
export async function fetchFromPortal(
  url: string,
  options: Omit<RequestInit, 'signal'> & {
    headers: Record<string, string>;
    signal: AbortSignal;
  },
): Promise<Response> {
  const { headers, signal } = options;
  let response: Response;
  try {
    response = await fetch(url, {
      ...options,
      redirect: 'error',
      headers: { 'User-Agent': 'Atrium-Sandbox', ...headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]),
    });
  } catch (error) {
    throw new PortalError(`the portal is unreachable (${error})`, false);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new PortalError(
      `the portal answered ${response.status}`,
      finalStatuses.has(response.status),
      response.status,
    );
  }
  return response;
}

/** Asks the portal as a service. */
export class PortalApi {
  readonly #options: PortalApiOptions;

  constructor(options: PortalApiOptions) {
    this.#options = options;
  }

  /**
   * Returns what was answered.
   *
   * @throws PortalError when it was no success
   */
  async request(path: string, options: PortalRequest): Promise<unknown> {
    const { portalUrl, token } = this.#options;
    const { method, headers, body, signal } = options;
    const response = await fetchFromPortal(`${portalUrl}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...headers,
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      signal,
    });
    return response.json();
  }
}
