import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { FindProps, Go } from './find';
import { Find } from './parts';
import { SearchBox } from './search-box';
import { useSoon } from './use-newest';

interface Props extends Pick<FindProps, 'stage' | 'focus'> {
  /** How often it was asked for: what it holds is typed over then. */
  asked: number;
  onClose: () => void;
}

/** Takes what to look for. It is there at once, so that no key is lost; what looks comes after it. */
export function FindBox({ asked, onClose, ...props }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const label = props.stage.words.buttons.find;
  const [text, setText] = useState('');
  const go = useRef<Go>(null);
  // Enter that comes before what looks is no lost key either.
  const early = useRef<1 | -1>(undefined);
  // Before another key comes, which would be the grid's.
  useSoon(() => {
    box.current?.focus();
    box.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    // What is still being composed ends with these keys, and that alone.
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else {
      const by = event.shiftKey ? -1 : 1;
      if (go.current) go.current(by);
      else early.current = by;
    }
  };
  const onGo = useCallback((found: Go | null) => {
    go.current = found;
    if (!found || !early.current) return;
    found(early.current);
    early.current = undefined;
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the pages that tests make do not know the tag, and React says so
    <div role="search" className="pt-find" part="find" aria-label={label}>
      <SearchBox label={label} box={box} value={text} onText={setText} onKeyDown={onKeyDown} />
      {/* Where it cannot be loaded the box keeps the keys; asked for once more, it is tried once more. */}
      <Find key={asked} {...props} text={text} go={onGo} close={onClose} />
    </div>
  );
}
