import type { ComponentProps, RefObject } from 'react';

interface Props extends ComponentProps<'input'> {
  label: string;
  onText: (text: string) => void;
  box?: RefObject<HTMLInputElement | null>;
}

/** A box for words that are looked for. */
export function SearchBox({ label, onText, box, ...rest }: Props) {
  return (
    <input
      ref={box}
      type="search"
      form="" // of none: Enter is not to submit what the host has around it
      className="pt-filter"
      aria-label={label}
      placeholder={label}
      onChange={({ target }) => onText(target.value)}
      {...rest}
    />
  );
}
