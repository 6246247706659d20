import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** One mail as it came in. */
export interface ReceivedMail {
  to: string[];
  text: string;
}

/** Takes mail by SMTP, as much of it as a client needs, and keeps it. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  readonly #events = new EventEmitter();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer(socket => {
    this.#sockets.add(socket);
    this.#serve(socket);
  });

  /** Answers the port. */
  async start(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return port;
  }

  /** Waits for so many mails. */
  async receive(count: number): Promise<ReceivedMail[]> {
    while (this.mails.length < count) {
      await once(this.#events, 'mail');
    }
    return this.mails;
  }

  stop(): void {
    this.#sockets.forEach(socket => socket.destroy());
    this.#server.close();
  }

  #serve(socket: Socket): void {
    let received = '';
    let isData = false;
    let to: string[] = [];
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => {});
    socket.on('data', chunk => {
      received += chunk.toString('utf8');
      for (;;) {
        const end = isData ? '\r\n.\r\n' : '\r\n';
        const length = received.indexOf(end);
        if (length < 0) {
          return;
        }
        const line = received.slice(0, length);
        received = received.slice(length + end.length);
        if (isData) {
          // Long lines are broken by a mark at their end.
          this.mails.push({ to, text: line.replaceAll('=\r\n', '') });
          this.#events.emit('mail');
          to = [];
          isData = false;
          say('250 taken');
        } else if (/^rcpt to:/i.test(line)) {
          to.push(line.replace(/^rcpt to:\s*<(.*)>.*$/i, '$1'));
          say('250 ok');
        } else if (/^data/i.test(line)) {
          isData = true;
          say('354 go on');
        } else {
          say(/^quit/i.test(line) ? '221 bye' : '250 ok');
        }
      }
    });
    say('220 mail');
  }
}
