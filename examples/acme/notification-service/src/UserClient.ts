export interface Recipient {
  id: string;
  status: 'active' | 'locked' | 'closing';
  timeZone: string;
  grantedConsents: ReadonlySet<string>;
}

export interface UserClientOptions {
  baseUrl: string;
  getToken: () => Promise<string>;
  fetch?: typeof fetch;
}

// Acme delivers to these countries; the locale tells which one it is.
const TIME_ZONES: Record<string, string> = {
  AT: 'Europe/Vienna',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  PT: 'Europe/Lisbon',
};

export class UserClient {
  readonly #options: UserClientOptions;
  readonly #fetch: typeof fetch;

  constructor(options: UserClientOptions) {
    this.#options = options;
    this.#fetch = options.fetch ?? globalThis.fetch;
  }

  /** Answers undefined when the account has been erased. */
  async getRecipient(userId: string): Promise<Recipient | undefined> {
    const [user, consents] = await Promise.all([
      this.#get<{ id: string; status: Recipient['status']; locale: string }>(
        `/v1/users/${userId}?fields=id,status,locale`,
      ),
      this.#get<{ items: { purpose: string; isGranted: boolean }[] }>(
        `/v1/users/${userId}/consents`,
      ),
    ]);
    if (!user) {
      return undefined;
    }
    const granted = consents?.items.filter(consent => consent.isGranted) ?? [];
    return {
      id: user.id,
      status: user.status,
      timeZone: TIME_ZONES[user.locale.split('-')[1] ?? ''] ?? 'Europe/Berlin',
      grantedConsents: new Set(granted.map(consent => consent.purpose)),
    };
  }

  async #get<T>(path: string): Promise<T | undefined> {
    const response = await this.#fetch(this.#options.baseUrl + path, {
      headers: { Authorization: `Bearer ${await this.#options.getToken()}` },
      signal: AbortSignal.timeout(2_000),
    });
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw new Error(`user-service answered ${response.status} for ${path}`);
    }
    return response.json();
  }
}
