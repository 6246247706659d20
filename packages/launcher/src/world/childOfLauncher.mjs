// @ts-check
// Loaded into the portal's processes by --import. It makes them end when the
// launcher is gone, even when that was killed outright, and end soon.
import { subscribe } from 'node:diagnostics_channel';

const REQUEST_GRACE_MILLISECONDS = 800;
const EXIT_GRACE_MILLISECONDS = 10_000;

/** @type {Set<import('node:net').Socket>} */
const sockets = new Set();

subscribe('net.server.socket', message => {
  const { socket } = /** @type {{ socket: import('node:net').Socket }} */ (
    message
  );
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});

process.once('SIGTERM', () => {
  if (process.listenerCount('SIGTERM') === 0) {
    process.exit(143);
  }
  // The server waits for connections to close by themselves, which those of an
  // open browser tab do not.
  setTimeout(() => {
    for (const socket of sockets) {
      socket.destroy();
    }
  }, REQUEST_GRACE_MILLISECONDS).unref();
});

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), EXIT_GRACE_MILLISECONDS).unref();
  process.kill(process.pid, 'SIGTERM');
});
