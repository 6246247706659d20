import { useId, type ReactNode } from 'react';

export interface CardProps {
  title: string;
  /** Level of the heading, so that the outline of the page stays right. */
  headingLevel?: 2 | 3 | 4;
  actions?: ReactNode;
  children: ReactNode;
}

export function Card(props: CardProps) {
  const { title, headingLevel = 2, actions, children } = props;
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;

  return (
    <section className="acme-card" aria-labelledby={titleId}>
      <header>
        <Heading id={titleId}>{title}</Heading>
        {actions}
      </header>
      {children}
    </section>
  );
}
