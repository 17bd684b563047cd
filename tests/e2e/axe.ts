/**
 * Axe, with the colours of a page twice as fast. It makes thousands of them, keeps the parts of each in weak maps, as its
 * build writes private fields, and reads the few texts they come from anew each time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString: (this: Colour, text: string) => Colour;
}

declare const axe: { commons: { color: { Color: { prototype: Colour } } } };

type Owner = Record<symbol, unknown>;

/** What stands for `WeakMap`: a field of the object itself costs the garbage collector nothing. */
function fieldsForWeakMap() {
  return class {
    readonly #field = Symbol('private');
    has(owner: Owner) {
      return this.#field in owner;
    }
    get(owner: Owner) {
      return owner[this.#field];
    }
    set(owner: Owner, value: unknown) {
      owner[this.#field] = value;
      return this;
    }
  };
}

function rememberColours() {
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function remembered(text) {
    const colour = known.get(text);
    if (colour) return Object.assign(this, colour);
    const { r, g, b, alpha } = parseString.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/** That of the package which runs it. */
const runner = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(runner.resolve('axe-core/axe.min.js'), 'utf8');

export const axeSource = `((WeakMap) => { ${source}
})((${String(fieldsForWeakMap)})());
(${String(rememberColours)})();`;
