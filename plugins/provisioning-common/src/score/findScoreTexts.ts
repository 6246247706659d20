import type { ScoreWorkload } from './scoreWorkload';

/** A text of a workload in which placeholders count. */
export interface ScoreText {
  path: PropertyKey[];
  text: string;
  /** Whether `${resources.data}` stands for the resource itself here. */
  namesResource: boolean;
}

/** All texts of a workload in which placeholders count. */
export function findScoreTexts(workload: ScoreWorkload): ScoreText[] {
  const texts: ScoreText[] = [];
  const add = (path: PropertyKey[], text: string, namesResource = false) => {
    texts.push({ path, text, namesResource });
  };
  for (const [name, container] of Object.entries(workload.containers)) {
    const at = ['containers', name];
    for (const [key, text] of Object.entries(container.variables)) {
      add([...at, 'variables', key], text);
    }
    for (const { key, content, noExpand } of container.files) {
      if (content !== undefined && !noExpand) {
        add([...at, 'files', key, 'content'], content);
      }
    }
    for (const { key, source } of container.volumes) {
      add([...at, 'volumes', key, 'source'], source, true);
    }
  }
  for (const [name, { params }] of Object.entries(workload.resources)) {
    addNested(['resources', name, 'params'], params);
  }
  return texts;

  function addNested(path: PropertyKey[], value: unknown): void {
    if (typeof value === 'string') {
      add(path, value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        addNested([...path, Array.isArray(value) ? Number(key) : key], item);
      }
    }
  }
}
