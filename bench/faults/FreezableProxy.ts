import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Passes connections on to a port, and can stop doing so without ending them:
 * what a server looks like whose machine is frozen or whose network is cut.
 */
export class FreezableProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isFrozen = false;

  private constructor(target: number) {
    this.#server = createServer(incoming => {
      const outgoing = connect(target, '127.0.0.1');
      for (const [one, other] of [
        [incoming, outgoing],
        [outgoing, incoming],
      ]) {
        this.#sockets.add(one);
        one.on('data', chunk => other.write(chunk));
        one.on('error', () => {});
        one.on('close', () => {
          this.#sockets.delete(one);
          other.end();
        });
        if (this.#isFrozen) {
          one.pause();
        }
      }
    });
  }

  static async start(port: number, target: number): Promise<FreezableProxy> {
    const proxy = new FreezableProxy(target);
    proxy.#server.listen(port, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** Takes connections and bytes, and does nothing with them. */
  freeze(): void {
    this.#isFrozen = true;
    for (const socket of this.#sockets) {
      socket.pause();
    }
  }

  /** Goes on as if nothing had been. */
  thaw(): void {
    this.#isFrozen = false;
    for (const socket of this.#sockets) {
      socket.resume();
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    this.#server.close();
  }
}
