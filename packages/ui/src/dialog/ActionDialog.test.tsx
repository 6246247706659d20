import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActionDialog } from './ActionDialog';

function renderDialog(
  error: Error | null,
  { isDisabled = false, isPending = false } = {},
) {
  const onConfirm = jest.fn();
  const onClose = jest.fn();
  render(
    <ActionDialog
      title="Restart it?"
      action="Restart"
      failure="It was not restarted"
      change={{ isPending, error }}
      isDisabled={isDisabled}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <input aria-label="Reason" />
    </ActionDialog>,
  );
  return { onConfirm, onClose };
}

describe('ActionDialog', () => {
  it('does it by its button or by Enter, and leaves by the other', async () => {
    const { onConfirm, onClose } = renderDialog(null);
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Restart it?');
    expect(screen.queryByRole('alert')).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Restart' }));
    await userEvent.type(screen.getByLabelText('Reason'), 'slow{Enter}');
    expect(onConfirm).toHaveBeenCalledTimes(2);
    expect(onClose).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('says what the backend said when it could not be done', () => {
    renderDialog(
      new Error('Request failed with 403 Forbidden', {
        cause: { message: 'Only owners restart it' },
      }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'It was not restarted: Only owners restart it',
    );
  });

  it('is not left while it is done, so that nobody misses what comes of it', async () => {
    const { onClose } = renderDialog(null, { isPending: true });
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(document.body);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is not done again by Enter while it is done', async () => {
    const { onConfirm } = renderDialog(null, { isPending: true });
    await userEvent.type(screen.getByLabelText('Reason'), 'slow{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('is left by Escape before and after', async () => {
    const { onClose } = renderDialog(new Error('It is away'));
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('cannot be confirmed while something is missing', async () => {
    const { onConfirm } = renderDialog(null, { isDisabled: true });
    expect(screen.getByRole('button', { name: 'Restart' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Reason'), 'slow{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
