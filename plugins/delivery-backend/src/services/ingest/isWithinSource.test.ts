import { isWithinSource } from './isWithinSource';

describe('isWithinSource', () => {
  it.each([
    ['http://host', 'http://host'],
    ['http://host', 'http://host/'],
    ['http://host', 'HTTP://Host:80/ci?job=1'],
    ['https://host/team-a', 'https://host/team-a'],
    ['https://host/team-a', 'https://host/team-a/build#1'],
    ['https://host/team-a/', 'https://host/team-a/build'],
    ['ssh://host/team', 'ssh://host/team/ci'],
    ['jenkins', 'jenkins'],
    ['jenkins', 'jenkins/team-a'],
    ['urn:acme', 'urn:acme:ci'],
    ['/ci/', '/ci/build'],
  ])('%s covers %s', (prefix, source) => {
    expect(isWithinSource(source, prefix)).toBe(true);
  });

  it.each([
    ['http://host', 'http://host.evil.example'],
    ['http://host', 'http://host.evil.example/http://host'],
    ['http://host', 'http://host:8080'],
    ['http://host', 'https://host'],
    ['http://host', 'http://host@evil.example'],
    ['http://host', 'http://host:x@evil.example'],
    ['http://host', 'http://somebody@host'],
    ['https://host/team-a', 'https://host/team-ab'],
    ['https://host/team-a', 'https://host/team-a/../team-b'],
    ['https://host/team-a', 'https://host/team-a/%2e%2e/team-b'],
    ['https://host/team-a', '/team-a'],
    ['ssh://host', 'ssh://host.evil.example'],
    ['jenkins', 'jenkins.evil'],
    ['jenkins', 'jenkins-2'],
    ['urn:acme', 'urn:acmeco'],
  ])('%s does not cover %s', (prefix, source) => {
    expect(isWithinSource(source, prefix)).toBe(false);
  });
});
