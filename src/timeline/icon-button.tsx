import type { ComponentProps } from 'react';
import type { IconName } from '../ui/icons';
import { Icon } from './draw/icon';

interface Props extends ComponentProps<'button'> {
  label: string;
  icon: IconName;
  /** Of the icon, in pixels. */
  size?: number;
}

/** A button that says in words only to who asks what it does. */
export function IconButton({ label, icon, size = 16, ...rest }: Props) {
  return (
    <button type="button" className="pt-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} size={size} />
    </button>
  );
}
