import { Section } from '../layout/Section';
import styles from './homeWidget.module.css';

interface HomeWidgetProps {
  title?: string;
  Content: () => JSX.Element;
}

/** Draws a widget as the sections of the home page beside it. */
function HomeWidget({ title, Content }: HomeWidgetProps) {
  return (
    <Section title={title}>
      <div className={styles.card}>
        <Content />
      </div>
    </Section>
  );
}

/** The `components` of a widget of the home page that shows this. */
export function homeWidget(Content: () => JSX.Element) {
  return { Content, Renderer: HomeWidget };
}
