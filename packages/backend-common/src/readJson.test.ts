import express, {
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import request from 'supertest';
import { readJson } from './readJson';

/** As the routers of Backstage answer. */
function answerError(
  error: Error & { status?: number },
  _req: Request,
  res: Response,
  _next: NextFunction,
) {
  const status = error.name === 'InputError' ? 400 : error.status ?? 500;
  res.status(status).json({ error: { message: error.message } });
}

const app = express()
  .post('/', readJson({ limit: '1mb' }), (req, res) => res.json(req.body))
  .use(answerError);

const send = (json: string) =>
  request(app).post('/').set('content-type', 'application/json').send(json);

describe('readJson', () => {
  it('gives on what can be kept', async () => {
    const body = { title: '😀 \\u0000 \n', list: [1, null, { a: true }] };
    const answer = await send(JSON.stringify(body));
    expect([answer.status, answer.body]).toEqual([200, body]);
  });

  it.each([
    ['{"title":"a\\u0000"}', "'title': has"],
    ['{"title":"\\ud83d"}', "'title': has"],
    ['{"title":"\\ude00\\ud83d"}', "'title': has"],
    ['{"list":["a",{"note":"\\u0000"}]}', "'list.1.note': has"],
    ['{"values":{"a\\u0000":1}}', "'values': has"],
    ['{"a\\u0000":1}', 'Invalid input: has'],
  ])('refuses %s with the field', async (json, message) => {
    const answer = await send(json);
    expect([answer.status, answer.body.error]).toMatchObject([
      400,
      { message: expect.stringContaining(message) },
    ]);
  });

  it('looks at what is nested deeply, and refuses what is no JSON', async () => {
    const deep = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`;
    expect((await send(deep)).status).toBe(400);
    expect((await send('{')).status).toBe(400);
  });
});
