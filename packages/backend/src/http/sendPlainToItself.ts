import type { RequestHandler } from 'express';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;
/** As Node's `fetch` and the clients of stock plugins call themselves. */
const OWN_CLIENT = /^node(?:$|-fetch\b)/;

/**
 * Has what plugins of one process ask each other answered without compression: on
 * one machine it takes longer than it saves.
 */
export function sendPlainToItself(): RequestHandler {
  return (request, _response, next) => {
    const { headers, socket } = request;
    if (
      LOOPBACK.test(socket.remoteAddress ?? '') &&
      OWN_CLIENT.test(headers['user-agent'] ?? '')
    ) {
      delete headers['accept-encoding'];
    }
    next();
  };
}
