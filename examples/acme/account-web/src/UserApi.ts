import { SessionClient } from '@acme/session-library';

export type ConsentPurpose =
  | 'analytics'
  | 'marketing-email'
  | 'marketing-push'
  | 'order-updates-sms';

export interface Consent {
  purpose: ConsentPurpose;
  isGranted: boolean;
  decidedAt?: string;
}

export interface Address {
  id: string;
  recipient: string;
  lines: string[];
  postalCode: string;
  city: string;
  country: string;
  isDefault: boolean;
}

export const session = new SessionClient({
  gatewayUrl: 'https://auth.acme.example',
});

/** The part of the User API that the account pages need. */
export class UserApi {
  readonly #userId: string;

  constructor(userId: string) {
    this.#userId = userId;
  }

  async listAddresses(): Promise<Address[]> {
    const body: { items: Address[] } = await this.#call('addresses');
    return body.items;
  }

  async removeAddress(addressId: string): Promise<void> {
    await this.#call(`addresses/${addressId}`, { method: 'DELETE' });
  }

  async listConsents(): Promise<Consent[]> {
    const body: { items: Consent[] } = await this.#call('consents');
    return body.items;
  }

  async decideConsent(
    purpose: ConsentPurpose,
    isGranted: boolean,
  ): Promise<Consent> {
    return this.#call(`consents/${purpose}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ isGranted, source: 'account-web' }),
    });
  }

  async #call<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await session.fetch(
      'user-service',
      `/api/user/v1/users/${this.#userId}/${path}`,
      init,
    );
    if (!response.ok) {
      const problem: { title?: string; detail?: string } = await response
        .json()
        .catch(() => ({}));
      throw new Error(problem.detail ?? problem.title ?? response.statusText);
    }
    return response.status === 204 ? (undefined as T) : response.json();
  }
}
