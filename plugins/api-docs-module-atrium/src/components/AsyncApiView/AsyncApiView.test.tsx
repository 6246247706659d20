import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { AsyncApiView } from './AsyncApiView';

/** Too large for the stock renderer. */
function largeDefinition() {
  const messages = Array.from(
    { length: 5_000 },
    (_, index) =>
      `    event${index}:\n      summary: What happened in case number ${index}, which is described at some length`,
  );
  return `asyncapi: 3.0.0
info: { title: Orders, version: 1.8.0 }
channels: { orders: {} }
operations:
  publishOrders: {}
components:
  messages:
${messages.join('\n')}
`;
}

describe('AsyncApiView', () => {
  beforeAll(() => {
    // jsdom lays nothing out.
    Element.prototype.scrollTo = jest.fn();
  });

  it('leads into the source of a definition that is too large to draw', async () => {
    await renderInTestApp(
      <AsyncApiView
        definition={largeDefinition()}
        renderProblem={() => null}
      />,
    );
    expect(
      await screen.findByText(
        'Version 1.8.0 · AsyncAPI 3.0.0 · 1 channel · 1 operation · 5,000 messages',
      ),
    ).toBeVisible();
    const contents = screen.getByRole('navigation', { name: 'Contents' });
    await userEvent.click(
      within(contents).getByRole('searchbox', { name: 'Search contents' }),
    );
    await userEvent.paste('event4321');
    await userEvent.click(
      await within(contents).findByRole('button', { name: 'event4321' }),
    );
    const source = screen.getByRole('region', { name: 'Source' });
    expect(
      await within(source).findByText('event4321:', { selector: 'mark' }),
    ).toBeVisible();
  });

  it('hands over what is wrong', async () => {
    await renderInTestApp(
      <AsyncApiView
        definition="asyncapi: 1.0.0"
        renderProblem={({ message, line }) => (
          <p>
            {line}: {message}
          </p>
        )}
      />,
    );
    expect(
      await screen.findByText(/^1: AsyncAPI "1.0.0" is not a known version/),
    ).toBeVisible();
  });
});
