import { useId } from 'react';

interface SegmentedProps<Name extends string> {
  label: string;
  names: readonly Name[];
  titles: { readonly [name in Name]: string };
  chosen: Name;
  onChoose: (name: Name) => void;
}

/** One of a few, side by side: radio buttons in all but their looks. */
export function Segmented<Name extends string>(props: SegmentedProps<Name>) {
  const { label, names, titles, chosen, onChoose } = props;
  const group = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="sr-only">{label}</legend>
      <div className="inline-flex max-w-full flex-wrap gap-1 rounded-lg border border-line bg-raised p-1">
        {names.map((name) => (
          <label
            key={name}
            className="relative cursor-pointer rounded-md px-2 py-1.5 text-sm sm:px-3 text-muted hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--color-edge)] has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={group}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            {titles[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
