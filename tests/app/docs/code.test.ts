// @vitest-environment jsdom
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { AT_FIRST, type Choice, withOverlay } from '../../../src/app/docs/choice';
import { elementCode } from '../../../src/app/docs/code/element';
import { frameAddress, frameCode } from '../../../src/app/docs/code/frame';
import { reactCode } from '../../../src/app/docs/code/react';
import genesys from '../../../src/app/docs/recipes/genesys.txt?raw';

const plain: Choice = { ...AT_FIRST, timeZone: '' };
const everything: Choice = {
  ...AT_FIRST,
  theme: 'dark',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  compact: true,
  toolbar: false,
  readOnly: true,
  clock: 'elapsed',
  overlays: { peers: true, limits: false },
};
const place = { site: 'https://timeline.example/x/', page: 'https://dashboard.example' };

/** What the compiler says of the syntax. */
function faultsOf(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022 },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Scripts of a page, and its elements as a browser reads them. */
function pageOf(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const scripts = [...page.querySelectorAll('script:not([src])')].map((script) => script.textContent ?? '');
  return { page, scripts };
}

describe('code for React', () => {
  it('says only what was chosen', () => {
    expect(reactCode(plain)).toContain(
      '<ParticipantTimeline\n      conversation={conversation}\n      onSelect={(mark) => console.log(mark?.id)}\n    />',
    );
    const code = reactCode(everything);
    for (const prop of [
      'theme="dark"',
      'timeZone="Europe/Berlin"',
      'locale="de"',
      'compact',
      'toolbar={false}',
      'readOnly',
      'overlays={{ peers: true, limits: false }}',
      "useState<ViewInit>({ clock: 'elapsed' })",
    ]) {
      expect(code).toContain(prop);
    }
    expect(code).not.toContain('onSelect'); // nothing can be chosen
  });

  it.each([plain, everything])('is TypeScript', (choice) => {
    expect(faultsOf(reactCode(choice))).toEqual([]);
  });
});

describe('code for the element', () => {
  it('has an attribute for each choice', () => {
    const { page, scripts } = pageOf(elementCode(everything));
    const attributes = [...(page.querySelector('participant-timeline')?.attributes ?? [])];
    expect(Object.fromEntries(attributes.map(({ name, value }) => [name, value]))).toEqual({
      theme: 'dark',
      'time-zone': 'Europe/Berlin',
      locale: 'de',
      compact: '',
      toolbar: 'false',
      'read-only': '',
      overlays: 'peers -limits',
    });
    expect(scripts.join('')).toContain("timeline.view = { clock: 'elapsed' }");
    expect(pageOf(elementCode(plain)).page.querySelector('participant-timeline')?.attributes).toHaveLength(0);
  });

  it.each([plain, everything])('is JavaScript', (choice) => {
    const { scripts } = pageOf(elementCode(choice));
    expect(scripts).toHaveLength(1);
    expect(faultsOf(scripts.join(''))).toEqual([]);
  });
});

describe('code for the frame', () => {
  it('has each choice in the address, which names whom to trust', () => {
    const url = new URL(frameAddress(everything, place));
    expect(url.origin + url.pathname).toBe('https://timeline.example/x/embed');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      parentOrigin: 'https://dashboard.example',
      theme: 'dark',
      timeZone: 'Europe/Berlin',
      locale: 'de',
      compact: '',
      toolbar: 'false',
      readOnly: '',
      clock: 'elapsed',
      overlays: 'peers -limits',
    });
    expect([...new URL(frameAddress(plain, place)).searchParams.keys()]).toEqual(['parentOrigin']);
  });

  it.each([plain, everything])('is a page', (choice) => {
    const { page, scripts } = pageOf(frameCode(choice, place));
    expect(page.querySelector('iframe')?.getAttribute('src')).toBe(frameAddress(choice, place));
    expect(page.querySelector('iframe')?.title).not.toBe('');
    expect(faultsOf(scripts.join(''))).toEqual([]);
  });
});

describe('an overlay', () => {
  it('is said only where it is not as it is at first', () => {
    const on = withOverlay(plain, 'peers', { on: true, atFirst: false });
    expect(on.overlays).toEqual({ peers: true });
    expect(withOverlay(on, 'peers', { on: false, atFirst: false }).overlays).toEqual({});
    expect(withOverlay(on, 'limits', { on: false, atFirst: true }).overlays).toEqual({
      peers: true,
      limits: false,
    });
  });
});

describe('the page for a client application', () => {
  it('sends its token to no host that its address names, which anybody may write', () => {
    const [, asked = ''] = /fetch\(`([^`]+)`/.exec(genesys) ?? [];
    const [, api = ''] = /const api = (.+);/.exec(genesys) ?? [];
    expect(asked).toMatch(/^\$\{api\}/);
    expect(api).toMatch(/^'https:\/\/api\.[a-z.]+\/api\/v2'$/);
    expect(asked).toContain('encodeURIComponent(');
  });
});
