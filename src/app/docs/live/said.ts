import type { Mark } from '../../../core/view/marks';
import type { Problem } from '../../../core/model/problem';
import type { View } from '../../../core/view/view';

/** What an example told its host, as the host would hear it. */
export interface Said {
  name: string;
  detail: string;
}
export type OnSaid = (said: Said) => void;

function shortView({ range, clock, selected }: Pick<View, 'range' | 'clock' | 'selected'>): string {
  return JSON.stringify({ range, clock, selected });
}

/** The names differ by form: `onSelect`, `select`. */
export function sayings(onSaid: OnSaid, nameOf: (event: string) => string) {
  return {
    viewChange: (view: View) => onSaid({ name: nameOf('viewChange'), detail: shortView(view) }),
    select: (mark: Mark | null | undefined) =>
      onSaid({ name: nameOf('select'), detail: mark ? `${mark.kind} ${mark.id}` : 'nothing' }),
    problems: (problems: Problem[]) =>
      onSaid({
        name: nameOf('problems'),
        detail: `${problems.length}: ${problems.map(({ code }) => code).join(', ')}`,
      }),
    error: (error: unknown) => onSaid({ name: nameOf('error'), detail: String(error) }),
  };
}
