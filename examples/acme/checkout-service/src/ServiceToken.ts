/** Fetches service tokens and keeps each until a minute before it expires. */
export class ServiceToken {
  readonly #tokenUrl: string;
  readonly #clientId: string;
  readonly #clientSecret: string;
  #current: { value: string; expiresAt: number } | undefined;

  constructor(options: {
    tokenUrl: string;
    clientId: string;
    clientSecret: string;
  }) {
    this.#tokenUrl = options.tokenUrl;
    this.#clientId = options.clientId;
    this.#clientSecret = options.clientSecret;
  }

  async get(): Promise<string> {
    if (!this.#current || this.#current.expiresAt < Date.now()) {
      const response = await fetch(this.#tokenUrl, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          scope: 'payments:write',
          client_id: this.#clientId,
          client_secret: this.#clientSecret,
        }),
      });
      if (!response.ok) {
        throw new Error(`The token endpoint answered ${response.status}`);
      }
      const token = (await response.json()) as {
        access_token: string;
        expires_in: number;
      };
      this.#current = {
        value: token.access_token,
        expiresAt: Date.now() + (token.expires_in - 60) * 1000,
      };
    }
    return this.#current.value;
  }
}
