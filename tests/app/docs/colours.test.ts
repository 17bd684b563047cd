import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, COLOURS, declarations, themeCode, UNCHANGED } from '../../../src/app/docs/theming/colours';

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const accent = COLOURS.find(({ name }) => name === '--pt-accent');
if (!accent) throw new Error('No accent');

describe('the colours offered', () => {
  it('are those of the style sheet, each once', () => {
    const names = COLOURS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, light, dark } of COLOURS) {
      const said = new RegExp(`${name}: (?:light-dark\\(${light}, ${dark}\\)|${light});`).test(tokens);
      expect({ name, said }).toEqual({ name, said: true });
    }
    expect(names).toContain('--pt-hold');
    expect(names).toContain('--pt-link-controlling');
    expect(names).toContain('--pt-session-2');
  });
});

/** All that draws a timeline. */
function drawing(): string {
  return ['src/timeline', 'src/ui']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => /\.(css|tsx?)$/.test(name) && !/\/(tokens|palette)\./.test(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
}

it('no ground or line is offered that a timeline does not have', () => {
  const code = drawing();
  const idle = COLOURS.filter(({ group }) => group === 'surfaces')
    .map(({ name }) => name)
    .filter((name) => !code.includes(`var(${name})`) && !code.includes(`surface('${name.slice(5)}')`));
  expect(idle).toEqual([]);
});

describe('changes', () => {
  it('are said for both schemes, and taken back by the old value', () => {
    const red = changed(UNCHANGED, 'light', { colour: accent, value: '#ff0000' });
    expect(declarations(red)).toEqual([`--pt-accent: light-dark(#ff0000, ${accent.dark});`]);
    expect(themeCode(declarations(red))).toBe(
      `.pt-root,\nparticipant-timeline {\n  --pt-accent: light-dark(#ff0000, ${accent.dark});\n}\n`,
    );
    expect(changed(red, 'light', { colour: accent, value: accent.light.toUpperCase() })).toEqual(UNCHANGED);
  });
});
