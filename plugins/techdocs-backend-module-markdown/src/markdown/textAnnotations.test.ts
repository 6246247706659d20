import { renderFragment } from '../__testUtils__/renderFragment';

const mark = (number: number) =>
  `<span class="md-text-note" data-note="${number}">(${number})</span>`;

const LIST = '\n\n1.  Of the order\n2.  Of the payment\n';

it('marks what the list behind a text explains', () => {
  const { html } = renderFragment(
    `Paid (1) or *refunded (2)*, never (3).\n{ .annotate }${LIST}`,
  );
  expect(html).toContain(
    `Paid ${mark(1)} or <em>refunded ${mark(2)}</em>, never (3).`,
  );
  expect(html).toContain('<ol class="md-code-notes">');
});

it('marks what is in a box and in its title', () => {
  const { html } = renderFragment(
    `!!! note annotate "Paid (1)"\n\n    Or refunded (2)${LIST}`,
  );
  expect(html).toContain(`Paid ${mark(1)}`);
  expect(html).toContain(`Or refunded ${mark(2)}`);
});

it('marks what is in an annotation', () => {
  const { html } = renderFragment(
    'Paid (1)\n{ .annotate }\n\n1.  Of the order (1)\n    { .annotate }\n\n    1.  Its first line\n',
  );
  expect(html.match(/md-text-note/g)).toHaveLength(2);
  expect(html.match(/<ol class="md-code-notes">/g)).toHaveLength(2);
});

it.each([
  ['no class', `Paid (1)${LIST}`],
  ['no list', 'Paid (1)\n{ .annotate }\n\nOf the order\n'],
  ['code', `Paid \`(1)\`\n{ .annotate }${LIST}`],
])('leaves numbers alone where there is %s', (_case, source) => {
  const { html } = renderFragment(source);
  expect(html).toContain('(1)');
  expect(html).not.toContain('md-text-note');
});
