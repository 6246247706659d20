import { createServer as createHttpServer } from 'node:http';
import { reductionCents, rejection } from './Coupon.js';

const MAX_BODY_BYTES = 4096;

/** @param {{ store: import('./CouponStore.js').CouponStore, now?: () => Date }} options */
export function createServer({ store, now = () => new Date() }) {
  return createHttpServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const action = /^\/v1\/coupons\/([\w-]+)\/(check|redeem)$/.exec(pathname);
    try {
      if (pathname === '/health') {
        response.writeHead(204).end();
      } else if (request.method === 'POST' && action) {
        await handle(request, response, action[1], action[2]);
      } else {
        problem(response, 404, 'No such address');
      }
    } catch (error) {
      const isCaller = error instanceof SyntaxError || error.status === 400;
      problem(response, isCaller ? 400 : 500, error.message);
    }
  });

  async function handle(request, response, code, verb) {
    const { cartCents } = JSON.parse(await readBody(request));
    if (!Number.isInteger(cartCents) || cartCents < 0) {
      problem(response, 400, 'cartCents must be a whole number of cents');
      return;
    }
    const coupon = store.get(code);
    const reason = rejection(coupon, cartCents, now());
    if (reason) {
      send(response, 200, { isValid: false, reason });
      return;
    }
    if (verb === 'redeem') {
      await store.redeem(coupon);
    }
    send(response, 200, {
      isValid: true,
      reductionCents: reductionCents(coupon, cartCents),
    });
  }
}

async function readBody(request) {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > MAX_BODY_BYTES) {
      throw Object.assign(new Error('Body is too long'), { status: 400 });
    }
  }
  return body;
}

function problem(response, status, detail) {
  send(response, status, { status, detail }, 'application/problem+json');
}

function send(response, status, body, contentType = 'application/json') {
  response.writeHead(status, { 'Content-Type': contentType });
  response.end(JSON.stringify(body));
}
