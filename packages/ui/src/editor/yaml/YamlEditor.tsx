import {
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import {
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { tags } from '@lezer/highlight';
import CodeMirror, {
  EditorView,
  ExternalChange,
  type ReactCodeMirrorRef,
} from '@uiw/react-codemirror';
import {
  type ChangeProblems,
  keepLineEnds,
  splitLines,
  type TextProblem,
} from '@atrium/common';
import { completionExtension, type Completions } from './completionExtension';
import styles from './YamlEditor.module.css';

/** What can be asked of the editor. */
export interface YamlEditorHandle {
  /** Selects what is wrong and scrolls to it; if wanted, the keyboard as well. */
  goTo(problem: TextProblem, options: { isFocused: boolean }): void;
}

/** Props of {@link YamlEditor}. */
export interface YamlEditorProps {
  /** What is edited, for who does not see it. */
  label: string;
  /** Lines that stay as they are keep their line ends when it changes. */
  text: string;
  /** YAML unless it says otherwise. */
  language?: 'yaml' | 'text';
  problems: ChangeProblems;
  handle?: Ref<YamlEditorHandle>;
  /** Where to begin to read, counted from 1; the first line by default. */
  startLine?: number;
  /** What is offered while somebody writes; the same function at each render. */
  completions?: Completions;
  onChange(text: string): void;
}

const colours = HighlightStyle.define([
  { tag: tags.atom, color: 'var(--atrium-brand)' },
  { tag: tags.comment, color: 'var(--atrium-text-muted)' },
  { tag: [tags.number, tags.keyword], color: 'var(--atrium-warning)' },
  { tag: tags.meta, color: 'var(--atrium-text-muted)' },
]);

const LOOK = [EditorView.lineWrapping, lintGutter()];

const YAML = [StreamLanguage.define(yaml), syntaxHighlighting(colours)];

/** Nothing that would get between the keyboard and the rest of the page. */
const SETUP = {
  autocompletion: false,
  foldGutter: false,
  searchKeymap: false,
  highlightActiveLine: false,
  highlightActiveLineGutter: false,
};

/** Edits YAML or plain text, with what is wrong marked at its line. */
export function YamlEditor(props: YamlEditorProps) {
  const { label, text, problems, handle, startLine = 1 } = props;
  const { language = 'yaml', completions, onChange } = props;
  const extensions = useMemo(
    () => [
      ...LOOK,
      language === 'yaml' ? YAML : [],
      // What can be edited is what scrolls, for those who use a keyboard.
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      linter(
        view => [
          ...problems.own.map(one => toDiagnostic(one, 'error', view)),
          ...problems.earlier.map(one => toDiagnostic(one, 'warning', view)),
        ],
        { delay: 0 },
      ),
      completions ? completionExtension(completions) : [],
    ],
    [completions, label, language, problems],
  );
  const editor = useRef<ReactCodeMirrorRef>(null);
  // CodeMirror knows line feeds only, and gives them back for any line end.
  const shownText = splitLines(text).join('\n');
  const givenText = useRef(text);
  const writtenText = useRef(text);
  // Before CodeMirror would replace all of it, and with it where one reads.
  useLayoutEffect(() => {
    if (text !== writtenText.current) {
      givenText.current = text;
    }
    if (editor.current?.view) {
      replaceChanged(editor.current.view, shownText);
    }
  }, [text, shownText]);
  useImperativeHandle(
    handle,
    () => ({
      goTo(problem, { isFocused }) {
        const view = editor.current?.view;
        if (!view) {
          return;
        }
        const { from, to } = rangeOf(problem, view);
        view.dispatch({
          selection: { anchor: from, head: to },
          effects: EditorView.scrollIntoView(from, { y: 'center' }),
        });
        if (isFocused) {
          view.focus();
        }
      },
    }),
    [],
  );
  return (
    <CodeMirror
      ref={editor}
      className={styles.editor}
      value={shownText}
      onChange={written => {
        writtenText.current = keepLineEnds(written, givenText.current);
        onChange(writtenText.current);
      }}
      extensions={extensions}
      basicSetup={SETUP}
      indentWithTab={false}
      onCreateEditor={view => scrollTo(view, startLine)}
      theme="none"
    />
  );
}

function toDiagnostic(
  problem: TextProblem,
  severity: Diagnostic['severity'],
  view: EditorView,
): Diagnostic {
  return { ...rangeOf(problem, view), severity, message: problem.message };
}

/** From where a problem begins to the end of its line. */
function rangeOf({ line = 1, column = 1 }: TextProblem, view: EditorView) {
  const { from, to } = lineAt(view, line);
  return { from: Math.min(from + column - 1, to), to };
}

/** Scrolls the editor alone: the page stays where its reader begins. */
function scrollTo(view: EditorView, line: number) {
  view.requestMeasure({
    read: () => view.lineBlockAt(lineAt(view, line).from).top,
    write: top => {
      view.scrollDOM.scrollTop = top;
    },
  });
}

/** Replaces what is between the common start and end of both texts. */
function replaceChanged(view: EditorView, text: string) {
  const before = view.state.doc.toString();
  if (before === text) {
    return;
  }
  const shorter = Math.min(before.length, text.length);
  let from = 0;
  while (from < shorter && before[from] === text[from]) {
    from += 1;
  }
  let end = 0;
  while (
    end < shorter - from &&
    before[before.length - 1 - end] === text[text.length - 1 - end]
  ) {
    end += 1;
  }
  view.dispatch({
    changes: {
      from,
      to: before.length - end,
      insert: text.slice(from, text.length - end),
    },
    // Nobody typed it.
    annotations: ExternalChange.of(true),
  });
}

/** A line of the text, or its last one. */
function lineAt({ state: { doc } }: EditorView, line: number) {
  return doc.line(Math.max(1, Math.min(line, doc.lines)));
}
