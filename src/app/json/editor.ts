import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { look } from '../editor/look';
import { shiftsOf } from '../editor/lines';
import type { Span } from './positions';

/** A text to be read, with places marked in it. */
export interface SourceEditor {
  /** Marks places; with `reveal` the first comes into sight, and the cursor goes there. */
  show(spans: readonly Span[], reveal: boolean): void;
  find(): void;
  destroy(): void;
}

interface EditorOptions {
  host: HTMLElement;
  text: string;
  /** Its accessible name. */
  label: string;
  /** Number of its first line. */
  firstLine: number;
  /** The cursor was put somewhere by hand. */
  onCursor: (offset: number) => void;
}

const setSpans = StateEffect.define<readonly Span[]>();
const marked = Decoration.mark({ class: 'evidence' });

const spansField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setSpans)) {
        const ranges = effect.value
          .filter(({ from, to }) => from < to)
          .map(({ from, to }) => marked.range(from, to));
        return Decoration.set(ranges, true);
      }
    }
    return decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Indented text is read better in its own lines; text without line breaks only when it is wrapped. */
const LONG_LINE = 400;

function hasLongLine(text: string): boolean {
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    if (at - start > LONG_LINE) return true;
    start = at + 1;
  }
  return text.length - start > LONG_LINE;
}

function extensions({ text, label, firstLine, onCursor }: EditorOptions): Extension[] {
  return [
    EditorState.readOnly.of(true),
    // Not editable, so that no touch keyboard comes up; still focused and walked by keys.
    EditorView.editable.of(false),
    // A group, for the page promises one textbox, and nothing can be typed here.
    EditorView.contentAttributes.of({ tabindex: '0', role: 'group', 'aria-label': label }),
    hasLongLine(text) ? EditorView.lineWrapping : [],
    lineNumbers({ formatNumber: (line) => String(line + firstLine - 1) }),
    drawSelection(),
    json(),
    search({ top: true }),
    highlightSelectionMatches(),
    keymap.of([...searchKeymap, ...defaultKeymap]),
    spansField,
    look,
    EditorView.updateListener.of((update) => {
      const byHand = update.transactions.some((transaction) => transaction.isUserEvent('select'));
      if (update.selectionSet && byHand) onCursor(update.state.selection.main.head);
    }),
  ];
}

/**
 * An editor in a shadow root: there its styles are adopted style sheets, which the page's policy allows,
 * while in the document they would be `style` elements, which it does not.
 */
export function createEditor(options: EditorOptions): SourceEditor {
  const { host, text } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({ doc: text, extensions: extensions(options) }),
  });
  // These two are a textbox's alone.
  for (const name of ['aria-multiline', 'aria-readonly']) view.contentDOM.removeAttribute(name);
  // CodeMirror takes a carriage return and a line feed for one character: places after them move up.
  const shift = shiftsOf(text);
  const inside = ({ from, to }: Span) => ({
    from: Math.min(from - shift(from), view.state.doc.length),
    to: Math.min(to - shift(to), view.state.doc.length),
  });
  return {
    show(spans, reveal) {
      const places = spans.map(inside);
      const [first] = places;
      view.dispatch({ effects: setSpans.of(places) });
      if (!first || !reveal) return;
      view.dispatch({
        selection: EditorSelection.cursor(first.from),
        effects: EditorView.scrollIntoView(EditorSelection.range(first.to, first.from), { y: 'center' }),
      });
    },
    find: () => openSearchPanel(view),
    destroy: () => view.destroy(),
  };
}
