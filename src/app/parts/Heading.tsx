import type { ReactNode } from 'react';

/** A heading of a part that stands at another depth on another page. */
export function Heading({
  level,
  children,
  ...attributes
}: {
  level: 1 | 2 | 3;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return <Tag {...attributes}>{children}</Tag>;
}

export function below(level: 1 | 2): 2 | 3 {
  return level === 1 ? 2 : 3;
}
