import { visible } from '../../ui/visible';
import { words } from '../words';

/** A JSON Pointer: broken only between its steps, the last of which says the most. One within a text begins with `#`. */
export function Pointer({ text }: { text: string }) {
  if (text === '') return <span>{words.problems.wholeInput}</span>;
  const [root = '', ...steps] = text.split('/');
  return (
    <bdi>
      {root}
      {steps.map((step, depth) => (
        <span key={steps.slice(0, depth + 1).join('/')}>
          <wbr />
          <span className="text-muted">/</span>
          <span className={depth === steps.length - 1 ? 'text-ink' : 'text-muted'}>{visible(step)}</span>
        </span>
      ))}
    </bdi>
  );
}
