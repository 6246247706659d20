import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { RequestDrain } from './RequestDrain';

let server: Server;
let drain: RequestDrain;
let url: string;
/** The answer to the request `/slow`, for the test to give. */
let slow: ServerResponse | undefined;

beforeEach(async () => {
  slow = undefined;
  server = createServer((request, response) => {
    switch (request.url) {
      case '/slow':
        slow = response;
        break;
      case '/stream':
        response.setHeader('Content-Type', 'text/event-stream');
        response.flushHeaders();
        break;
      case '/poll':
        response.setHeader('backstage-events-notify-timeout', '55000');
        response.statusCode = 202;
        response.flushHeaders();
        break;
      default:
        response.end('answer');
    }
  });
  drain = new RequestDrain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
});

afterEach(async () => {
  await drain.close();
});

async function waitForSlow(): Promise<ServerResponse> {
  while (!slow) {
    await new Promise(resolve => setImmediate(resolve));
  }
  return slow;
}

describe('RequestDrain', () => {
  it('answers what is under way, and whatever comes until it is closed', async () => {
    const underWay = fetch(`${url}/slow`);
    const response = await waitForSlow();

    drain.begin();
    const late = await fetch(`${url}/late`);
    expect(late.status).toBe(200);
    expect(late.headers.get('connection')).toBe('close');
    expect(await late.text()).toBe('answer');

    const waited = drain.wait(10_000);
    response.end('slow answer');
    expect(await waited).toBe(0);
    expect((await underWay).headers.get('connection')).toBe('close');
    expect(await (await underWay).text()).toBe('slow answer');

    await drain.close();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it.each(['/stream', '/poll'])(
    'does not wait for %s, which would not end, but ends it',
    async path => {
      const stream = await fetch(`${url}${path}`);
      drain.begin();

      expect(await drain.wait(10_000)).toBe(0);
      await drain.close();
      expect(await stream.text()).toBe('');
    },
  );

  it('closes web sockets', async () => {
    server.on('upgrade', (_request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
    });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'GET / HTTP/1.1\r\nHost: portal\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    await once(socket, 'data');
    drain.begin();

    expect(await drain.wait(10_000)).toBe(0);
    await Promise.all([drain.close(), once(socket, 'close')]);
  });

  it('cuts off what does not end in time', async () => {
    const cutOff = fetch(`${url}/slow`).then(
      () => 'answered',
      () => 'cut off',
    );
    await waitForSlow();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    drain.begin();

    expect(await drain.wait(50)).toBe(1);
    await Promise.all([drain.close(), once(socket, 'close')]);
    expect(await cutOff).toBe('cut off');
  });
});
