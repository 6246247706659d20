import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryProvider } from '../query/QueryProvider';
import { CsvButton } from './CsvButton';
import { saveFile } from './saveFile';

jest.mock('./saveFile');

function renderButton(readRows: () => Promise<string[][]>) {
  render(
    <QueryProvider>
      <CsvButton name="teams" readRows={readRows} />
    </QueryProvider>,
  );
  return userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
}

describe('CsvButton', () => {
  it('saves the rows as a file', async () => {
    await renderButton(async () => [['Team'], ['payments']]);
    const [name, content] = jest.mocked(saveFile).mock.calls[0];
    expect(name).toBe('teams.csv');
    expect(content.type).toBe('text/csv');
    expect(content.size).toBe('Team\r\npayments\r\n'.length);
  });

  it('says why there is no file', async () => {
    await renderButton(async () => {
      throw new Error('The portal is restarting');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Export failed: The portal is restarting',
    );
  });
});
