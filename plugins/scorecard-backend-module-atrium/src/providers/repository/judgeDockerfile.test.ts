import { judgeDockerfile } from './judgeDockerfile';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('judgeDockerfile', () => {
  it('reads a build of several stages', () => {
    expect(
      judgeDockerfile(`# syntax=docker/dockerfile:1
ARG NODE_VERSION=24
FROM node:\${NODE_VERSION}-slim AS build
USER root
RUN npm ci && \\
    npm run build
FROM build AS test
RUN npm test
FROM gcr.io/distroless/nodejs24-debian12:nonroot@${DIGEST}
COPY --from=build /app /app
HEALTHCHECK --interval=30s CMD ["/nodejs/bin/node", "health.js"]
`),
    ).toEqual({
      baseImages: [
        'node:24-slim',
        `gcr.io/distroless/nodejs24-debian12:nonroot@${DIGEST}`,
      ],
      runsAsNonRoot: true,
      isBasePinned: true,
      isBaseByDigest: false,
      addsUrls: false,
      hasHealthcheck: true,
    });
  });

  it.each([
    ['FROM alpine:3.22', false],
    ['FROM alpine:3.22\nUSER 10001', true],
    ['FROM alpine:3.22\nUSER app:app', true],
    ['FROM alpine:3.22\nUSER 0:10001', false],
    ['FROM alpine:3.22\nUSER app\nUSER root', false],
    ['FROM alpine:3.22\nUSER rooted', true],
    ['FROM alpine:3.22 AS base\nUSER app\nFROM base', true],
    ['FROM alpine:3.22 AS base\nUSER app\nFROM alpine:3.22', false],
    ['FROM alpine:3.22\nARG UID=10001\nUSER $UID', true],
    ['FROM alpine:3.22\nARG UID\nUSER ${UID}', undefined],
    ['FROM alpine:3.22\nARG UID\nUSER ${UID:-0}', false],
    ['FROM nginxinc/nginx-unprivileged:1.29', true],
    ['FROM cgr.dev/chainguard/node:24', true],
    ['ARG BASE\nFROM $BASE', undefined],
  ])(
    'tells of %j whether it runs as another user than root: %s',
    (text, is) => {
      expect(judgeDockerfile(text)?.runsAsNonRoot).toBe(is);
    },
  );

  it.each([
    ['FROM node', false, false],
    ['FROM node:latest', false, false],
    ['FROM node:24', true, false],
    ['FROM registry.acme.example:5000/node', false, false],
    ['FROM registry.acme.example:5000/node:24', true, false],
    [`FROM node@${DIGEST}`, true, true],
    [`FROM --platform=linux/amd64 node:latest@${DIGEST} AS x`, true, true],
    ['FROM scratch', true, true],
    ['FROM node:24 AS a\nFROM a', true, false],
    ['ARG V\nFROM node:$V', undefined, undefined],
    ['ARG V\nFROM node:$V\nFROM alpine', false, false],
  ])('tells of %j how it is pinned', (text, isPinned, isByDigest) => {
    expect(judgeDockerfile(text)).toMatchObject({
      isBasePinned: isPinned,
      isBaseByDigest: isByDigest,
    });
  });

  it.each([
    ['ADD https://example.com/a.tar.gz /a/', true],
    ['ADD --chown=1 https://example.com/a.tar.gz /a/', true],
    ['ADD ["https://example.com/a", "/a"]', true],
    [`ADD --checksum=${DIGEST} https://example.com/a /a`, false],
    ['ADD git@git.acme.example:acme/shop.git /a', true],
    ['ADD local.tar.gz /a/', false],
    ['COPY https:/ /a/', false],
    ['RUN curl https://example.com', false],
  ])('tells whether %j takes something from the network', (line, is) => {
    expect(judgeDockerfile(`FROM a:1\n${line}\n`)?.addsUrls).toBe(is);
  });

  it('knows nothing of what is no Dockerfile', () => {
    for (const text of ['', '\0\0', 'hello: world', '{}', 'USER app']) {
      expect(judgeDockerfile(text)).toBeUndefined();
    }
    const off = 'FROM a:1\nHEALTHCHECK CMD x\nFROM a:1\nHEALTHCHECK NONE';
    expect(judgeDockerfile(off)?.hasHealthcheck).toBe(false);
    const before = process.threadCpuUsage();
    judgeDockerfile(`FROM a:1\n${'RUN a \\\n'.repeat(6_000)}`);
    judgeDockerfile(`FROM a\n${'ARG A=$A\nFROM $A\n'.repeat(5_000)}`);
    judgeDockerfile('ARG A=$A\nFROM $A\n'.repeat(99));
    judgeDockerfile(`FROM a\n${'ARG A=$A\nUSER $A\n'.repeat(2_500)}`);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(10_000);
  });
});
