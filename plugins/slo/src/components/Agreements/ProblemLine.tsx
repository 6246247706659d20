import shared from '../shared/shared.module.css';

/** What is wrong with a field, under it. */
export function ProblemLine({ problem }: { problem: string | undefined }) {
  return problem ? <p className={shared.bad}>{problem}</p> : null;
}
