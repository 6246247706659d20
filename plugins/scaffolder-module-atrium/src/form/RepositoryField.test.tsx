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

interface FormProps {
  name: string;
  /** Whether another step is shown. */
  isAway?: boolean;
}

function Form({ name, isAway }: FormProps) {
  const [formData, setFormData] = useState<unknown>();
  const suggestions = useRef(new Map());
  const props: Pick<
    RepositoryFieldProps,
    'formContext' | 'formData' | 'of' | 'onChange'
  > = {
    of: Picker,
    formData,
    formContext: { formData: { name }, suggestions: suggestions.current },
    onChange: value => {
      answers.push(value);
      setFormData(value);
    },
  };
  return isAway ? null : (
    <RepositoryField {...(props as RepositoryFieldProps)} />
  );
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

  it('follows the name that was changed in another step, until somebody chooses another', async () => {
    const { rerender } = render(<Form name="refund" />);
    const rename = async (before: string, after: string) => {
      rerender(<Form name={before} isAway />);
      rerender(<Form name={after} isAway />);
      rerender(<Form name={after} />);
      await rest();
    };
    await rest();
    await rename('refund', 'refund-service');
    expect(screen.getByLabelText('Repository')).toHaveValue('refund-service');
    expect(answers.at(-1)).toBe('git.example?owner=acme&repo=refund-service');

    await rename('refund-service', 'refund-service');
    await userEvent.clear(screen.getByLabelText('Repository'));
    await userEvent.type(screen.getByLabelText('Repository'), 'mine');
    await rename('refund-service', 'mine-api');
    expect(screen.getByLabelText('Repository')).toHaveValue('mine');
  });
});
