import type { ReactNode } from 'react';

export type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** A heading of a part that stands at another depth on another page. */
export function Heading({
  level,
  children,
  ...attributes
}: {
  level: Level;
  className?: string;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return <Tag {...attributes}>{children}</Tag>;
}

const BELOW: { readonly [level in Level]: Level } = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 };

export function below(level: Level): Level {
  return BELOW[level];
}

/** For whoever goes from heading to heading: eyes see what part of the page it is. */
export function HiddenHeading({ level, children }: { level: Level; children: string }) {
  return (
    <Heading level={level} className="sr-only">
      {children}
    </Heading>
  );
}
