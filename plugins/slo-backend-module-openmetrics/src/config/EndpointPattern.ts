import { InputError } from '@backstage/errors';

const SERVICE = '{service}';
const SERVICE_NAME = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const ANY_PART = '[A-Za-z0-9_-]{1,100}';

/** An address with parts left open, and what fits it. */
export class EndpointPattern {
  readonly text: string;
  readonly #fits: RegExp;

  private constructor(text: string) {
    this.text = text;
    const source = text
      .split(/(\{service\}|\*)/)
      .map(part => {
        if (part === SERVICE) {
          return SERVICE_NAME;
        }
        return part === '*'
          ? ANY_PART
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      })
      .join('');
    this.#fits = new RegExp(`^${source}$`);
  }

  /** @throws InputError naming the key when the text is no such address. */
  static parse(text: string, key: string): EndpointPattern {
    const sample = text.replaceAll(SERVICE, 'x').replaceAll('*', 'x');
    const url = URL.canParse(sample) ? new URL(sample) : undefined;
    if (
      !url ||
      url.href !== sample ||
      !['http:', 'https:'].includes(url.protocol) ||
      url.username ||
      url.password ||
      url.hash
    ) {
      throw new InputError(
        `${key} must be a complete http or https address without credentials, got '${text}'`,
      );
    }
    return new EndpointPattern(text);
  }

  get hasService(): boolean {
    return this.text.includes(SERVICE);
  }

  /** The address of a service; undefined where that is no name of one. */
  addressOf(service: string): string | undefined {
    const address = this.text.replaceAll(SERVICE, service);
    return new RegExp(`^${SERVICE_NAME}$`).test(service) && this.fits(address)
      ? address
      : undefined;
  }

  /** Whether an address is one of those meant, as it is written. */
  fits(address: string): boolean {
    return (
      URL.canParse(address) &&
      new URL(address).href === address &&
      this.#fits.test(address)
    );
  }
}
