import { useEffect, useRef, useState } from 'react';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RepositoryField, type RepositoryFieldProps } from './RepositoryField';

/** As the stock picker: reads its value once, and finds the owner a moment later. */
function Picker({
  formData,
  onChange,
}: Pick<RepositoryFieldProps, 'formData' | 'onChange'>) {
  const [, search = ''] = String(formData ?? '').split('?');
  const before = new URLSearchParams(search);
  const [owner, setOwner] = useState(before.get('owner') ?? '');
  const [repo, setRepo] = useState(before.get('repo') ?? '');
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    const timer = setTimeout(() => setOwner('acme'), 50);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const params = new URLSearchParams();
    if (owner) {
      params.set('owner', owner);
    }
    if (repo) {
      params.set('repo', repo);
    }
    change.current(`git.example?${params}`);
  }, [owner, repo]);
  return (
    <input
      aria-label="Repository"
      value={repo}
      onChange={event => setRepo(event.target.value)}
    />
  );
}

const answers: unknown[] = [];

function Form({ name }: { name: string }) {
  const [formData, setFormData] = useState<unknown>();
  const props: Pick<
    RepositoryFieldProps,
    'formContext' | 'formData' | 'of' | 'onChange'
  > = {
    of: Picker,
    formData,
    formContext: { formData: { name } },
    onChange: value => {
      answers.push(value);
      setFormData(value);
    },
  };
  return <RepositoryField {...(props as RepositoryFieldProps)} />;
}

const rest = () => act(() => new Promise(resolve => setTimeout(resolve, 400)));

describe('RepositoryField', () => {
  it('follows the name of what is created, until somebody chooses another', async () => {
    const { rerender } = render(<Form name="refund" />);
    await rest();
    expect(screen.getByLabelText('Repository')).toHaveValue('refund');
    expect(answers.at(-1)).toBe('git.example?owner=acme&repo=refund');

    rerender(<Form name="refund-service" />);
    await rest();
    expect(screen.getByLabelText('Repository')).toHaveValue('refund-service');

    await userEvent.clear(screen.getByLabelText('Repository'));
    await userEvent.type(screen.getByLabelText('Repository'), 'mine');
    rerender(<Form name="refund-worker" />);
    await rest();
    expect(screen.getByLabelText('Repository')).toHaveValue('mine');
    expect(answers.at(-1)).toBe('git.example?owner=acme&repo=mine');
  });
});
