import { TestSite } from './TestSite';

const sites: TestSite[] = [];

afterAll(() => sites.forEach(site => site.remove()));

/** A site that is removed when the tests of the file are done. */
export function createSite(
  files: Record<string, string | Uint8Array>,
): TestSite {
  const site = new TestSite(files);
  sites.push(site);
  return site;
}
