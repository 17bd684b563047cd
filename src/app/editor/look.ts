import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { UNSEEN, visible } from '../../ui/visible';

// The page's own colours: custom properties reach into the shadow root and follow the theme.
const theme = EditorView.theme({
  '&': {
    height: '100%',
    fontSize: '0.6875rem',
    color: 'var(--color-ink)',
    background: 'var(--color-surface)',
  },
  '&.cm-focused': { outline: 'none' },
  // Over the numbers of lines, too.
  '&.cm-focused::after': {
    position: 'absolute',
    inset: '0',
    zIndex: '201',
    content: '""',
    pointerEvents: 'none',
    border: '2px solid var(--color-accent)',
  },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5' },
  '.cm-gutters': {
    background: 'var(--color-raised)',
    color: 'var(--color-muted)',
    borderRight: '1px solid var(--color-line)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--color-hover)',
  },
  '.evidence': {
    background: 'var(--color-accent-soft)',
    borderRadius: '2px',
    boxShadow: '0 0 0 1.5px var(--color-accent)',
  },
  // Phones come nearer to smaller text that is written in, and stay there.
  '@media (pointer: coarse)': {
    '.cm-scroller:has([contenteditable="true"]), .cm-textfield': { fontSize: '16px' },
  },
  '.cm-panels': { background: 'var(--color-raised)', color: 'var(--color-ink)' },
  '.cm-textfield, .cm-button': {
    background: 'var(--color-surface)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-edge)',
    borderRadius: '4px',
  },
  // CodeMirror draws these as pictures in data: addresses, which the page's policy forbids.
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '1px' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--color-error)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dashed var(--color-warning)' },
  '.cm-lintRange-info': { backgroundImage: 'none', borderBottom: '2px dotted var(--color-edge)' },
  '.cm-lint-marker': { width: '1em', height: '1em', lineHeight: '1', textAlign: 'center', fontWeight: '700' },
  '.cm-lint-marker-error': { content: 'normal' },
  '.cm-lint-marker-error::before': { content: '"✕"', color: 'var(--color-error)' },
  '.cm-lint-marker-warning': { content: 'normal' },
  '.cm-lint-marker-warning::before': { content: '"!"', color: 'var(--color-warning)' },
  '.cm-lint-marker-info': { content: 'normal' },
  '.cm-lint-marker-info::before': { content: '"i"', color: 'var(--color-muted)' },
  '.cm-tooltip': {
    maxWidth: 'min(32rem, 90vw)',
    background: 'var(--color-raised)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-edge)',
    borderRadius: '6px',
  },
  '.cm-diagnostic': {
    borderLeftColor: 'var(--color-edge)',
    fontFamily: 'var(--font-sans)',
    fontSize: '0.75rem',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--color-error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--color-warning)' },
  '.cm-placeholder': { color: 'var(--color-muted)' },
  '.cm-foldPlaceholder': {
    background: 'var(--color-hover)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-edge)',
  },
  '.cm-activeLineGutter': { background: 'var(--color-hover)' },
  '&.cm-focused .cm-matchingBracket': { background: 'none', outline: '1px solid var(--color-edge)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'none', outline: '1px solid var(--color-error)' },
  '.cm-specialChar': { color: 'var(--color-error)' },
  '.cm-searchMatch': { background: 'var(--color-warning-soft)', outline: '1px solid var(--color-warning)' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--color-muted)' },
  { tag: tags.string, color: 'var(--color-ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-accent)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket, tags.punctuation], color: 'var(--color-muted)' },
]);

/** Written out, so that nothing turns the text after it around. Tabs are seen, and stay. */
const unseen = highlightSpecialChars({
  specialChars: new RegExp(`(?!\\t)(?:${UNSEEN.source})`, 'gu'),
  render(code, description) {
    const written = document.createElement('span');
    written.className = 'cm-specialChar';
    written.title = description ?? '';
    written.textContent = visible(String.fromCodePoint(code));
    return written;
  },
});

/** How JSON looks, to be read or to be written. */
export const look: Extension = [theme, syntaxHighlighting(colours), unseen];
