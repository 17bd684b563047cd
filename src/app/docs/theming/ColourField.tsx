import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { contrast } from '../../../ui/plain-paint';
import { docsWords } from '../../words/docs';
import type { Colour } from './colours';

const texts = docsWords.theming;

interface ColourFieldProps {
  colour: Colour;
  value: string;
  isChanged: boolean;
  /** Colour of the ground it lies on. */
  ground: string;
  onChange: (value: string) => void;
  onReset: () => void;
}

/** One custom property, with a warning where the colour would be hard to see. */
export function ColourField({ colour, value, isChanged, ground, onChange, onReset }: ColourFieldProps) {
  const id = useId();
  const { name, least } = colour;
  const ratio = least === undefined ? undefined : contrast(value, ground);
  const weak = least !== undefined && ratio !== undefined && ratio < least && isChanged;
  return (
    <div className="grid min-w-0 grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-0.5">
      <input
        id={id}
        type="color"
        value={value}
        aria-describedby={weak ? `${id}-weak` : undefined}
        className="h-7 w-9 cursor-pointer rounded border border-edge bg-surface p-0.5"
        onChange={(event) => onChange(event.target.value)}
      />
      <label htmlFor={id} className="truncate font-mono text-xs" title={name}>
        {name}
      </label>
      {isChanged ? (
        <button
          type="button"
          className="icon-button"
          aria-label={texts.resetOne(name)}
          title={texts.resetOne(name)}
          onClick={onReset}
        >
          <RotateCcw className="size-3.5" aria-hidden="true" />
        </button>
      ) : (
        <span className="size-7" />
      )}
      {weak && (
        <p id={`${id}-weak`} className="col-span-full text-xs text-warning">
          {texts.weak(ratio?.toFixed(1) ?? '', least ?? 0)}
        </p>
      )}
    </div>
  );
}
