import { createSite } from '../__testUtils__/createSite';

// A busy machine takes seconds to start the process that builds.
const pixel = new Uint8Array([0x89, 0x50]);

it('finds images of HTML from the address of the page too, as mkdocs does', async () => {
  const site = createSite({
    'docs/index.md': '<h1 align="center">Start</h1>\n',
    'docs/guide/page.md':
      '# P\n\n<img src="../../img/a.png">\n\n<img src="../img/a.png">\n',
    'docs/img/a.png': pixel,
  });
  await site.build();
  const html = site.read('guide/page/index.html');
  expect(html.match(/<img src="..\/..\/img\/a.png"/g)).toHaveLength(2);
  // The page brings a title in HTML.
  expect(site.read('index.html').match(/<h1/g)).toHaveLength(1);
  expect(site.metadata.warnings).toEqual([]);
});
