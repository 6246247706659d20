import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../report.ts';
import { resetHint } from './worldCommand.ts';

const SECRET_NAMES = [
  'ATRIUM_POSTGRES_PASSWORD',
  'ATRIUM_SESSION_SECRET',
  'ATRIUM_GIT_TOKEN',
  'ATRIUM_WEBHOOK_SECRET',
  'ATRIUM_DELIVERY_SECRET',
  'ATRIUM_PROVISIONING_KEY',
  'ATRIUM_SLO_TOKEN',
  'ATRIUM_KUBERNETES_TOKEN',
  'ATRIUM_KUBERNETES_SCORE_TOKEN',
  'ATRIUM_KUBERNETES_PROVISIONING_TOKEN',
  'ATRIUM_KUBERNETES_SECRETS_TOKEN',
  'ATRIUM_OIDC_CLIENT_SECRET',
] as const;

export type Secrets = Record<(typeof SECRET_NAMES)[number], string>;

/**
 * The passwords of the sandbox: made once per home folder, readable by its
 * owner only.
 *
 * @remarks
 * Each is `sandbox-` and 32 characters of base64url, by which a production
 * configuration recognises and refuses them.
 *
 * @param command - as in `npm start`, for hints
 */
export async function readOrCreateSecrets(
  home: string,
  command?: string,
): Promise<Secrets> {
  const file = join(home, 'secrets.json');
  const known = await readSecrets(file, resetHint({ command, home }));
  const secrets = Object.fromEntries(
    SECRET_NAMES.map(name => [
      name,
      known[name] ?? `sandbox-${randomBytes(24).toString('base64url')}`,
    ]),
  ) as Secrets;
  if (SECRET_NAMES.some(name => known[name] === undefined)) {
    await mkdir(home, { recursive: true });
    const incoming = `${file}.${process.pid}`;
    await writeFile(incoming, `${JSON.stringify(secrets, undefined, 2)}\n`, {
      mode: 0o600,
    });
    await rename(incoming, file);
  }
  return secrets;
}

async function readSecrets(
  file: string,
  wayOut: string,
): Promise<Partial<Secrets>> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return {};
    }
    throw error;
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Failure(`${file} is not JSON`, {
      hint: `Restore the file, or ${wayOut}`,
      cause: error,
    });
  }
}
