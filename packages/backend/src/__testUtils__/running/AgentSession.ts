import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type { OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';

/** An agent that signs a person in, as the portal's static client `agent`. */
export class AgentSession implements OAuthClientProvider {
  static readonly clientId = 'agent';
  static readonly redirectUri = 'http://localhost:6274/oauth/callback';

  readonly redirectUrl = AgentSession.redirectUri;
  readonly clientMetadata = {
    client_name: 'Agent',
    redirect_uris: [AgentSession.redirectUri],
    token_endpoint_auth_method: 'none',
  };
  /** Where the person has to agree. */
  authorizationUrl?: URL;
  #tokens?: OAuthTokens;
  #codeVerifier = '';

  clientInformation() {
    return { client_id: AgentSession.clientId };
  }

  tokens() {
    return this.#tokens;
  }

  saveTokens(tokens: OAuthTokens) {
    this.#tokens = tokens;
  }

  redirectToAuthorization(url: URL) {
    this.authorizationUrl = url;
  }

  saveCodeVerifier(codeVerifier: string) {
    this.#codeVerifier = codeVerifier;
  }

  codeVerifier() {
    return this.#codeVerifier;
  }
}
