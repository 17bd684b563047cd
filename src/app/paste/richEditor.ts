import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import {
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
  Prec,
  type SelectionRange,
  type Text,
} from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { look } from '../editor/look';
import { HELD_FROM } from '../session/session';
import type { Box, BoxEvents, Caret } from './box';
import { marksFor } from './marks';
import { placesIn } from './place';

export interface RichEditor extends Box {
  destroy(): void;
}

export interface RichEditorOptions {
  host: HTMLElement;
  text: string;
  caret?: Caret;
  label: string;
  placeholder: string;
  hint: string;
  events: BoxEvents;
}

/** A line longer than this is not wrapped: laying out its thousands of rows would freeze the page. */
const WRAPPED_UNTIL = 20_000;

function wrapping({ doc }: { doc: Text }): Extension {
  for (const line of doc.iterLines()) if (line.length > WRAPPED_UNTIL) return [];
  return EditorView.lineWrapping;
}

/**
 * What is selected on the page, of which the editor hears only a little later. It is told now rather than asked what
 * lies at those places: only the first lines of a long text stand in the page, and all of them selected means all of it.
 */
function selectionOf(view: EditorView): SelectionRange {
  view.contentDOM.ownerDocument.dispatchEvent(new Event('selectionchange'));
  return view.state.selection.main;
}

/** Text that comes as a whole goes in as one change: the browser would insert it line by line, for minutes. */
function insertion({ onDocument, onLarge }: BoxEvents): Extension {
  const insert = (view: EditorView, text: string, pasted: boolean): boolean => {
    const { main } = view.state.selection;
    const whole = main.to - main.from === view.state.doc.length;
    if (whole && text.length >= HELD_FROM) {
      onLarge(text);
      return true;
    }
    view.dispatch(view.state.replaceSelection(text), {
      userEvent: pasted ? 'input.paste' : 'input',
      scrollIntoView: true,
    });
    // A whole document has come, not a piece of one being edited: to be drawn at once.
    if (whole && pasted) setTimeout(onDocument);
    return true;
  };
  return EditorView.domEventHandlers({
    paste(event, view) {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return false;
      event.preventDefault();
      return insert(view, text, true);
    },
    beforeinput(event, view) {
      const text = event.inputType.startsWith('insert') && !event.isComposing ? (event.data ?? '') : '';
      if (text === '') return false;
      const selected = selectionOf(view);
      // Over a selection the browser would write the style it finds there, which the page's policy forbids.
      if (selected.empty && !text.includes('\n') && text.length < 1000) return false;
      event.preventDefault();
      return insert(view, text, false);
    },
  });
}

function extensions(options: RichEditorOptions, wrap: Compartment): Extension[] {
  const { events, label } = options;
  return [
    insertion(events),
    Prec.highest(
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            events.onShow();
            return true;
          },
        },
      ]),
    ),
    EditorView.contentAttributes.of({
      'aria-label': label,
      tabindex: '0',
      // What stands below the box; it cannot be pointed at from within the shadow root.
      'aria-description': options.hint,
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    placeholder(options.placeholder),
    history(),
    lineNumbers(),
    highlightActiveLineGutter(),
    codeFolding(),
    foldGutter(),
    lintGutter(),
    drawSelection(),
    bracketMatching(),
    highlightSelectionMatches(),
    json(),
    search({ top: true }),
    wrap.of([]),
    // No key for Tab: it leaves the editor, as it leaves every other field.
    keymap.of([...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, ...defaultKeymap]),
    look,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) events.onInput();
    }),
  ];
}

/** Goes on where the hands were in the plain box. */
function takeOver(view: EditorView, { from, to, focused }: Caret): void {
  const { length } = view.state.doc;
  view.dispatch({
    selection: EditorSelection.single(Math.min(from, length), Math.min(to, length)),
    scrollIntoView: true,
  });
  if (focused) view.focus();
}

/**
 * The rich text box, in a shadow root: there its styles are adopted style sheets, which the page's policy
 * allows, while in the document they would be `style` elements, which it does not.
 */
export function createRichEditor(options: RichEditorOptions): RichEditor {
  const { host, caret } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const wrap = new Compartment();
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({ doc: options.text, extensions: extensions(options, wrap) }),
    dispatchTransactions(transactions) {
      view.update(transactions);
      const grown = transactions.some(({ docChanged, newDoc, startState }) => {
        return docChanged && Math.abs(newDoc.length - startState.doc.length) > 1000;
      });
      if (grown) view.dispatch({ effects: wrap.reconfigure(wrapping(view.state)) });
    },
  });
  view.dispatch({ effects: wrap.reconfigure(wrapping(view.state)) });
  if (caret) takeOver(view, caret);
  const text = () => view.state.doc.toString();
  return {
    text,
    setText(next) {
      const { length } = view.state.doc;
      view.dispatch({
        changes: { from: 0, to: length, insert: next },
        selection: { anchor: 0 },
        annotations: isolateHistory.of('full'),
      });
    },
    reveal(problem) {
      const at = Math.min(placesIn(text())(problem) ?? 0, view.state.doc.length);
      view.dispatch({
        selection: EditorSelection.cursor(at),
        effects: EditorView.scrollIntoView(at, { y: 'center' }),
      });
      view.focus();
    },
    showProblems(read) {
      const found = marksFor(view.state.doc, read);
      const [first] = found;
      view.dispatch(setDiagnostics(view.state, found));
      // Into sight, but the cursor stays where the hands left it.
      if (first) view.dispatch({ effects: EditorView.scrollIntoView(first.from, { y: 'center' }) });
    },
    destroy: () => view.destroy(),
  };
}
