import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';

type InitializeOptions = Parameters<typeof oidcAuthenticator.initialize>[0];

/** What the stock authenticator knows of an identity provider, or asks it for. */
type OidcContext = ReturnType<typeof oidcAuthenticator.initialize>;

/**
 * Asks an identity provider for its addresses: at once, and again whenever
 * somebody wants to sign in as long as it has not answered.
 *
 * @remarks The stock authenticator asks once, and fails until a restart where the
 * provider is away at that moment.
 */
export class OidcDiscovery {
  readonly #options: InitializeOptions;
  readonly #logger: LoggerService;
  readonly #host: string;
  /** The attempt that is under way or succeeded. */
  #context?: OidcContext;

  /** @throws where the configuration of the provider is not valid */
  constructor(options: InitializeOptions, logger: LoggerService) {
    this.#options = options;
    this.#logger = logger;
    this.#host = new URL(options.config.getString('metadataUrl')).host;
    this.#begin();
  }

  /** @throws ServiceUnavailableError that names the provider. */
  async finish(): Promise<OidcContext> {
    const context = this.#context ?? this.#begin();
    try {
      await context.promise;
    } catch (error) {
      throw new ServiceUnavailableError(
        `Nobody can sign in before '${
          this.#host
        }' says where. Try again in a minute`,
        error,
      );
    }
    return context;
  }

  #begin(): OidcContext {
    const context = oidcAuthenticator.initialize(this.#options);
    this.#context = context;
    context.promise.catch(error => {
      this.#context = undefined;
      this.#logger.warn(
        'The identity provider does not say where people sign in; it is asked again when somebody does',
        { host: this.#host, reason: `${error}` },
      );
    });
    return context;
  }
}
