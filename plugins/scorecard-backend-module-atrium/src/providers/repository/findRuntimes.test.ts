import { freezeTime } from '@atrium/backend-common/testUtils';
import { findRuntimes } from './findRuntimes';
import { judgeRuntimes } from './judgeRuntimes';

const ofImages = (...baseImages: string[]) =>
  findRuntimes({ path: 'Dockerfile', baseImages }, []);
const ofFile = (path: string, content: string) =>
  findRuntimes(undefined, [{ path, content }]);
const versions = (found: ReturnType<typeof findRuntimes>) =>
  found.map(({ name, cycle }) => `${name} ${cycle}`);

describe('findRuntimes', () => {
  it.each([
    ['node:22-slim', ['node 22']],
    ['docker.io/library/node:22.4.1', ['node 22']],
    ['node', []],
    ['node-exporter:1.8', []],
    ['gcr.io/distroless/nodejs24-debian12:nonroot', []],
    ['python:3.12-slim', ['python 3.12']],
    ['python:3-slim', []],
    ['eclipse-temurin:21-jre', ['java 21']],
    ['maven:3.9-eclipse-temurin-21', ['java 21']],
    ['gradle:8.10-jdk17', ['java 17']],
    ['golang:1.24', ['go 1.24']],
    ['nginxinc/nginx-unprivileged:1.29-alpine', []],
  ])('reads the image %s', (image, expected) => {
    expect(versions(ofImages(image))).toEqual(expected);
  });

  it('takes what is shipped before what builds it', () => {
    expect(versions(ofImages('node:22', 'node:24-slim'))).toEqual(['node 24']);
  });

  it.each([
    ['.nvmrc', 'v22.3.0\n', ['node 22']],
    ['.nvmrc', 'lts/*\n', []],
    ['app/.node-version', '20', ['node 20']],
    ['package.json', '{"engines": {"node": "^20.10.0"}}', ['node 20']],
    ['package.json', '{"engines": {"node": "22.x"}}', ['node 22']],
    // A lower bound says nothing of what it runs on.
    ['package.json', '{"engines": {"node": ">=14"}}', []],
    ['package.json', '{"engines": {"node": "18 || 20"}}', []],
    ['.python-version', '3.11.4\n', ['python 3.11']],
    ['runtime.txt', 'python-3.9.18', ['python 3.9']],
    ['pom.xml', '<java.version>1.8</java.version>', ['java 8']],
    ['pom.xml', '<java.version>21</java.version>', ['java 21']],
    [
      'build.gradle.kts',
      'java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }',
      ['java 17'],
    ],
    ['go.mod', 'module a\n\ngo 1.21\n', []],
    ['go.mod', 'go 1.21\ntoolchain go1.23.1\n', ['go 1.23']],
    [
      '.tool-versions',
      'nodejs 18.0.0\njava temurin-21.0.1',
      ['node 18', 'java 21'],
    ],
  ])('reads %s with %j', (path, content, expected) => {
    expect(versions(ofFile(path, content))).toEqual(expected);
  });
});

describe('judgeRuntimes', () => {
  beforeAll(() => freezeTime('2026-11-28T12:00:00Z'));
  afterAll(() => {
    jest.useRealTimers();
  });

  it.each([
    // The release schedule of Node.js: 22 until 30 April 2027, 20 until 2026.
    ['node:22', true, '2027-04-30T00:00:00.000Z', 152],
    ['node:20', false, '2026-04-30T00:00:00.000Z', -213],
    ['node:99', undefined, undefined, undefined],
  ])('judges %s', (image, isSupported, endsAt, days) => {
    expect(judgeRuntimes(ofImages(image))).toMatchObject({
      runtimeSupported: isSupported,
      runtimeEndOfLifeAt: endsAt,
      daysUntilRuntimeEndOfLife: days,
    });
  });

  it('knows that one is over although another is not known', () => {
    expect(judgeRuntimes(ofImages('node:99', 'python:3.8'))).toMatchObject({
      runtimes: ['python 3.8', 'node 99'],
      runtimeSupported: false,
    });
    expect(judgeRuntimes([])).toEqual({});
  });
});
