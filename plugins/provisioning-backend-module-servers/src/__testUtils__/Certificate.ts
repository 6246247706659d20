import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import selfsigned from 'selfsigned';

/** A certificate for one name, made for a test, that is its own authority. */
export class Certificate {
  /** As PEM. */
  readonly ca: string;
  readonly certFile: string;
  readonly keyFile: string;
  readonly #folder: string;

  private constructor(ca: string, folder: string) {
    this.ca = ca;
    this.certFile = join(folder, 'cert');
    this.keyFile = join(folder, 'key');
    this.#folder = folder;
  }

  /** @param owner - whom the files belong to; default: who runs the test */
  static async create(
    host: string,
    owner?: { uid: number; gid: number },
  ): Promise<Certificate> {
    const { private: key, cert } = selfsigned.generate(
      [{ name: 'commonName', value: host }],
      {
        algorithm: 'sha256',
        keySize: 2048,
        days: 1,
        extensions: [
          { name: 'basicConstraints', cA: true },
          { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
        ],
      },
    );
    const folder = await mkdtemp(join(tmpdir(), 'atrium-certificate-'));
    const certificate = new Certificate(cert, folder);
    const { certFile, keyFile } = certificate;
    await writeFile(certFile, cert);
    await writeFile(keyFile, key, { mode: 0o600 });
    if (owner) {
      for (const path of [folder, certFile, keyFile]) {
        await chown(path, owner.uid, owner.gid);
      }
    }
    return certificate;
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }
}
