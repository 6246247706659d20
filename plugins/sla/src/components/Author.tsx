import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Props of {@link Author}. */
export interface AuthorProps {
  /** An entity ref, or the name of a program that has an access token. */
  author: string;
}

/** Who did something: a person, or a program, which has no page. */
export function Author({ author }: AuthorProps) {
  return author.startsWith('user:') ? (
    <EntityRefLink entityRef={author} hideIcon />
  ) : (
    <>{author.replace(/^(external|plugin):/, '')}</>
  );
}
