import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';

/** Certificates, as PEM. */
export interface TlsConfig {
  ca?: string;
  cert?: string;
  key?: string;
}

/**
 * Reads the certificates whose files the section `tls` names; undefined without
 * that section.
 *
 * @param key - The whole key of `config`, which errors name.
 */
export async function readTls(
  config: Config,
  key: string,
): Promise<TlsConfig | undefined> {
  const section = config.getOptionalConfig('tls');
  if (!section) {
    return undefined;
  }
  const read = async (field: string) => {
    const file = section.getOptionalString(field);
    return file === undefined ? undefined : readFile(file, 'utf8');
  };
  const tls = {
    ca: await read('caFile'),
    cert: await read('certFile'),
    key: await read('keyFile'),
  };
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    throw new InputError(
      `'${key}.tls' must have both 'certFile' and 'keyFile', or neither`,
    );
  }
  return tls;
}
