import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';

/**
 * An agent that signs a person in: by a document on the web that says who it is,
 * or without one as the portal's static client `agent`.
 */
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
  readonly clientMetadataUrl?: string;
  #client?: OAuthClientInformationMixed;
  #tokens?: OAuthTokens;
  #codeVerifier = '';

  constructor(clientMetadataUrl?: string) {
    this.clientMetadataUrl = clientMetadataUrl;
    if (clientMetadataUrl === undefined) {
      this.#client = { client_id: AgentSession.clientId };
    }
  }

  clientInformation() {
    return this.#client;
  }

  saveClientInformation(client: OAuthClientInformationMixed) {
    this.#client = client;
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
