import { textStyles } from '@atrium/ui';

/** What is wrong with a field, under it. */
export function ProblemLine({ problem }: { problem: string | undefined }) {
  return problem ? <p className={textStyles.bad}>{problem}</p> : null;
}
