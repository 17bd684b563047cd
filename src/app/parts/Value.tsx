import { visible } from '../../ui/visible';

/** A value from the data: set apart from the text around it, nothing invisible in it. */
export function Value({ children }: { children: string | number | boolean }) {
  return <bdi>{visible(String(children))}</bdi>;
}
