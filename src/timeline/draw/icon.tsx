import type { SVGProps } from 'react';
import { type IconName, ICONS } from '../../ui/icons';

interface Props extends Pick<SVGProps<SVGSVGElement>, 'x' | 'y'> {
  name: IconName;
  /** Width and height, in pixels. */
  size: number;
  /** Without it that of the words around. */
  color?: string;
  /** What it says; without it it is there for the eye only. */
  label?: string;
}

/** A picture beside words, or in place of them. */
export function Icon({ name, size, color = 'currentColor', label, x, y }: Props) {
  return (
    <svg
      x={x}
      y={y}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke={color}
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label && 'img'}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
