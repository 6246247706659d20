import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import selfsigned from 'selfsigned';
import { AgentSession } from './AgentSession';

/**
 * A web server, with a certificate made for the test, that has the documents by
 * which agents say who they are.
 */
export class ClientDocuments {
  /** The document of an agent that is sent back to where it listens. */
  readonly agentUrl: string;
  /** One that names another address of the same machine. */
  readonly elsewhereUrl: string;
  /** One that names an address on the web. */
  readonly webUrl: string;
  /** One that is the document of somebody else. */
  readonly borrowedUrl: string;
  /** What a process has to trust to read them (`NODE_EXTRA_CA_CERTS`). */
  readonly certificateFile: string;
  /** The documents that were asked for. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #folder: string;

  private constructor(options: {
    origin: string;
    server: Server;
    folder: string;
    certificateFile: string;
  }) {
    const { origin, server, folder, certificateFile } = options;
    this.agentUrl = `${origin}/agent.json`;
    this.elsewhereUrl = `${origin}/elsewhere.json`;
    this.webUrl = `${origin}/web.json`;
    this.borrowedUrl = `${origin}/borrowed.json`;
    this.certificateFile = certificateFile;
    this.#server = server;
    this.#folder = folder;
  }

  static readonly webRedirectUri = 'https://agent.example.com/callback';

  static async start(): Promise<ClientDocuments> {
    const { private: key, cert } = selfsigned.generate(
      [{ name: 'commonName', value: 'localhost' }],
      {
        algorithm: 'sha256',
        keySize: 2048,
        days: 1,
        extensions: [
          { name: 'basicConstraints', cA: true },
          {
            name: 'subjectAltName',
            altNames: [{ type: 2, value: 'localhost' }],
          },
        ],
      },
    );
    const folder = await mkdtemp(join(tmpdir(), 'atrium-documents-'));
    const certificateFile = join(folder, 'certificate.pem');
    await writeFile(certificateFile, cert);
    const server = createServer({ key, cert }).listen(0, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') {
      throw new Error('The documents have no address');
    }
    const documents = new ClientDocuments({
      origin: `https://localhost:${address.port}`,
      server,
      folder,
      certificateFile,
    });
    server.on('request', (request, response) => {
      const url = `https://localhost:${address.port}${request.url}`;
      const document = documents.#find(url);
      documents.asked.push(url);
      response
        .writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
        .end(JSON.stringify(document ?? {}));
    });
    return documents;
  }

  get urls(): string[] {
    return [this.agentUrl, this.elsewhereUrl, this.webUrl, this.borrowedUrl];
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#folder, { recursive: true });
  }

  #find(url: string) {
    const document = (clientId: string, redirectUri: string) => ({
      client_id: clientId,
      client_name: 'An agent with a document',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
    });
    switch (url) {
      case this.agentUrl:
        return document(url, AgentSession.redirectUri);
      case this.elsewhereUrl:
        return document(url, 'http://localhost:6274/elsewhere');
      case this.webUrl:
        return document(url, ClientDocuments.webRedirectUri);
      case this.borrowedUrl:
        return document(this.agentUrl, AgentSession.redirectUri);
      default:
        return undefined;
    }
  }
}
