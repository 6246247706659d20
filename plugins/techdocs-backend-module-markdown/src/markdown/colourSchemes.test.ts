import { renderFragment } from '../__testUtils__/renderFragment';

it.each([
  [
    'marks of mkdocs-material',
    '![a](a.png#only-light) ![b](b.png#only-dark)',
    '<p><img src="a.png#only-light" alt="a" class="only-light"> <img src="b.png#only-dark" alt="b" class="only-dark"></p>\n',
  ],
  [
    'marks of GitHub in HTML',
    '<img class="wide" src="a.png#gh-dark-mode-only" alt="a">',
    '<img class="wide only-dark" src="a.png#gh-dark-mode-only" alt="a" />',
  ],
  [
    'a picture with an image for the dark',
    '<picture><source media="(prefers-color-scheme: dark)" srcset="dark.png 1x, large.png 2x"><img alt="Plan" src="light.png" width="90"></picture>',
    '<p><img class="only-light" alt="Plan" src="light.png" width="90"><img class="only-dark" alt="Plan" src="dark.png" width="90"></p>\n',
  ],
  [
    'a picture whose address has commas',
    '<picture><source media="(prefers-color-scheme: dark)" srcset=" , https://img.example/w_100,h_50/dark.png?repos=a,b, large.png 2x"><img alt="Plan" src="light.png"></picture>',
    '<p><img class="only-light" alt="Plan" src="light.png"><img class="only-dark" alt="Plan" src="https://img.example/w_100,h_50/dark.png?repos=a,b"></p>\n',
  ],
  [
    'a picture in other formats',
    '<picture><source type="image/webp" srcset="a.webp"><img alt="a" src="a.png"></picture>',
    '<p><img alt="a" src="a.png"></p>\n',
  ],
  [
    'a video by its file',
    '<video src="demo.mp4" controls width="300"></video>',
    '<p><video controls width="300"><source src="demo.mp4"></video></p>\n',
  ],
  [
    'a source that would run something',
    '<picture><source media="(prefers-color-scheme: dark)" srcset="javascript:a()"><img src="a.png"></picture>',
    '<p><img src="a.png"></p>\n',
  ],
])('shows %s in the reader', (_name, source, html) => {
  expect(renderFragment(source).html).toBe(html);
});
